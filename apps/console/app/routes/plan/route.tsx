import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { Pagination } from '@countersign/ui/pagination'
import { PlanTimeline } from '@countersign/ui/plan-timeline'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { importsMessages } from '../../messages/imports'
import { planMessages } from '../../messages/plan'
import { pageOf } from '../../page-number'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { PlanActions } from './plan-actions'
import { planPage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const plan = found(await db.read(staff, (tx) => planPage(tx, projectId, (pages) => pageOf(request, pages))))
  const today = localDateIn(plan.timeZone, new Date())
  const isMerged = new URL(request.url).searchParams.has('merged')
  return { ...plan, projectId, today, isMerged, mayWrite: staff.role === 'project_manager' }
}

export default function Plan() {
  const { projectId, rows, links, today, page, pageCount, total, isMerged, mayWrite } =
    useLoaderData<typeof loader>()
  const t = useMessages(planMessages).plan
  const { merge } = useMessages(importsMessages)
  return (
    <Section
      title={t.title}
      note={mayWrite ? `${t.note} ${t.howToChange}` : t.note}
      actions={<PlanActions projectId={projectId} mayWrite={mayWrite} />}
    >
      {isMerged ? <Notice tone="success" title={merge.done} live /> : null}
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
