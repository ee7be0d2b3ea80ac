import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { waitsForRelease } from '@countersign/operations/approve-week'
import { entriesOf, rowsOf, sentBackSince, stateOf } from '../time/week.server'

/** One person's week in a project, task by task; null where nothing was logged, or not for this reader's eyes. */
export async function weekOfProject(tx: Tx, staffId: string, projectId: string, weekOn: LocalDate) {
  const entries = (await entriesOf(tx, staffId, weekOn)).filter((entry) => entry.projectId === projectId)
  const [first] = entries
  if (!first) return null
  const sentBack = await sentBackSince(tx, staffId, weekOn)
  const isBack = sentBack.some((each) => each.projectId === projectId && each.weekOn === weekOn)
  const waits = entries.some(({ isChecked }) => isChecked) && (await waitsForRelease(tx, staffId))
  const waiting = entries.filter(
    ({ isSubmitted, isChecked, isApproved }) => isSubmitted && !isApproved && !(isChecked && waits),
  )
  return {
    project: first.project,
    weekOn,
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    /** What an approver would approve. */
    waitingMinutes: waiting.reduce((sum, { minutes }) => sum + minutes, 0),
    state: stateOf(entries, isBack),
    rows: rowsOf(entries, weekOn, null),
    notes: entries.filter(({ note }) => note !== ''),
  }
}
