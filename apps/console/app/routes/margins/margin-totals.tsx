import { hoursText } from '@countersign/domain/work-time'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid } from '@countersign/ui/layout'
import { MarginBar } from '@countersign/ui/margin-bar'
import { Notice } from '@countersign/ui/notice'
import { moneyMessages } from '../../messages/money'
import type { MarginSums } from './margin-table'

/** What the whole list comes to, a drawing a currency, and what is missing from it. */
export function MarginTotals({ totals, mayRate }: { totals: MarginSums[]; mayRate: boolean }) {
  const t = useMessages(moneyMessages).margins
  const unrated = totals.reduce((sum, { unratedMinutes }) => sum + unratedMinutes, 0)
  return (
    <>
      {unrated > 0 ? (
        <Notice tone="warning" title={t.unratedTitle(hoursText(unrated))}>
          <p>{t.unratedText}</p>
          {mayRate ? <a href="/rates">{t.toRates}</a> : null}
        </Notice>
      ) : null}
      <Grid min="wide">
        {totals.map(({ currency, projects, earned, cost }) => (
          <Card key={currency}>
            <MarginBar title={t.projectsIn(projects, currency)} earned={earned} cost={cost} />
          </Card>
        ))}
      </Grid>
    </>
  )
}
