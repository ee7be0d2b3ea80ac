import { BarList } from '@countersign/ui/bar-list'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { hoursMessages } from '../../messages/hours'
import type { Grouping } from './asked'
import { drawnRows, type DrawnRow } from './drawn-rows'

/** How far each is from the target at a glance; the table below has the figures. A project has no target. */
export function UtilisationBars({ rows, by }: { rows: readonly DrawnRow[]; by: Grouping }) {
  const t = useMessages(hoursMessages).utilisation
  const format = useFormat()
  const drawn = drawnRows(rows, by)
  if (drawn.bars.length === 0) return null
  return (
    <Card title={by === 'project' ? t.chartShare : t.chart} level={2}>
      {drawn.bars.length < rows.length ? (
        <p className="cs-note">{t.chartSome(drawn.bars.length, rows.length)}</p>
      ) : null}
      <BarList
        bars={drawn.bars.map(({ key, name, percent, target }) => ({
          key,
          name: by === 'month' ? format.monthYear(name) : name,
          share: percent / drawn.scale,
          mark: target === null ? null : target / drawn.scale,
          words:
            target === null
              ? format.percent(percent)
              : t.against(format.percent(percent), format.percent(target)),
        }))}
      />
    </Card>
  )
}
