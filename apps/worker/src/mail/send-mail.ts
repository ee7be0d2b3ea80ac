import { mails } from '@countersign/db/tables/mails'
import { newSignInLink } from '@countersign/auth/sign-in-link'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq } from 'drizzle-orm'
import type { Work } from '../work'
import type { Attachment } from './write-mail'

const invitationDays = 14
const dayMs = 24 * 60 * 60 * 1000

/**
 * Sends a mail of the outbox, once: its row stays locked until it is marked. A crash between the server's word and
 * the mark sends it again, with the same message id. An invitation's token is made here and, by SMTP, kept nowhere.
 */
export async function sendMail(
  { db, storage, delivery }: Work,
  { mailId, invites }: Jobs['mail'],
  now: Date,
) {
  await db.asLogin(async (tx) => {
    const [mail] = await tx.select().from(mails).where(eq(mails.id, mailId)).for('update')
    if (!mail || mail.sentAt) return
    requireDeliverable(mail.toName, mail.toAddress)
    let { text, html } = { text: mail.text ?? '', html: mail.html ?? '' }
    if (invites) {
      const expiresAt = new Date(now.getTime() + invitationDays * dayMs)
      const token = await newSignInLink(db.sql, { ...invites, purpose: 'invitation', expiresAt })
      text = text.replaceAll(mailId, token)
      html = html.replaceAll(mailId, token)
    }
    if (delivery.by === 'mailbox') {
      const receipt = `kept in the mailbox as ${mailId}`
      await tx
        .update(mails)
        .set({ text, html, sentAt: now, sentBy: 'mailbox', receipt })
        .where(eq(mails.id, mailId))
      return
    }
    const attachments = await Promise.all(
      (mail.attachments as Attachment[]).map(async ({ name, sha256, mediaType }) => ({
        name,
        mediaType,
        content: await storage.bytes(sha256),
      })),
    )
    const to = { name: mail.toName, address: mail.toAddress }
    const receipt = await delivery.send({ id: mailId, to, subject: mail.subject, text, html, attachments })
    await tx
      .update(mails)
      .set({ text: null, html: null, sentAt: now, sentBy: 'smtp', receipt: receipt.slice(0, 500) })
      .where(eq(mails.id, mailId))
  })
}

/** Names and addresses become headers: one with a line break would write headers of its own. */
export function requireDeliverable(name: string, address: string): void {
  if (/[\p{Cc}\u2028\u2029]/u.test(name))
    throw new Error('the recipient’s name has a line break or a control character')
  if (!/^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u.test(address))
    throw new Error('the recipient’s address is not one that mail can be sent to')
}
