import type { LocalDate } from '@countersign/domain/calendar-day'
import type { ShownToo } from '@countersign/domain/publication'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { sharingMessages } from '../../messages/sharing'

/** What the customer's timeline shows beyond milestones: looked at in the preview before it is published. */
export function ShownChoice(props: {
  shows: ShownToo
  forecast: { on: LocalDate; isStale: boolean } | null
  projectId: string
}) {
  const { shows, forecast, projectId } = props
  const t = useMessages(sharingMessages).publish.shows
  const format = useFormat()
  return (
    <Card title={t.title}>
      <form className="cs-form" method="get" key={`${shows.phases} ${shows.range}`}>
        <p className="cs-note">{t.note}</p>
        <input type="hidden" name="shows" value="" />
        <Checkbox name="phases" label={t.phases} hint={t.phasesHint} defaultChecked={shows.phases} />
        {forecast ? (
          <Checkbox
            name="range"
            label={t.range}
            hint={t.rangeHint(format.date(forecast.on))}
            defaultChecked={shows.range}
          />
        ) : (
          <p className="cs-note">
            {t.noForecast} <a href={`/projects/${projectId}/forecast`}>{t.toForecast}</a>
          </p>
        )}
        {shows.range && forecast?.isStale ? <Notice tone="warning">{t.stale}</Notice> : null}
        <div>
          <Button size="small">{t.look}</Button>
        </div>
      </form>
    </Card>
  )
}
