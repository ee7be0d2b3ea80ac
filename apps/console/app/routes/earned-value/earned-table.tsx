import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Pagination } from '@countersign/ui/pagination'
import { SimpleTable } from '@countersign/ui/simple-table'
import { useListAddress } from '../../listing'
import { controlMessages } from '../../messages/control'
import type { EarnedValuePage } from './page.server'

/** Phases and tasks in the plan's order, in hours. Each opens its own figures; the manager chooses how it is measured. */
export function EarnedTable({ page }: { page: EarnedValuePage }) {
  const t = useMessages(controlMessages).earned
  const format = useFormat()
  const href = useListAddress()
  const { rows, knowsSchedule, mayWrite, projectId, pageCount, total } = page
  const number = (text: string) => format.number(Number(text))
  const ratio = (text: string | null) => (text === null ? '–' : format.decimals(Number(text), 2))
  const bad = (text: string | null, words: string) => (
    <span className={text !== null && Number(text) < 0.95 ? 'cs-bad' : undefined}>{words}</span>
  )
  return (
    <>
      <SimpleTable
        caption={t.tableCaption}
        columns={[
          { key: 'task', label: t.taskOrPhase },
          { key: 'method', label: t.measuredBy },
          { key: 'complete', label: t.earnedShare, numeric: true },
          { key: 'BAC', label: 'BAC', numeric: true },
          ...(knowsSchedule ? [{ key: 'PV', label: 'PV', numeric: true }] : []),
          { key: 'EV', label: 'EV', numeric: true },
          { key: 'AC', label: 'AC', numeric: true },
          { key: 'CV', label: 'CV', numeric: true },
          ...(knowsSchedule ? [{ key: 'SV', label: 'SV', numeric: true }] : []),
          { key: 'CPI', label: 'CPI', numeric: true },
          ...(knowsSchedule ? [{ key: 'SPI', label: 'SPI', numeric: true }] : []),
        ]}
        rows={rows.map((row) => ({
          key: String(row.uid),
          cells: [
            <span key="task" className={row.isSummary ? 'cn-task cn-phase' : 'cn-task'}>
              <a href={href({ of: String(row.uid) })}>
                {row.wbs} {row.name}
              </a>
              {row.isInPlan ? null : <span className="cn-under">{t.notInPlan}</span>}
            </span>,
            row.isSummary || Number(row.BAC) === 0 ? (
              ''
            ) : mayWrite && row.isInPlan ? (
              <a
                key="method"
                href={`/projects/${projectId}/tasks/${row.uid}/measure`}
                aria-label={t.changeMethod(row.name, t.methods[row.method])}
              >
                {t.methods[row.method]}
              </a>
            ) : (
              t.methods[row.method]
            ),
            row.complete === null ? '–' : format.percent(Number(row.complete)),
            number(row.BAC),
            ...(knowsSchedule ? [number(row.PV)] : []),
            number(row.EV),
            number(row.AC),
            number(row.CV),
            ...(knowsSchedule ? [number(row.SV)] : []),
            bad(row.CPI, ratio(row.CPI)),
            ...(knowsSchedule ? [bad(row.SPI, ratio(row.SPI))] : []),
          ],
        }))}
      />
      <Pagination
        page={page.page}
        pageCount={pageCount}
        total={total}
        href={(to) => href({ page: String(to) })}
      />
    </>
  )
}
