import type { LocalDate } from '@countersign/domain/calendar-day'
import type { SerializeFrom } from '@remix-run/node'
import type { Asked } from './asked'
import { earnedValueAt } from './earned-value.server'
import type { EarnedValueFacts } from './queries.server'

const rowsPerPage = 200

/** The figures at the day asked for (today, if none was), one page of the tasks, and what else can be asked for. */
export function pageAt(facts: EarnedValueFacts, asked: Asked, today: LocalDate) {
  const at = asked.at ?? today
  const { rows, ...earned } = earnedValueAt(facts, { at, today, of: asked.of })
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage))
  const page = Math.min(asked.page, pageCount)
  return {
    ...earned,
    at,
    today,
    baseline: facts.chosen && { number: facts.chosen.number, name: facts.chosen.name },
    kept: facts.kept,
    phases: rows
      .filter(({ isSummary, outlineLevel }) => isSummary && outlineLevel <= 2)
      .map(({ uid, wbs, name }) => ({ uid, wbs, name }))
      .slice(0, 200),
    rows: rows.slice((page - 1) * rowsPerPage, page * rowsPerPage),
    total: rows.length,
    page,
    pageCount,
  }
}

export type EarnedValuePage = SerializeFrom<ReturnType<typeof pageAt>> & {
  projectId: string
  mayWrite: boolean
}
