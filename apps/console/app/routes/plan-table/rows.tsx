import type { RowRefusal } from '@countersign/interchange/plan-from-table'
import type { TableCell } from '@countersign/interchange/table'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { importsMessages } from '../../messages/imports'
import type { TableToRead } from './queries.server'

/** The head of the table as it was read, so that a wrong column is seen at once. */
export function FirstRows({ table }: { table: TableToRead }) {
  const t = useMessages(importsMessages).columns
  const format = useFormat()
  return (
    <Section title={t.preview}>
      <SimpleTable
        caption={t.preview}
        captionHidden
        columns={[
          { key: 'row', label: t.row, numeric: true },
          ...table.header.map((name, at) => ({ key: String(at), label: t.column(name, at + 1) })),
        ]}
        rows={table.rows.map(({ row, cells }) => ({
          key: String(row),
          cells: [format.number(row), ...table.header.map((_, at) => cellText(cells[at] ?? null))],
        }))}
      />
    </Section>
  )
}

type RowProblem = Pick<RowRefusal, 'row' | 'value' | 'why'> & { field?: RowRefusal['field'] }

/** Each row that makes no task, with what stands there and what is wrong with it. */
export function RowProblems({ rows }: { rows: readonly RowProblem[] }) {
  const t = useMessages(importsMessages).columns
  const format = useFormat()
  return (
    <Section title={t.problemsTitle} note={t.problemsNote}>
      <SimpleTable
        caption={t.problemsTitle}
        captionHidden
        columns={[
          { key: 'row', label: t.row, numeric: true },
          { key: 'field', label: t.field },
          { key: 'value', label: t.value },
          { key: 'problem', label: t.problem },
        ]}
        rows={rows.map(({ row, field, value, why }, index) => ({
          key: String(index),
          cells: [format.number(row), field ? t.fields[field] : '–', value || '–', t.rowRefusals[why]],
        }))}
      />
    </Section>
  )
}

function cellText(cell: TableCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.moment.replace('T', ' ') : String(cell)
}
