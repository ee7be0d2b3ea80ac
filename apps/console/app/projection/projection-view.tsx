import type { LocalDate } from '@countersign/domain/calendar-day'
import type { Projection } from '@countersign/domain/publication'
import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Prose } from '@countersign/ui/layout'
import { MilestoneTimeline } from '@countersign/ui/milestone-timeline'
import { Pagination } from '@countersign/ui/pagination'
import { PlanTimeline } from '@countersign/ui/plan-timeline'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { useLocation } from '@remix-run/react'
import { scopeKinds } from '../kinds'
import { sharingMessages } from '../messages/sharing'
import { statesMessages } from '../messages/states'
import { deliverableTone, healthTone } from '../tones'
import type { ShownProjection } from './shown-projection'

type Props = {
  projection: ShownProjection
  /** The first day promised for each milestone, by uid. */
  promises: Record<string, LocalDate>
}

/** What a customer reads of a project, and nothing that a customer does not. */
export function ProjectionView({ projection, promises }: Props) {
  const { project, asOf, health, percentComplete, finishesOn, narrative, range } = projection
  const t = useMessages(sharingMessages).projection
  const states = useMessages(statesMessages)
  const format = useFormat()
  const likely = new Map(range?.milestones.map(({ uid, ...days }) => [uid, days]))
  return (
    <>
      <KeyFigures
        figures={[
          { label: t.health, value: <StateBadge tone={healthTone[health]} label={states.health[health]} /> },
          { label: t.progress, value: format.percent(percentComplete), note: t.asOf(format.date(asOf)) },
          {
            label: t.finish,
            value: finishesOn ? <Day on={finishesOn} short /> : '–',
            note: range
              ? t.likely(format.dateShort(range.finish.p50), format.dateShort(range.finish.p80))
              : undefined,
          },
        ]}
      />
      {narrative ? <Prose text={narrative} /> : <p className="cs-note">{t.narrativeLater}</p>}
      <Card title={t.milestones}>
        <MilestoneTimeline
          title={t.milestones}
          today={asOf}
          phases={(projection.phases ?? []).map(({ uid, ...phase }) => ({ id: String(uid), ...phase }))}
          milestones={projection.milestones.map(({ uid, name, kind, on, isReached }) => ({
            id: String(uid),
            name,
            kind,
            promisedOn: promises[uid] ?? on,
            currentOn: on,
            done: isReached,
            likely: likely.get(uid),
          }))}
        />
      </Card>
      <ProjectedDeliverables deliverables={projection.deliverables} />
      <Card title={t.objective}>
        <Prose text={project.objective} />
      </Card>
      <ProjectedScope scope={projection.scope} />
      <ProjectedPlan projection={projection} />
    </>
  )
}

function ProjectedDeliverables({ deliverables }: Pick<Projection, 'deliverables'>) {
  const t = useMessages(sharingMessages).projection
  const states = useMessages(statesMessages)
  return (
    <SimpleTable
      caption={t.deliverables}
      columns={[
        { key: 'name', label: t.deliverable },
        { key: 'state', label: t.state },
        { key: 'due', label: t.due },
        { key: 'criteria', label: t.criteria },
      ]}
      rows={deliverables.map(({ id, code, name, description, state, dueOn, criteria }) => ({
        key: id,
        cells: [
          <>
            {code} {name}
            {description ? <div className="cs-note">{description}</div> : null}
          </>,
          <StateBadge tone={deliverableTone[state]} label={states.deliverable[state]} />,
          dueOn ? <Day on={dueOn} short /> : '–',
          <ul className="cn-bullets">
            {criteria.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>,
        ],
      }))}
    />
  )
}

function ProjectedScope({ scope }: Pick<Projection, 'scope'>) {
  const t = useMessages(sharingMessages).projection
  const states = useMessages(statesMessages)
  const kinds = scopeKinds.filter((kind) => scope.some((item) => item.kind === kind))
  if (kinds.length === 0) return null
  return (
    <Card title={t.scope}>
      {kinds.map((kind) => (
        <Prose key={kind}>
          <p>
            <strong>{states.scope[kind]}</strong>
          </p>
          <ul>
            {scope
              .filter((item) => item.kind === kind)
              .map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </Prose>
      ))}
    </Card>
  )
}

function ProjectedPlan({ projection }: { projection: ShownProjection }) {
  const { tasks, asOf, page, pageCount } = projection
  const { search } = useLocation()
  const pageHref = (to: number) => {
    const asked = new URLSearchParams(search)
    asked.set('page', String(to))
    return `?${asked}`
  }
  const t = useMessages(sharingMessages).projection
  if (!tasks) return null
  return (
    <Card title={t.plan}>
      <PlanTimeline
        title={t.plan}
        today={asOf}
        rows={tasks.map((task) => ({
          id: String(task.uid),
          wbs: task.wbs,
          name: task.name,
          depth: task.outlineLevel - 1,
          kind: task.isSummary ? 'summary' : task.isMilestone ? 'milestone' : 'task',
          start: task.startsOn,
          finish: task.finishesOn,
          percentDone: task.percentComplete,
        }))}
      />
      <Pagination page={page} pageCount={pageCount} href={pageHref} />
    </Card>
  )
}
