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
import { testingMessages } from '../../messages/testing'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'
import { DefectCard } from './defect-card'
import { testsOfProject } from './queries.server'
import { RoundCard } from './round-card'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(contact, (tx) => testsOfProject(tx, projectId)))
  return json({ ...facts, asOf: new Date().toISOString() })
}

export default function Tests() {
  const { project, mayRun, rounds, defects, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(testingMessages)
  const latest = rounds.filter(({ isLatest }) => isLatest)
  const earlier = rounds.filter(({ isLatest }) => !isLatest)
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.title} lead={t.lead} />
      <ProjectTabs projectId={project.id} current="tests" />
      <Stack>
        {latest.length === 0 ? <EmptyState title={t.nothing}>{t.nothingText}</EmptyState> : null}
        {latest.map((round) => (
          <RoundCard key={round.id} round={round} mayRun={mayRun} />
        ))}
        {latest.length > 0 ? (
          <Section title={t.defects}>
            {defects.length === 0 ? <p className="cs-note">{t.noDefects}</p> : null}
            {defects.map((defect) => (
              <DefectCard key={defect.id} defect={defect} />
            ))}
          </Section>
        ) : null}
        {earlier.length > 0 ? (
          <Section title={t.earlier}>
            {earlier.map((round) => (
              <RoundCard key={round.id} round={round} mayRun={false} />
            ))}
          </Section>
        ) : null}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${testingMessages(locale).title} · ${project.name}`,
)
