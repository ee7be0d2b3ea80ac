import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ProgressRing } from '@countersign/ui/progress-ring'
import { projectMessages } from '../messages/project'
import { HealthBadge } from './badges'
import { nextMilestone } from './next-milestone'
import type { Told } from './queries.server'

/** How far it is, in one card: progress, health, the next milestone, the end. */
export function ProgressTold({ told: { projection } }: { told: Told }) {
  const t = useMessages(projectMessages)
  const format = useFormat()
  const { range } = projection
  const next = nextMilestone(projection.milestones)
  return (
    <Card>
      <div className="progress-told">
        <ProgressRing
          label={t.progress}
          value={projection.percentComplete}
          note={t.asOf(format.date(projection.asOf))}
        />
        <Facts
          columns={2}
          facts={[
            { label: t.health, value: <HealthBadge health={projection.health} /> },
            {
              label: t.nextMilestone,
              value: next ? `${next.name}, ${format.date(next.on)}` : t.noMilestone,
            },
            {
              label: t.finishes,
              value: projection.finishesOn === null ? t.noFinish : format.date(projection.finishesOn),
            },
            ...(range
              ? [
                  {
                    label: t.likelyFinish,
                    value: t.likelyDays(
                      format.dateShort(range.finish.p50),
                      format.dateShort(range.finish.p80),
                      format.dateShort(range.forecastOn),
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Card>
  )
}
