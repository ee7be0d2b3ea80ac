import type { Tx } from '@countersign/db/connect'
import { mails } from '@countersign/db/tables/mails'
import { enqueue, type Jobs } from '@countersign/operations/enqueue'
import type { Locale } from '@countersign/ui/i18n/locale'
import { randomUUID } from 'node:crypto'
import { renderLetter, type Letter } from './letter'

export type Recipient = { name: string; email: string; locale: Locale }
export type Attachment = { name: string; sha256: string; mediaType: string }

type MailDraft = {
  /** What makes this mail the same one when its job runs again: "certificate 17 to ada@…". */
  key: string
  to: Recipient
  attachments?: Attachment[]
  invites?: Jobs['mail']['invites']
  /** `mailId` stands where a sign-in link's token goes; sending puts the token there. */
  letter: (mailId: string) => Omit<Letter, 'locale' | 'to'>
}

/**
 * Puts a mail into the outbox and adds the job that sends it: once for each key, in the transaction of the fact. Gives
 * its id; null where it was written before.
 */
export async function writeMail(
  tx: Tx,
  { key, to, attachments = [], invites, letter }: MailDraft,
): Promise<string | null> {
  const id = randomUUID()
  const { subject, text, html } = renderLetter({ ...letter(id), locale: to.locale, to: to.name })
  const written = await tx
    .insert(mails)
    .values({ id, key, toAddress: to.email, toName: to.name, subject, text, html, attachments })
    .onConflictDoNothing({ target: mails.key })
    .returning({ id: mails.id })
  if (written.length === 0) return null
  await enqueue(tx, 'mail', invites ? { mailId: id, invites } : { mailId: id }, `mail ${id}`)
  return id
}
