import { csvOf } from '@countersign/interchange/csv'
import type { Locale } from '@countersign/ui/i18n/locale'
import { timeMessages } from '../../messages/time'
import type { ownMonth } from './queries.server'

type Entry = Awaited<ReturnType<typeof ownMonth>>[number]

/** Headers in the reader's language; hours with a decimal point, which every program reads. */
export function timeCsv(entries: readonly Entry[], locale: Locale): string {
  const { csv: t, kinds, handIn } = timeMessages(locale)
  return csvOf(
    [t.day, t.project, t.task, t.kind, t.hours, t.note, t.state],
    entries.map(({ on, project, task, kind, minutes, note, isSubmitted, isApproved }) => [
      on,
      project,
      task,
      kinds[kind],
      { number: (minutes / 60).toFixed(2) },
      note,
      handIn.states[isApproved ? 'approved' : isSubmitted ? 'submitted' : 'open'],
    ]),
  )
}
