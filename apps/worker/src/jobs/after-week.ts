import { staff } from '@countersign/db/tables/people'
import { timeReviews } from '@countersign/db/tables/time'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { consoleReportWeek, consoleTime } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'

/** A week waits for a line manager, who is told; or the line manager sent it back, and its author is told why. */
export async function afterWeek({ db, settings }: Work, { reviewId }: Jobs['after-week']) {
  await db.asLogin(async (tx) => {
    const [author, manager] = [alias(staff, 'author'), alias(staff, 'manager')]
    const [review] = await tx
      .select({
        staffId: timeReviews.staffId,
        weekOn: timeReviews.weekOn,
        act: timeReviews.act,
        reason: timeReviews.reason,
        author: { name: author.name, email: author.email, ...reading(author), isActive: author.isActive },
        manager: {
          name: manager.name,
          email: manager.email,
          ...reading(manager),
          isActive: manager.isActive,
        },
      })
      .from(timeReviews)
      .innerJoin(author, eq(author.id, timeReviews.staffId))
      .leftJoin(manager, eq(manager.id, author.lineManagerId))
      .where(eq(timeReviews.id, reviewId))
    if (!review) throw new Error(`there is no review ${reviewId}`)
    const isBack = review.act === 'sent-back'
    const to = isBack ? review.author : review.manager
    if (!to?.isActive) return
    const own = letterMessages(to.locale).week
    const week = createFormat(to.locale, to.timeZone).date(review.weekOn)
    await writeMail(tx, {
      key: `week review ${reviewId} to ${to.email}`,
      to,
      letter: () => ({
        subject: isBack ? own.backSubject(week) : own.waitsSubject(review.author.name, week),
        paragraphs: isBack
          ? [own.back(review.manager?.name ?? ''), review.reason]
          : [own.waits(review.author.name)],
        facts: [{ label: own.weekOf, value: week }],
        button: isBack
          ? { label: own.mend, href: consoleTime(settings, review.weekOn) }
          : { label: own.look, href: consoleReportWeek(settings, review.staffId, review.weekOn) },
      }),
    })
  })
}

function reading(person: ReturnType<typeof alias<typeof staff, string>>) {
  return { locale: person.locale, timeZone: person.timeZone }
}
