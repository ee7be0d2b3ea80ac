import { hoursText } from '@countersign/domain/work-time'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { DataTable } from '@countersign/ui/table'
import { Amount } from '@countersign/ui/values'
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { useListAddress } from '../../listing'
import { moneyMessages } from '../../messages/money'
import type { MoneyMessages } from '../../messages/money-en'
import { MarginPercent } from './margin-percent'

type Sums = {
  currency: string
  value: MoneyText
  earned: MoneyText
  invoiced: MoneyText
  paid: MoneyText
  cost: MoneyText
  margin: MoneyText
  percent: number | null
  unratedMinutes: number
}
export type MarginSums = Sums & { projects: number }
type MarginRow = Sums & { projectId: string; code: string; name: string; customer: string; manager: string }

const column = createColumnHelper<MarginRow>()

function columnsOf(t: MoneyMessages, projectPage: string | undefined) {
  const money = (id: 'value' | 'earned' | 'invoiced' | 'paid' | 'margin') =>
    column.accessor(id, {
      header: t.margins[id],
      cell: ({ getValue }) => <Amount value={getValue()} />,
      meta: { numeric: true },
    })
  return [
    column.accessor('code', {
      id: 'project',
      header: t.margins.projectAndManager,
      meta: { wide: true },
      cell: ({ row: { original } }) => {
        const words = `${original.code} ${original.name}`
        return (
          <>
            {projectPage === undefined ? (
              words
            ) : (
              <a href={`/projects/${original.projectId}${projectPage}`}>{words}</a>
            )}
            <span className="cn-under">{original.manager}</span>
          </>
        )
      },
    }),
    column.accessor('customer', { header: t.customer }),
    column.accessor('currency', { header: t.margins.currency }),
    money('value'),
    money('earned'),
    money('invoiced'),
    money('paid'),
    column.accessor('cost', {
      header: t.margins.cost,
      cell: ({ row: { original } }) => <Cost {...original} />,
      meta: { numeric: true },
    }),
    money('margin'),
    column.accessor('percent', {
      header: t.margins.percent,
      cell: ({ row: { original } }) => <MarginPercent {...original} />,
      meta: { numeric: true },
    }),
  ]
}

export function MarginTable(props: {
  rows: MarginRow[]
  totals: MarginSums[]
  sorted: { column: string; descending: boolean }
  /** Which page of a project its name leads to; none where the reader has none. */
  projectPage: string | undefined
}) {
  const { rows, totals, sorted, projectPage } = props
  const t = useMessages(moneyMessages)
  const href = useListAddress()
  const table = useReactTable({
    data: rows,
    columns: columnsOf(t, projectPage),
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ projectId }) => projectId,
    manualSorting: true,
    state: { sorting: [{ id: sorted.column, desc: sorted.descending }] },
  })
  return (
    <DataTable
      table={table}
      caption={t.margins.caption}
      sortHref={(id, descending) => href({ sort: descending ? `-${id}` : id })}
      empty={
        <EmptyState
          title={t.margins.empty}
          action={<LinkButton href="/margins">{t.margins.showAll}</LinkButton>}
        >
          {t.margins.emptyHint}
        </EmptyState>
      }
      feet={totals.map((sums) => ({
        key: sums.currency,
        cells: [
          t.total(sums.currency),
          '',
          '',
          <Amount key="value" value={sums.value} />,
          <Amount key="earned" value={sums.earned} />,
          <Amount key="invoiced" value={sums.invoiced} />,
          <Amount key="paid" value={sums.paid} />,
          <Cost key="cost" {...sums} />,
          <Amount key="margin" value={sums.margin} />,
          <MarginPercent key="percent" {...sums} />,
        ],
      }))}
    />
  )
}

function Cost({ cost, unratedMinutes }: Pick<Sums, 'cost' | 'unratedMinutes'>) {
  const t = useMessages(moneyMessages).margins
  return (
    <>
      <Amount value={cost} />
      {unratedMinutes > 0 ? (
        <span className="cn-flag">
          <Icon name="alert" /> {t.unratedHours(hoursText(unratedMinutes))}
        </span>
      ) : null}
    </>
  )
}
