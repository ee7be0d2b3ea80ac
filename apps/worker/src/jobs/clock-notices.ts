import type { Tx } from '@countersign/db/connect'
import { acceptanceReminders } from '@countersign/db/tables/acceptance-clock'
import { deliverables } from '@countersign/db/tables/contract'
import { submissions } from '@countersign/db/tables/delivery'
import {
  lastDayOnceWarned,
  readAcceptanceClock,
  type ClockNotice,
} from '@countersign/domain/acceptance-clock'
import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { clockOf } from '@countersign/operations/acceptance-clock'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { consoleDeliverable, portalSubmission } from '../addresses'
import type { Letter } from '../mail/letter'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { WorkerSettings } from '../settings'
import { activeContacts, projectNamed } from './project-people'

type Notices = { submissionId: string; due: ClockNotice[]; settings: WorkerSettings; now: Date }

/** Writes what is due: to each signatory once for a last day, with the mail that proves it; to the manager that it ran out. */
export async function writeNotices(tx: Tx, { submissionId, due, settings, now }: Notices) {
  const [submission] = await tx
    .select({
      projectId: submissions.projectId,
      deliverableId: submissions.deliverableId,
      version: submissions.version,
      code: deliverables.code,
      name: deliverables.name,
    })
    .from(submissions)
    .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
    .where(eq(submissions.id, submissionId))
  const clock = await clockOf(tx, submissionId)
  if (!submission || !clock) return
  const { projectId, deliverableId, version, code, name } = submission
  const { terms, facts } = clock
  const project = await projectNamed(tx, projectId)
  const what = (locale: 'en' | 'de') => {
    const words = letterMessages(locale)
    return [
      { label: words.project, value: `${project.code} · ${project.name}` },
      { label: words.deliverable, value: words.inVersion(`${code} · ${name}`, version) },
    ]
  }
  const signatories = (await activeContacts(tx, projectId)).filter(({ role }) => role === 'signatory')
  for (const notice of due) {
    if (notice.kind === 'ran-out') {
      const { manager } = project
      const words = letterMessages(manager.locale)
      const lastDay = dayFor(manager, notice.lastDay)
      await writeMail(tx, {
        key: `period of ${submissionId} ran out on ${notice.lastDay}`,
        to: manager,
        letter: () => ({
          subject: words.clock.ranOutSubject(words.inVersion(name, version)),
          paragraphs: [words.clock.ranOut(project.customer.name, lastDay)],
          facts: what(manager.locale),
          button: {
            label: words.rejection.button,
            href: consoleDeliverable(settings, projectId, deliverableId),
          },
        }),
      })
      continue
    }
    const { kind, daysBefore, lastDay } = notice
    const reading = readAcceptanceClock(terms, facts, now)
    const decideBy =
      kind === 'warning'
        ? lastDayOnceWarned(reading, terms.warningDays, facts.isBusinessDay, localDateIn(facts.timeZone, now))
        : lastDay
    for (const person of signatories) {
      const words = letterMessages(person.locale)
      const day = dayFor(person, decideBy)
      const mailId = await writeMail(tx, {
        key: `${kind} ${daysBefore} before ${lastDay} of ${submissionId} to ${person.email}`,
        to: person,
        letter: () =>
          letterOf({
            kind,
            words,
            day,
            name,
            version,
            clause: terms.deemedClause,
            facts: what(person.locale),
            href: portalSubmission(settings, submissionId),
            daysLeft: reading.daysLeft,
          }),
      })
      // Another worker was faster: the mail and its row are that one's.
      if (mailId === null) continue
      await tx.insert(acceptanceReminders).values({
        projectId,
        submissionId,
        kind,
        daysBefore,
        lastDay,
        contactId: person.id,
        mailId,
        writtenAt: now,
      })
    }
  }
}

type Said = {
  kind: 'reminder' | 'warning'
  words: ReturnType<typeof letterMessages>
  day: string
  name: string
  version: number
  clause: string | null
  daysLeft: number
  facts: { label: string; value: string }[]
  href: string
}

function letterOf({
  kind,
  words,
  day,
  name,
  version,
  clause,
  daysLeft,
  facts,
  href,
}: Said): Omit<Letter, 'locale' | 'to'> {
  const own = words.clock
  const deliverable = words.inVersion(name, version)
  const isWarning = kind === 'warning'
  return {
    subject: isWarning ? own.warningSubject(deliverable, day) : own.reminderSubject(deliverable, day),
    paragraphs: isWarning
      ? [own.warning(day)]
      : [own.reminder(day), clause === null ? own.silence : own.clauseApplies],
    facts: [
      ...facts,
      { label: own.lastDay, value: day },
      ...(isWarning ? [] : [{ label: own.daysLeft, value: String(daysLeft) }]),
      ...(clause === null ? [] : [{ label: own.clause, value: clause }]),
    ],
    button: { label: own.button, href },
  }
}

function dayFor({ locale, timeZone }: { locale: 'en' | 'de'; timeZone: string }, day: LocalDate) {
  return createFormat(locale, timeZone).date(day)
}
