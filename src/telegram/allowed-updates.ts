/** What the bot asks Telegram for; anything else is not delivered. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query'] as const
