import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { foundProject } from '@countersign/operations/found-project'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { localDateIn } from '@countersign/domain/calendar-day'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { PlanTimeline } from '@countersign/ui/plan-timeline'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { projectsMessages } from '../../messages/projects'
import { pageOf } from '../../page-number'
import { pageTitle } from '../../reader'
import { AcceptForm } from './accept-form'
import { foundProjectForm } from './form'
import { PlanCalendars, PlanCounts, PlanLinks, PlanNotUnderstood } from './plan-parts'
import { importToCheck } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const importId = idParam(params.importId)
  const plan = await db.read(manager, (tx) => importToCheck(tx, importId, (pages) => pageOf(request, pages)))
  return { ...found(plan), today: localDateIn(manager.timeZone, new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const importId = idParam(params.importId)
  const form = await parseForm(request, foundProjectForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, async (tx) => {
    const { customerLocale } = found(await importToCheck(tx, importId, () => 1))
    const { charter } = projectsMessages(customerLocale)
    return foundProject(tx, { importId, ...form.value, charter, by: manager, now: new Date() })
  })
  return result.ok
    ? redirect(`/projects/${result.projectId}`)
    : refuse(result.why, projectsMessages(manager.locale).preview.refusals, 409, form.values)
}

export default function PlanImport() {
  const plan = useLoaderData<typeof loader>()
  const t = useMessages(projectsMessages).preview
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead(plan.fileName, plan.customer)}
        back={{ to: '/projects/new', label: t.another }}
      />
      {plan.projectId ? (
        <Notice tone="info" title={t.alreadyFounded}>
          <LinkButton href={`/projects/${plan.projectId}`} size="small">
            {t.toProject}
          </LinkButton>
        </Notice>
      ) : null}
      <PlanCounts plan={plan} />
      {plan.projectId ? null : <AcceptForm title={plan.title} />}
      <PlanNotUnderstood entries={plan.notUnderstood} />
      <Section title={t.timeline} note={t.ourDates}>
        <PlanTimeline title={t.timeline} rows={plan.rows} links={plan.rowLinks} today={plan.today} />
        <Pagination page={plan.page} pageCount={plan.pageCount} href={(page) => `?page=${page}`} />
      </Section>
      <PlanCalendars calendars={plan.calendars} />
      <PlanLinks plan={plan} />
    </>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => projectsMessages(locale).preview.title)
