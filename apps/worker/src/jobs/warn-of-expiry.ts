import { staff } from '@countersign/db/tables/people'
import { daysToRenew, ownCertificate } from '@countersign/seal/sealing-settings'
import { createFormat } from '@countersign/ui/i18n/format'
import { and, eq } from 'drizzle-orm'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'

// In days before the end; each is said once.
const warnings = [60, 30, 14, 7, 3, 1, 0]

/** Tells the administrators that the sealing certificate runs out, from sixty days before, ever more often. */
export async function warnOfExpiry({ db, settings }: Work, now: Date): Promise<void> {
  const { signer } = settings.sealing
  const days = daysToRenew(signer, now)
  if (days === null) return
  const due = warnings.filter((warning) => days <= warning).at(-1)!
  const endsAt = new Date(ownCertificate(signer).validTo)
  await db.asLogin(async (tx) => {
    const administrators = await tx
      .select({ name: staff.name, email: staff.email, locale: staff.locale, timeZone: staff.timeZone })
      .from(staff)
      .where(and(eq(staff.role, 'administrator'), eq(staff.isActive, true)))
    for (const person of administrators) {
      const own = letterMessages(person.locale).sealExpiry
      const at = createFormat(person.locale, person.timeZone).instant(endsAt)
      await writeMail(tx, {
        key: `seal ${signer.keyId} until ${endsAt.toISOString()}, ${due} days, to ${person.email}`,
        to: person,
        letter: () => ({
          subject: own.subject(days),
          paragraphs: [own.what, own.todo],
          facts: [{ label: own.endsAt, value: at }],
          button: { label: own.button, href: settings.consoleOrigin },
        }),
      })
    }
  })
}
