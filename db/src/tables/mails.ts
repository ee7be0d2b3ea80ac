import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, recordedAt } from './columns'

/**
 * Every mail once, by its key ("certificate 17 to ada@…"): a job that runs again finds it and sends nothing twice
 * on purpose. Bodies hold sign-in links, so they are emptied once a real server has taken the mail.
 */
export const mails = pgTable('mails', {
  id: id(),
  key: text('key').notNull().unique(),
  toAddress: text('to_address').notNull(),
  toName: text('to_name').notNull(),
  subject: text('subject').notNull(),
  text: text('text'),
  html: text('html'),
  /** [{ name, sha256, mediaType }] in the storage. */
  attachments: jsonb('attachments').notNull(),
  writtenAt: recordedAt('written_at'),
  sentAt: instant('sent_at'),
  sentBy: text('sent_by', { enum: ['smtp', 'mailbox'] }),
  /** What the mail server answered when it took the mail: the proof of sending. */
  receipt: text('receipt'),
})
