/*
 * What the bot keeps from one run to the next. Nobody's Telegram id is kept as it is: whoever implements this keeps a keyed
 * hash of it, by which a person's own data can be found again and forgotten, and nobody's id be read.
 */

export interface Store {
  readonly conversations: Conversations
  readonly replies: Replies
  readonly feedback: Feedback
  readonly audit: Audit
  readonly bans: Bans
  /** The updates of one bot, by the id that stands in its token: two bots may share a database. */
  inbox(botId: number): Inbox
  /** Deletes all that a person left in any chat: conversations, replies, feedback. The audit names nobody. */
  forget(userId: number): Promise<void>
  /** Deletes what has been kept for as long as it may be, and closed updates that Telegram cannot send again. */
  prune(): Promise<void>
  /** Resolves where the store answers. @throws {StorageError} */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A person in a chat. In a private chat both ids are the same; an anonymous sender goes by the id of its chat. */
export interface Participant {
  chatId: number
  userId: number
}

/** Plain data: survives JSON. */
export type Json = Readonly<Record<string, unknown>>

/** What the turns before left, one conversation a person and chat, for as long as conversations are kept. */
export interface Conversations {
  get(who: Participant): Promise<Json | undefined>
  set(who: Participant, conversation: Json): Promise<void>
  delete(who: Participant): Promise<void>
}

/** Replies that were sent, so that their buttons and an edited question find them again after a restart. */
export interface Replies {
  /**
   * Remembers a reply; the key (16 characters of A–Z a–z 0–9 - _) cannot be guessed and fits a button's data. Work that is
   * done again after a crash finds what it remembered before, under the same key.
   */
  add(who: Participant, reply: SentReply, source: Source): Promise<KeptReply>
  /** Changes parts of a reply of that chat; an unknown key changes nothing. */
  update(chatId: number, key: string, changes: Partial<SentReply>): Promise<void>
  /** Undefined too where the key belongs to another chat. */
  find(chatId: number, key: string): Promise<KeptReply | undefined>
  /** The latest reply to a message. */
  findByQuestion(chatId: number, questionMessageId: number): Promise<KeptReply | undefined>
}

/** Names a piece of work, such as the answer to an update: what is kept for it is kept once, however often it is done. */
export type Source = string

export interface SentReply {
  /** The message that asked; null where there was none (inline mode, a button). */
  questionMessageId: number | null
  /** The messages that carry the reply, in order. */
  messageIds: readonly number[]
  /** Whatever the buttons need. */
  content: Json
}

export interface KeptReply extends SentReply {
  key: string
}

export const FEEDBACK_REASONS = ['wrong_figure', 'off_point', 'unclear', 'other'] as const

export type FeedbackReason = (typeof FEEDBACK_REASONS)[number]

export interface Opinion {
  verdict: 'up' | 'down'
  /** Null until one was chosen, and for `up`. */
  reason: FeedbackReason | null
}

/** What people thought of replies. One opinion a person and reply: a later one takes the place of the one before. */
export interface Feedback {
  give(who: Participant, replyKey: string, opinion: Opinion): Promise<void>
  /** Keeps what somebody wrote of the bot as a whole, personal details already taken out. */
  write(who: Participant, words: string, source: Source): Promise<void>
  /** What was written, the latest first. */
  written(limit: number): Promise<{ words: string; at: Date }[]>
  /** Since the given moment; all where none is given. */
  count(since?: Date): Promise<FeedbackCount>
}

export interface FeedbackCount {
  up: number
  down: number
  reasons: Record<FeedbackReason, number>
}

/** One answered question, without a trace of who asked. */
export interface AuditEntry {
  /** Personal details already taken out. */
  question: string
  outcome: string
  mode: string
  /** What the reply stands on, e.g. `report:start-end`. */
  evidence: readonly string[]
  /** The gate's verdicts, e.g. `{ text: '8%', verdict: 'supported' }`. */
  verdicts: readonly Json[]
  /** SHA-256 of the report's text; null where the reply rests on none. */
  reportHash: string | null
  /** Milliseconds by name. */
  timings: Readonly<Record<string, number>>
}

/** Grows only: the database itself refuses to change or delete an entry. */
export interface Audit {
  append(entry: AuditEntry, source: Source): Promise<void>
  /** The latest first. */
  latest(limit: number): Promise<(AuditEntry & { at: Date })[]>
  /** How many of each outcome, since the given moment. */
  outcomes(since: Date): Promise<Record<string, number>>
}

/** People who get no answer. */
export interface Bans {
  add(userId: number): Promise<void>
  remove(userId: number): Promise<void>
  has(userId: number): Promise<boolean>
}

/** Updates accepted from Telegram, kept sealed until they are dealt with. */
export interface Inbox {
  /** Takes updates in; the ids of those not yet dealt with come back. Once it resolves, they outlive the process. */
  accept(updates: readonly Accepted[]): Promise<number[]>
  /** Updates not yet finished with ids above `after`, in order of id. */
  pending(limit: number, after?: number): Promise<Accepted[]>
  countPending(): Promise<number>
  /**
   * Work on an update begins: how many times it has, this time included. More than once: the process ended over it. 0: it
   * is dealt with already.
   */
  begin(updateId: number): Promise<number>
  /** An update is dealt with: its content is deleted, its id kept, and the last message that was sent for it. */
  finish(updateId: number, sent?: { chatId: number; messageId: number }): Promise<void>
  /** The highest message id of those sent in a chat for updates of the last days; 0 where none was. */
  lastSent(chatId: number): Promise<number>
  /** What was sent on behalf of an update, in order. */
  deliveries(updateId: number): Promise<Delivery[]>
  /** Written before a message is sent: from here until `endDelivery` nobody knows whether it arrived. */
  beginDelivery(updateId: number, step: number, context: Json): Promise<void>
  /** Written once the outcome is known: Telegram's result, or null where nothing was sent. */
  endDelivery(updateId: number, step: number, result: Json | null): Promise<void>
}

export interface Accepted {
  id: number
  content: Json
}

/** The n-th message sent for an update. Without a result the process ended while it was being sent. */
export interface Delivery {
  step: number
  context: Json
  result: Json | null
}
