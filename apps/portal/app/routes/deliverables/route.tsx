import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EvidenceCard } from '../../acceptance/evidence-card'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { projectMessages } from '../../messages/project'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'
import { DeliverableCard } from './deliverable-card'
import { deliverablesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(contact, (tx) => deliverablesOf(tx, projectId)))
  return json({ ...facts, asOf: new Date().toISOString() })
}

export default function Deliverables() {
  const { project, deliverables, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(projectMessages)
  const isAnyAccepted = deliverables.some(({ versions }) =>
    versions.some(({ state }) => state.startsWith('accepted')),
  )
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.deliverables} />
      <ProjectTabs projectId={project.id} current="deliverables" />
      {deliverables.length > 0 ? (
        <Stack>
          {deliverables.map((deliverable) => (
            <DeliverableCard key={deliverable.id} deliverable={deliverable} />
          ))}
          {isAnyAccepted ? <EvidenceCard href={`/projects/${project.id}/evidence`} of="project" /> : null}
        </Stack>
      ) : (
        <EmptyState title={t.noDeliverables} />
      )}
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${projectMessages(locale).deliverables} · ${project.name}`,
)
