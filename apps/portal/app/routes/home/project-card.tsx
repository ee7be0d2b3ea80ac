import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { ProgressBar } from '@countersign/ui/progress-bar'
import { homeMessages } from '../../messages/home'
import { HealthBadge } from '../../publication/badges'
import type { ProjectCardFacts } from './queries.server'

/** A project as it was last published. */
export function ProjectCard({ project }: { project: ProjectCardFacts }) {
  const t = useMessages(homeMessages)
  const format = useFormat()
  const { id, code, name, number, asOf, health, percentComplete, next } = project
  return (
    <Card
      title={name}
      href={`/projects/${id}`}
      meta={code}
      footer={asOf && number ? <span className="cs-note">{t.asOf(format.date(asOf), number)}</span> : null}
    >
      {health === null ? (
        <p className="cs-note">{t.notPublished}</p>
      ) : (
        <Stack gap="tight">
          <p>
            <HealthBadge health={health} />
          </p>
          <ProgressBar label={t.progress} value={percentComplete ?? 0} />
          <Facts
            facts={[
              {
                label: t.nextMilestone,
                value: next ? `${next.name}, ${format.date(next.on)}` : t.noMilestone,
              },
            ]}
          />
        </Stack>
      )}
    </Card>
  )
}
