import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type { Plan, PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'
import { planFields, type PlanField } from './column-names'
import type { CsvCell } from './csv'
import { shortDuration } from '@countersign/domain/plan-text/duration-text'
import { grouped } from './grouped'
import { predecessorText } from '@countersign/domain/plan-text/predecessor-text'
import type { SheetCell } from './xlsx-write'

export type PlanTableWords = Record<PlanField, string> & { yes: string; no: string }

/** The parent follows from the level, and is only read. */
const written = planFields.filter((field) => field !== 'parent')

/**
 * The plan as a table, one row for each task with the dates of its schedule, under the header that the words give: for
 * `csvOf` or `xlsxOf`. Read again with a mapping it says the same of names, outline, durations, links and progress.
 * Throws RangeError where the schedule is of another plan.
 */
export function planTable(
  plan: Plan,
  schedule: { tasks: readonly ScheduledTask[] },
  words: PlanTableWords,
): { header: string[]; rows: SheetCell[][] } {
  const dates = new Map(schedule.tasks.map((task) => [task.uid, task]))
  const links = grouped(plan.links, ({ toUid }) => toUid)
  const names = new Map(plan.resources.map(({ uid, name }) => [uid, name]))
  const assignments = grouped(plan.assignments, ({ taskUid }) => taskUid)

  function cellOf(field: PlanField, task: PlanTask, scheduled: ScheduledTask): SheetCell {
    switch (field) {
      case 'uid':
        return { number: String(task.uid) }
      case 'name':
        return task.name
      case 'wbs':
        return task.wbs
      case 'outlineLevel':
        return { number: String(task.outlineLevel) }
      case 'duration':
        return task.isSummary ? null : durationText(task, plan)
      case 'start':
        return { moment: scheduled.start }
      case 'finish':
        return { moment: scheduled.finish }
      case 'deadline':
        return task.deadline === null ? null : { moment: task.deadline }
      case 'predecessors':
        return (links.get(task.uid) ?? [])
          .map((link) => predecessorText({ ...link, reference: String(link.fromUid) }, plan))
          .join(';')
      case 'percentComplete':
        return `${task.percentComplete}%`
      case 'milestone':
        return task.isMilestone ? words.yes : words.no
      case 'resources':
        return (assignments.get(task.uid) ?? [])
          .map(({ resourceUid, unitsPercent }) => {
            const name = names.get(resourceUid) ?? ''
            return unitsPercent === 100 ? name : `${name}[${unitsPercent}%]`
          })
          .join('; ')
      case 'note':
        return task.note
      case 'parent':
        return null
    }
  }

  return {
    header: written.map((field) => words[field]),
    rows: plan.tasks.map((task) => {
      const scheduled = dates.get(task.uid)
      if (!scheduled) throw new RangeError(`the schedule has no task ${task.uid}`)
      return written.map((field) => cellOf(field, task, scheduled))
    }),
  }
}

/** The cells of a CSV have no dates of their own: '2026-03-02 08:00' is read everywhere. */
export function csvCells(row: readonly SheetCell[]): CsvCell[] {
  return row.map((cell) =>
    cell !== null && typeof cell === 'object' && 'moment' in cell ? spaced(cell.moment) : cell,
  )
}

function spaced(moment: LocalDateTime): string {
  return moment.replace('T', ' ')
}

function durationText(task: PlanTask, plan: Plan): string {
  return shortDuration(task.durationMinutes, task.isElapsed, plan) + (task.isEstimated ? '?' : '')
}
