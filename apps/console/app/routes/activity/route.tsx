import { hoursText } from '@countersign/domain/work-time'
import { BarList } from '@countersign/ui/bar-list'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { weekMessages } from '../../messages/week'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { activityOf, answersOfDays, type Activity } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager')
  const now = new Date()
  const people = await db.read(staff, (tx) => activityOf(tx, officeDay(now)))
  return { people, answersOfDays, at: now.toISOString() }
}

export default function TeamActivity() {
  const { people, answersOfDays, at } = useLoaderData<typeof loader>()
  const t = useMessages(weekMessages).activity
  const most = Math.max(1, ...people.map(({ backlogMinutes }) => backlogMinutes))
  const behind = people.filter(({ backlogMinutes }) => backlogMinutes > 0)
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead(answersOfDays)} meta={<AsOf at={at} />} />
      {people.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : null}
      {behind.length === 0 ? null : (
        <Section title={t.backlog} note={t.backlogNote}>
          <BarList
            bars={[...behind]
              .sort((a, b) => b.backlogMinutes - a.backlogMinutes)
              .map(({ id, name, backlogMinutes }) => ({
                key: id,
                name,
                share: backlogMinutes / most,
                words: hoursText(backlogMinutes),
              }))}
          />
        </Section>
      )}
      {people.length === 0 ? null : <People people={people} />}
    </Stack>
  )
}

function People({ people }: { people: readonly Activity[] }) {
  const t = useMessages(weekMessages).activity
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.title}
      captionHidden
      columns={[
        { key: 'name', label: t.who },
        { key: 'open', label: t.openTasks, numeric: true },
        { key: 'overdue', label: t.overdueTasks, numeric: true },
        { key: 'backlog', label: t.backlogHours, numeric: true },
        { key: 'questions', label: t.questions, numeric: true },
        { key: 'answers', label: t.answers, numeric: true },
        { key: 'logged', label: t.lastLogged },
      ]}
      rows={people.map((each) => ({
        key: each.id,
        cells: [
          <span key="name">
            {each.name}
            <span className="cn-under">{t.inProjects(each.jobRole, each.projects)}</span>
          </span>,
          format.number(each.openTasks),
          <span key="overdue" className={each.overdueTasks > 0 ? 'cs-bad' : undefined}>
            {format.number(each.overdueTasks)}
          </span>,
          hoursText(each.backlogMinutes),
          <span key="questions" className={each.openQuestions > 0 ? 'cs-bad' : undefined}>
            {format.number(each.openQuestions)}
          </span>,
          each.medianHours === null ? (
            '–'
          ) : (
            <span key="answers">
              {each.medianHours < 48
                ? t.hours(format.number(Math.max(1, Math.round(each.medianHours))))
                : format.days(Math.round(each.medianHours / 24))}
              <span className="cn-under">{t.answered(each.answered)}</span>
            </span>
          ),
          each.lastLoggedOn === null ? '–' : format.date(each.lastLoggedOn),
        ],
      }))}
    />
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => weekMessages(locale).activity.title)
