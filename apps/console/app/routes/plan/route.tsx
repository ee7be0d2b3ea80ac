import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Pagination } from '@countersign/ui/pagination'
import { PlanTimeline } from '@countersign/ui/plan-timeline'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { planMessages } from '../../messages/plan'
import { pageOf } from '../../page-number'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { planPage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const plan = found(await db.read(staff, (tx) => planPage(tx, projectId, (pages) => pageOf(request, pages))))
  const today = localDateIn(plan.timeZone, new Date())
  return { ...plan, today, mayWrite: staff.role === 'project_manager' }
}

export default function Plan() {
  const { rows, links, today, page, pageCount, total, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(planMessages).plan
  return (
    <Section title={t.title} note={mayWrite ? `${t.note} ${t.howToChange}` : t.note}>
      {rows.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <PlanTimeline title={t.timeline} rows={rows} links={links} today={today} />
      )}
      <Pagination page={page} pageCount={pageCount} total={total} href={(to) => `?page=${to}`} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => planMessages(locale).plan.title)
