import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { PersonCard } from '@countersign/ui/person-card'
import { Day } from '@countersign/ui/values'
import { frameMessages } from '../../messages/frame'
import { projectsMessages } from '../../messages/projects'
import { statesMessages } from '../../messages/states'
import { healthTone } from '../../tones'
import type { Glance } from './queries.server'

export function Standing({ project }: { project: Glance }) {
  const { progress, tasksDone, taskCount, next, finishesOn, today, waiting } = project
  const t = useMessages(projectsMessages)
  const format = useFormat()
  const [first] = next
  return (
    <KeyFigures
      figures={[
        {
          label: t.overview.progress,
          value: format.percent(progress),
          note: t.overview.progressNote(format.number(tasksDone), format.number(taskCount)),
        },
        {
          label: t.list.nextMilestone,
          value: first ? <Day on={first.on} short /> : '–',
          note: first ? `${first.name}, ${format.relativeDays(first.on, today)}` : t.list.allReached,
          tone: first && first.on < today ? 'bad' : 'plain',
        },
        {
          label: t.overview.decisions,
          value: format.number(waiting.length),
          note: waiting[0]?.name ?? t.overview.noDecisions,
        },
        { label: t.overview.finish, value: finishesOn ? <Day on={finishesOn} short /> : '–' },
      ]}
    />
  )
}

export function Published({ project: { published, mayWrite, projectId } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview
  const states = useMessages(statesMessages)
  const format = useFormat()
  return (
    <Card
      title={t.published}
      level={2}
      footer={
        mayWrite ? (
          <LinkButton href={`/projects/${projectId}/publish`} size="small">
            {t.publishFirst}
          </LinkButton>
        ) : null
      }
    >
      {published ? (
        <>
          <StateBadge tone={healthTone[published.health]} label={states.health[published.health]} />
          <p>{t.publishedOn(published.number, format.instant(published.publishedAt))}</p>
        </>
      ) : (
        <p>{t.notPublished}</p>
      )}
    </Card>
  )
}

export function Team({ project: { team } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview
  const { roles } = useMessages(frameMessages)
  return (
    <Card title={t.team} level={2}>
      {team.map(({ id, name, role }) => (
        <PersonCard key={id} name={name} role={roles[role]} />
      ))}
    </Card>
  )
}
