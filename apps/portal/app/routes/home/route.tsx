import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { homeMessages } from '../../messages/home'
import { titled } from '../../reader'
import { ProjectCard } from './project-card'
import { overview } from './queries.server'
import { ChangeWaitingCard } from './change-waiting-card'
import { CriteriaWaitingCard } from './criteria-waiting-card'
import { NeedWaitingCard } from './need-waiting-card'
import { PointCard, TestsCard } from './to-do-cards'
import { WaitingCard } from './waiting-card'

export async function loader({ request }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const now = new Date()
  return json({ name: contact.name, ...(await db.read(contact, (tx) => overview(tx, contact, now))) })
}

export default function Home() {
  const page = useLoaderData<typeof loader>()
  const { name, asOf, mine, criteria, changes, points, tests, needs, colleagues, projects, signsSomewhere } =
    page
  const t = useMessages(homeMessages)
  return (
    <CustomerPage asOf={asOf}>
      <PageHeader title={t.title(name)} />
      <Section title={t.waiting}>
        {mine.length + criteria.length + changes.length + points.length + tests.length + needs.length > 0 ? (
          <div className="cards">
            {criteria.map((project) => (
              <CriteriaWaitingCard key={project.projectId} project={project} />
            ))}
            {changes.map((change) => (
              <ChangeWaitingCard key={change.id} change={change} />
            ))}
            {mine.map((submission) => (
              <WaitingCard key={submission.id} submission={submission} mine />
            ))}
            {needs.map((need) => (
              <NeedWaitingCard key={need.id} need={need} />
            ))}
            {points.map((point) => (
              <PointCard key={point.id} point={point} />
            ))}
            {tests.map((round) => (
              <TestsCard key={round.id} round={round} />
            ))}
          </div>
        ) : (
          <EmptyState title={t.nothingWaiting}>
            {signsSomewhere ? t.nothingWaitingText : t.nothingForViewers}
          </EmptyState>
        )}
      </Section>
      {colleagues.length > 0 ? (
        <Section title={t.withColleagues} note={t.withColleaguesNote}>
          <div className="cards">
            {colleagues.map((submission) => (
              <WaitingCard key={submission.id} submission={submission} mine={false} />
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={t.projects}>
        {projects.length > 0 ? (
          <div className="cards">
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </div>
        ) : (
          <EmptyState title={t.noProjects}>{t.noProjectsText}</EmptyState>
        )}
      </Section>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale) => homeMessages(locale).pageTitle)
