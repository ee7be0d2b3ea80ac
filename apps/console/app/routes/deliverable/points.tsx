import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import type { SerializeFrom } from '@remix-run/node'
import { ceremonyMessages } from '../../messages/ceremony'
import { pointTone } from '../../tones'
import type { loader } from './route'

type Deliverable = SerializeFrom<typeof loader>['deliverable']

/** What the customer reserved, where each point stands, and the way to report it done. */
export function Points(props: { deliverable: Deliverable; projectId: string; mayReport: boolean }) {
  const { deliverable, projectId, mayReport } = props
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  if (deliverable.points.length === 0) return null
  return (
    <Card title={t.points}>
      <Stack>
        <p className="cs-note">{t.pointsNote}</p>
        {deliverable.points.map((point) => {
          const { id, position, text, ownerName, ownerSide, dueOn, state, reports, closedAt, closedBy } =
            point
          return (
            <Card
              key={id}
              level={4}
              tone="quiet"
              title={t.point(position)}
              meta={<StateBadge tone={pointTone[state]} label={t.pointState[state]} />}
            >
              <Stack gap="tight">
                <Prose text={text} />
                <p className="cs-note">{t.owned(ownerName, t.side[ownerSide], format.date(dueOn))}</p>
                {reports.map(({ id: report, note, at, by }) => (
                  <div key={report}>
                    <p className="cs-note">{t.reported(by, format.instant(at))}</p>
                    {note ? <Prose text={note} /> : null}
                  </div>
                ))}
                {closedAt ? (
                  <div>
                    <p className="cs-note">{t.closed(closedBy ?? '', format.instant(closedAt))}</p>
                    {point.closingNote ? <Prose text={point.closingNote} /> : null}
                  </div>
                ) : mayReport ? (
                  <div>
                    <LinkButton
                      href={`/projects/${projectId}/points/${id}`}
                      size="small"
                      icon="check"
                      aria-label={`${t.report}: ${t.point(position)}`}
                    >
                      {t.report}
                    </LinkButton>
                  </div>
                ) : null}
              </Stack>
            </Card>
          )
        })}
      </Stack>
    </Card>
  )
}
