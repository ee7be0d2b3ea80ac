import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { MilestoneTimeline } from '@countersign/ui/milestone-timeline'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { projectMessages } from '../../messages/project'
import { pageOf } from '../../page-of'
import { HealthBadge } from '../../publication/badges'
import { DeliverablesTold } from '../../publication/deliverables-told'
import { PlanTold } from '../../publication/plan-told'
import { ProgressTold } from '../../publication/progress-told'
import { ScopeTold } from '../../publication/scope-told'
import { StatusTold } from '../../publication/status-told'
import { titled } from '../../reader'
import { publicationAsTold } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const number = numberParam(params.number)
  const facts = found(await db.read(contact, (tx) => publicationAsTold(tx, projectId, number)))
  return json({ ...facts, planPage: pageOf(request) })
}

export default function Publication() {
  const { project, told, planPage } = useLoaderData<typeof loader>()
  const t = useMessages(projectMessages)
  const format = useFormat()
  const { projection } = told
  const home = `/projects/${project.id}`
  return (
    <CustomerPage project={project} asOf={told.publishedAt}>
      <PageHeader
        back={{ to: home, label: t.backToProject }}
        eyebrow={`${project.code} ${projection.project.name}`}
        title={t.publicationTitle(told.number)}
        lead={projection.project.objective}
        state={<HealthBadge health={projection.health} />}
        meta={`${t.told(told.number, told.publishedByName)} · ${format.instant(told.publishedAt)}`}
      />
      <Notice tone="info">
        {t.publicationNotice} <a href={home}>{t.toLatest}</a>
      </Notice>
      <ProgressTold told={told} />
      <StatusTold told={told} />
      <Section title={t.milestones} note={t.milestonesNote}>
        <MilestoneTimeline
          title={t.milestones}
          milestones={told.milestones}
          phases={told.phases}
          today={projection.asOf}
          todayLabel={t.publishedThen}
        />
      </Section>
      <DeliverablesTold
        deliverables={projection.deliverables.map((deliverable) => ({ ...deliverable, latest: null }))}
        note={t.deliverablesAsPublished}
      />
      <ScopeTold scope={projection.scope} />
      {projection.tasks ? (
        <PlanTold
          tasks={projection.tasks}
          page={planPage}
          today={projection.asOf}
          href={(page) => `${home}/publications/${told.number}?page=${page}#plan`}
        />
      ) : null}
      <Section title={t.proof}>
        <Digest sha256={told.digest} label={t.digest} />
      </Section>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project, told }) => `${projectMessages(locale).publicationTitle(told.number)} · ${project.name}`,
)
