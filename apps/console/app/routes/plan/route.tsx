import { localDateTimeIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { OverNotice } from '../../capacity/over-notice'
import { whatIsAmiss } from '../../capacity/what-is-amiss.server'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { importsMessages } from '../../messages/imports'
import { planMessages } from '../../messages/plan'
import { workspaceMessages } from '../../messages/workspace'
import { pageOf } from '../../page-number'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { PlanActions } from './plan-actions'
import { planPage } from './queries.server'
import { ReadingView } from './reading-view'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const plan = found(await db.read(staff, (tx) => planPage(tx, projectId, (pages) => pageOf(request, pages))))
  const now = localDateTimeIn(plan.timeZone, new Date())
  const { searchParams } = new URL(request.url)
  const mayWrite = staff.role === 'project_manager'
  const amiss = await db.read(staff, (tx) => whatIsAmiss(tx, staff, projectId, now.slice(0, 10)))
  return {
    ...amiss,
    plan,
    projectId,
    now,
    isMerged: searchParams.has('merged'),
    mayWrite,
    works: mayWrite && !searchParams.has('view') && !searchParams.has('page'),
  }
}

export default function Plan() {
  const { plan, projectId, now, isMerged, mayWrite, works, over, gaps } = useLoaderData<typeof loader>()
  const t = useMessages(planMessages).plan
  const { merge } = useMessages(importsMessages)
  const reading = <ReadingView plan={plan} today={now.slice(0, 10)} keepsView={mayWrite} />
  const warning = <OverNotice projectId={projectId} over={over} gaps={gaps} mayLevel={mayWrite} />
  return (
    <Section
      title={t.title}
      note={works ? undefined : mayWrite ? `${t.note} ${t.howToChange}` : t.note}
      actions={<PlanActions projectId={projectId} mayWrite={mayWrite} works={works} />}
    >
      {isMerged ? <Notice tone="success" title={merge.done} live /> : null}
      {works ? null : warning}
      {works ? (
        <WhereScripted otherwise={reading}>
          <Workspace projectId={projectId} now={now} />
        </WhereScripted>
      ) : (
        reading
      )}
      {/* The work comes first; who has too much of it is said below. */}
      {works ? warning : null}
    </Section>
  )
}

/** Its scripts are a chunk of their own, which only a manager on this page loads. */
const Workspace = lazy(async () => {
  const { OpenWorkspace } = await import('../../workspace/open-workspace')
  return { default: OpenWorkspace }
})

/** The browser draws the workspace; one without scripts shows what there is to read. */
function WhereScripted({ otherwise, children }: { otherwise: ReactNode; children: ReactNode }) {
  const t = useMessages(workspaceMessages)
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const opening = (
    <div className="cw-opening" role="status">
      {t.loading}
    </div>
  )
  return (
    <>
      <noscript>{otherwise}</noscript>
      {isScripted ? <Suspense fallback={opening}>{children}</Suspense> : opening}
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => planMessages(locale).plan.title)
