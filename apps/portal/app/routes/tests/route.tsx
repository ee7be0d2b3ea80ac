import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { PersonCard } from '@countersign/ui/person-card'
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
  const isRecorded = new URL(request.url).searchParams.has('recorded')
  return json({ ...facts, isRecorded, asOf: new Date().toISOString() })
}

export default function Tests() {
  const { project, mayRun, rounds, defects, testers, isRecorded, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(testingMessages)
  const latest = rounds.filter(({ isLatest }) => isLatest)
  const earlier = rounds.filter(({ isLatest }) => !isLatest)
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.title} lead={t.lead} />
      <ProjectTabs projectId={project.id} current="tests" />
      <Stack>
        {isRecorded ? <Notice tone="success" title={t.recorded} live /> : null}
        {latest.length === 0 ? <EmptyState title={t.nothing}>{t.nothingText}</EmptyState> : null}
        {latest.length > 0 ? (
          <Section title={t.open} note={mayRun ? null : t.notATester}>
            {latest.map((round) => (
              <RoundCard key={round.id} round={round} mayRun={mayRun} />
            ))}
          </Section>
        ) : null}
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
        {testers.length > 0 ? (
          <Section title={t.testers} note={t.testersNote}>
            <Grid>
              {testers.map(({ id, name, jobTitle, endUserGroup }) => (
                <Card key={id} tone="quiet">
                  <PersonCard
                    name={name}
                    role={jobTitle}
                    note={endUserGroup ? t.endUser(endUserGroup) : undefined}
                  />
                </Card>
              ))}
            </Grid>
          </Section>
        ) : null}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${testingMessages(locale).title} · ${project.name}`,
)
