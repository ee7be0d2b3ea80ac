import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { marginsMessages } from '../../messages/margins'
import type { ProjectMoney } from './queries.server'

export function LineTable({ lines }: Pick<ProjectMoney, 'lines'>) {
  const { project: t, recognition } = useMessages(marginsMessages)
  const format = useFormat()
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value))
  return (
    <Section title={t.lines} note={t.reconciles}>
      <SimpleTable
        caption={t.linesCaption}
        captionHidden
        columns={[
          { key: 'line', label: t.line },
          { key: 'value', label: t.value, numeric: true },
          { key: 'recognised', label: t.recognised, numeric: true },
          { key: 'invoiced', label: t.invoiced, numeric: true },
          { key: 'unbilled', label: t.unbilled, numeric: true },
          { key: 'deferred', label: t.deferred, numeric: true },
          { key: 'cost', label: t.cost, numeric: true },
          { key: 'percent', label: t.percent, numeric: true },
          { key: 'completion', label: t.views.completion, numeric: true },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            <>
              {line.name}
              <span className="cn-under">{recognition[line.method]}</span>
            </>,
            <Amount key="value" value={line.value} />,
            <Amount key="recognised" value={line.recognised} />,
            <Amount key="invoiced" value={line.invoiced} />,
            <Amount key="unbilled" value={line.unbilled} />,
            <Amount key="deferred" value={line.deferred} />,
            <Amount key="cost" value={line.cost} />,
            percent(line.percent),
            percent(line.completionPercent),
          ],
        }))}
      />
    </Section>
  )
}
