import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns } from '@countersign/ui/layout'
import { MilestoneTimeline } from '@countersign/ui/milestone-timeline'
import { MoneyBar } from '@countersign/ui/money-bar'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { needsMessages } from '../../messages/needs'
import { projectMessages } from '../../messages/project'
import { pageOf } from '../../page-of'
import { ProjectTabs } from '../../project-tabs'
import { HealthBadge } from '../../publication/badges'
import { DeliverablesTold } from '../../publication/deliverables-told'
import { PlanTold } from '../../publication/plan-told'
import { ProgressTold } from '../../publication/progress-told'
import { ScopeTold } from '../../publication/scope-told'
import { StatusTold } from '../../publication/status-told'
import { titled } from '../../reader'
import { ProjectAside } from './project-aside'
import { projectAsTold } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => projectAsTold(tx, projectId)))
  return json({
    ...facts,
    planPage: pageOf(request),
    asOf: now.toISOString(),
    today: localDateIn(contact.timeZone, now),
  })
}

export default function Project() {
  const {
    project,
    team,
    needsCount,
    told,
    deliverables,
    waitingCount,
    waitingId,
    money,
    planPage,
    asOf,
    today,
  } = useLoaderData<typeof loader>()
  const t = useMessages(projectMessages)
  const needs = useMessages(needsMessages)
  const format = useFormat()
  const here = `/projects/${project.id}`
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        eyebrow={project.code}
        title={project.name}
        lead={told?.projection.project.objective}
        state={told ? <HealthBadge health={told.projection.health} /> : null}
        meta={
          told ? `${t.told(told.number, told.publishedByName)} · ${format.instant(told.publishedAt)}` : null
        }
      />
      <ProjectTabs projectId={project.id} current="progress" />
      {waitingId ? (
        <Notice tone="info">
          <a href={waitingCount === 1 ? `/submissions/${waitingId}` : `${here}/deliverables`}>
            {t.waits(waitingCount)}
          </a>
        </Notice>
      ) : null}
      {needsCount > 0 ? (
        <Notice tone="warning">
          <a href={`${here}/needs`}>{needs.waits(needsCount)}</a>
        </Notice>
      ) : null}
      {told ? <ProgressTold told={told} /> : null}
      <Columns aside={<ProjectAside project={project} team={team} told={told} />}>
        {told ? (
          <StatusTold told={told} />
        ) : (
          <EmptyState title={t.notPublished}>{t.notPublishedText(project.managerName)}</EmptyState>
        )}
      </Columns>
      {told ? (
        <Section title={t.milestones} note={t.milestonesNote}>
          <MilestoneTimeline
            title={t.milestones}
            milestones={told.milestones}
            phases={told.phases}
            today={today}
          />
        </Section>
      ) : null}
      <DeliverablesTold deliverables={deliverables} note={t.deliverablesNote} />
      {money ? (
        <Section title={t.payments} actions={<a href={`${here}/payments`}>{t.paymentsLink}</a>}>
          <MoneyBar title={t.contractValue} {...money} />
        </Section>
      ) : null}
      {told ? (
        <>
          <ScopeTold scope={told.projection.scope} />
          {told.projection.tasks ? (
            <PlanTold
              tasks={told.projection.tasks}
              page={planPage}
              today={today}
              href={(page) => `${here}?page=${page}#plan`}
            />
          ) : null}
          <Section title={t.proof}>
            <Digest sha256={told.digest} label={t.digest} />
          </Section>
        </>
      ) : null}
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((_locale, { project }) => project.name)
