import { StateBadge } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day, Instant } from '@countersign/ui/values'
import { projectsMessages } from '../../messages/projects'
import type { OwnProject } from './queries.server'

export function ProjectTable({ projects }: { projects: OwnProject[] }) {
  const t = useMessages(projectsMessages).list
  const columns = [
    { key: 'project', label: t.project },
    { key: 'customer', label: t.customer },
    { key: 'progress', label: t.progress },
    { key: 'next', label: t.nextMilestone },
    { key: 'awaits', label: t.awaits },
    { key: 'published', label: t.published },
  ]
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={columns}
      rows={projects.map((project) => ({
        key: project.id,
        cells: [
          <>
            <a href={`/projects/${project.id}`}>{project.name}</a>
            <div className="cs-note">{project.code}</div>
          </>,
          project.customer,
          <Progress percent={project.progress} name={project.name} />,
          project.next ? (
            <>
              {project.next.name}
              <div className="cs-note">
                <Day on={project.next.on} short />
              </div>
            </>
          ) : (
            <span className="cs-note">{t.allReached}</span>
          ),
          <Awaits project={project} />,
          project.published ? (
            <>
              {t.publication(project.published.number)}
              <div className="cs-note">
                <Instant at={project.published.publishedAt} />
              </div>
            </>
          ) : (
            <span className="cs-note">{t.neverPublished}</span>
          ),
        ],
      }))}
    />
  )
}

function Progress({ percent, name }: { percent: number; name: string }) {
  const format = useFormat()
  return (
    <div className="cn-progress">
      <span className="cs-amount">{format.percent(percent)}</span>
      <progress max={100} value={percent} aria-label={name} />
    </div>
  )
}

function Awaits({ project: { waiting, rejected, unagreed, billable } }: { project: OwnProject }) {
  const t = useMessages(projectsMessages).list
  if (waiting + rejected + unagreed + billable === 0) return <span className="cs-note">{t.nothing}</span>
  return (
    <Cluster>
      {rejected > 0 ? <StateBadge tone="rejected" label={t.rejected(rejected)} /> : null}
      {waiting > 0 ? <StateBadge tone="waiting" label={t.waiting(waiting)} /> : null}
      {unagreed > 0 ? <StateBadge tone="draft" label={t.unagreed(unagreed)} /> : null}
      {billable > 0 ? <StateBadge tone="billable" label={t.billable(billable)} /> : null}
    </Cluster>
  )
}
