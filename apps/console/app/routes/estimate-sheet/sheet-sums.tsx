import { hoursText } from '@countersign/domain/work-time'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { budgetMessages } from '../../messages/budget'
import type { EstimateSheet } from './queries.server'

/** What each work package costs and brings: sums, never a line of labour. */
export function SheetSums({ sheet: { packages, sums } }: { sheet: EstimateSheet }) {
  const { sheet: t, costTypes } = useMessages(budgetMessages)
  if (packages.length === 0) return <p className="cs-note">{t.none}</p>
  return (
    <Card title={t.sums}>
      <SimpleTable
        caption={t.sumsCaption}
        captionHidden
        columns={[
          { key: 'package', label: t.workPackage },
          { key: 'type', label: t.costType },
          { key: 'hours', label: t.hours, numeric: true },
          { key: 'cost', label: t.cost, numeric: true },
          { key: 'bill', label: t.bill, numeric: true },
        ]}
        rows={packages.map((each, index) => ({
          key: String(index),
          cells: [
            each.workPackage,
            costTypes[each.costType],
            each.minutes > 0 ? hoursText(each.minutes) : '–',
            <Amount key="cost" value={each.cost} />,
            <Amount key="bill" value={each.bill} />,
          ],
        }))}
        foot={[
          t.total,
          '',
          hoursText(sums.minutes),
          <Amount key="cost" value={sums.cost} />,
          <Amount key="bill" value={sums.bill} />,
        ]}
      />
    </Card>
  )
}

/** The lines of a sheet that is only read; what an hour costs stands there for finance alone. */
export function SheetLines({ sheet, isFinance }: { sheet: EstimateSheet; isFinance: boolean }) {
  const { sheet: t, costTypes } = useMessages(budgetMessages)
  const money = (value: EstimateSheet['lines'][number]['cost']) =>
    value === null ? '–' : <Amount value={value} />
  return (
    <Card title={t.lines}>
      {sheet.lineCount > sheet.lines.length ? (
        <p className="cs-note">{t.shown(String(sheet.lines.length), String(sheet.lineCount))}</p>
      ) : null}
      <SimpleTable
        caption={t.caption}
        captionHidden
        columns={[
          { key: 'package', label: t.workPackage },
          { key: 'type', label: t.costType },
          { key: 'role', label: t.jobRole },
          { key: 'hours', label: t.hours, numeric: true },
          ...(isFinance ? [{ key: 'costHour', label: t.costHour, numeric: true }] : []),
          { key: 'cost', label: t.cost, numeric: true },
          { key: 'bill', label: t.bill, numeric: true },
          { key: 'note', label: t.note_ },
        ]}
        rows={sheet.lines.map((line, index) => ({
          key: String(index),
          cells: [
            line.workPackage,
            costTypes[line.costType],
            line.jobRole ?? '–',
            line.minutes > 0 ? hoursText(line.minutes) : '–',
            ...(isFinance ? [money(line.costHour)] : []),
            money(line.cost),
            money(line.bill),
            line.note,
          ],
        }))}
      />
    </Card>
  )
}
