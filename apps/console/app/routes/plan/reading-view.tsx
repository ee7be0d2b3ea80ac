import { useMessages } from '@countersign/ui/i18n-context'
import { Pagination } from '@countersign/ui/pagination'
import { PlanTimeline } from '@countersign/ui/plan-timeline'
import { planMessages } from '../../messages/plan'
import type { PlanPage } from './queries.server'

/** The plan to read: page by page, without scripts. A manager's further pages stay in this view. */
export function ReadingView(props: { plan: PlanPage; today: string; keepsView: boolean }) {
  const { plan, today, keepsView } = props
  const { rows, links, page, pageCount, total } = plan
  const t = useMessages(planMessages).plan
  return (
    <>
      {rows.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <PlanTimeline title={t.timeline} rows={rows} links={links} today={today} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        total={total}
        href={(to) => (keepsView ? `?view=read&page=${to}` : `?page=${to}`)}
      />
    </>
  )
}
