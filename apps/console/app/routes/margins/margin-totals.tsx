import { hoursText } from '@countersign/domain/work-time'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid } from '@countersign/ui/layout'
import { MarginBar } from '@countersign/ui/margin-bar'
import { Notice } from '@countersign/ui/notice'
import { marginsMessages } from '../../messages/margins'
import { moneyMessages } from '../../messages/money'
import type { MarginTotal } from './queries.server'

/** What the whole list comes to, a drawing a currency, and what is missing from it. */
export function MarginTotals({ totals, mayRate }: { totals: MarginTotal[]; mayRate: boolean }) {
  const t = useMessages(moneyMessages).margins
  const more = useMessages(marginsMessages)
  const single = totals.filter(({ isAll }) => !isAll)
  const all = totals.find(({ isAll }) => isAll)
  const unrated = single.reduce((sum, { unratedMinutes }) => sum + unratedMinutes, 0)
  return (
    <>
      {unrated > 0 ? (
        <Notice tone="warning" title={t.unratedTitle(hoursText(unrated))}>
          <p>{t.unratedText}</p>
          {mayRate ? <a href="/rates">{t.toRates}</a> : null}
        </Notice>
      ) : null}
      {all?.without ? (
        <Notice tone="warning" title={more.notAddedTitle}>
          <p>{more.notAdded(all.without, all.currency)}</p>
          {mayRate ? <a href="/rates/exchange">{more.toExchange}</a> : null}
        </Notice>
      ) : null}
      <Grid min="wide">
        {single.map(({ currency, projects, earned, cost }) => (
          <Card key={currency}>
            <MarginBar title={t.projectsIn(projects, currency)} earned={earned} cost={cost} />
          </Card>
        ))}
      </Grid>
    </>
  )
}
