import type { Feedback, Store } from '../storage/store.js'

export {
  FEEDBACK_REASONS,
  type FeedbackReason,
  type KeptReply,
  type Opinion,
  type Participant,
  type Source,
} from '../storage/store.js'

/** What the bot itself needs of a store. */
export interface BotState extends Pick<Store, 'conversations' | 'replies' | 'forget'> {
  feedback: Pick<Feedback, 'give' | 'write'>
}
