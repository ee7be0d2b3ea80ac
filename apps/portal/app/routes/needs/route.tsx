import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { needsMessages } from '../../messages/needs'
import { NeedCard } from '../../needs/need-card'
import { needsPage } from '../../needs/queries.server'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => needsPage(tx, projectId, now)))
  return json({ ...facts, asOf: now.toISOString() })
}

export default function Needs() {
  const { project, needs, mayAnswer, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(needsMessages)
  const open = needs.filter(({ closing }) => closing === null)
  const settled = needs.filter(({ closing }) => closing !== null)
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.title} lead={t.lead} />
      <ProjectTabs projectId={project.id} current="needs" />
      <Stack>
        {needs.length === 0 ? <EmptyState title={t.nothing}>{t.nothingText}</EmptyState> : null}
        {open.length > 0 ? (
          <Section title={t.open}>
            {open.map((need) => (
              <NeedCard key={need.id} need={need} mayAnswer={mayAnswer} />
            ))}
          </Section>
        ) : null}
        {settled.length > 0 ? (
          <Section title={t.settled}>
            {settled.map((need) => (
              <NeedCard key={need.id} need={need} mayAnswer={false} />
            ))}
          </Section>
        ) : null}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${needsMessages(locale).title} · ${project.name}`,
)
