import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { marginsMessages } from '../../messages/margins'
import type { ProjectMoney } from './queries.server'

/** Sold, baseline, current and at completion, each with where it comes from. */
export function MarginViews(props: Pick<ProjectMoney, 'margins' | 'estimateFrom'>) {
  const { margins, estimateFrom } = props
  const t = useMessages(marginsMessages).project
  const format = useFormat()
  const noteOf = {
    sold: t.soldNote[estimateFrom ?? 'none'],
    baseline: t.baselineNote,
    current: t.currentNote,
    completion: t.completionNote[estimateFrom === 'budget' ? 'budget' : 'plan'],
  }
  return (
    <Section title={t.margins} note={t.marginsNote}>
      <SimpleTable
        caption={t.marginsCaption}
        captionHidden
        columns={[
          { key: 'view', label: t.view },
          { key: 'revenue', label: t.revenue, numeric: true },
          { key: 'cost', label: t.directCost, numeric: true },
          { key: 'margin', label: t.margin, numeric: true },
          { key: 'percent', label: t.percent, numeric: true },
        ]}
        rows={margins.map(({ key, revenue, cost, margin, percent }) => ({
          key,
          cells: [
            <>
              {t.views[key]}
              <span className="cn-under">{noteOf[key]}</span>
            </>,
            <Amount key="revenue" value={revenue} />,
            cost ? <Amount key="cost" value={cost} /> : '–',
            margin ? <Amount key="margin" value={margin} /> : '–',
            percent === null ? '–' : format.percent(percent),
          ],
        }))}
      />
    </Section>
  )
}
