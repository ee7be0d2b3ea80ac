import type { Db } from '@countersign/db/connect'
import { mails } from '@countersign/db/tables/mails'
import { asc, count, desc, eq } from 'drizzle-orm'
import type { Attachment } from '../mail/write-mail'

export const mailsPerPage = 50

/** One page of the mails, newest first, and everybody who got one. `to`: one recipient's only. */
export async function mailsToShow(db: Db, { to, page }: { to: string | null; page: number }) {
  return db.asLogin(async (tx) => {
    const which = to === null ? undefined : eq(mails.toAddress, to)
    const [shown, [total], recipients] = await Promise.all([
      tx
        .select({
          id: mails.id,
          toName: mails.toName,
          toAddress: mails.toAddress,
          subject: mails.subject,
          writtenAt: mails.writtenAt,
          attachments: mails.attachments,
        })
        .from(mails)
        .where(which)
        .orderBy(desc(mails.writtenAt), desc(mails.id))
        .limit(mailsPerPage)
        .offset((page - 1) * mailsPerPage),
      tx.select({ count: count() }).from(mails).where(which),
      tx
        .selectDistinct({ address: mails.toAddress, name: mails.toName })
        .from(mails)
        .orderBy(asc(mails.toName)),
    ])
    return { shown: shown.map(withAttachments), total: total?.count ?? 0, recipients }
  })
}

export async function mailToShow(db: Db, id: string) {
  const [mail] = await db.asLogin((tx) => tx.select().from(mails).where(eq(mails.id, id)))
  return mail ? withAttachments(mail) : null
}

export type MailToShow = NonNullable<Awaited<ReturnType<typeof mailToShow>>>
export type MailList = Awaited<ReturnType<typeof mailsToShow>>

function withAttachments<Row extends { attachments: unknown }>(row: Row) {
  return { ...row, attachments: row.attachments as Attachment[] }
}
