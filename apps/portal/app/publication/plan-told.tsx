import type { PublishedTask } from '@countersign/domain/publication'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Pagination } from '@countersign/ui/pagination'
import { type PlanRow, PlanTimeline } from '@countersign/ui/plan-timeline'
import { projectMessages } from '../messages/project'

export const planRowsPerPage = 200

/** One page of the published plan; `href` gives each page's address. */
export function PlanTold(props: {
  tasks: readonly PublishedTask[]
  page: number
  today: string
  href: (page: number) => string
}) {
  const { tasks, page, today, href } = props
  const t = useMessages(projectMessages)
  const pageCount = Math.max(1, Math.ceil(tasks.length / planRowsPerPage))
  const at = Math.min(page, pageCount)
  const from = (at - 1) * planRowsPerPage
  const rows = tasks.slice(from, from + planRowsPerPage)
  return (
    <Section
      title={t.plan}
      id="plan"
      note={pageCount > 1 ? t.planPart(from + 1, from + rows.length, tasks.length) : t.planNote}
    >
      <PlanTimeline title={t.plan} rows={rows.map(planRow)} today={today} />
      {pageCount > 1 ? <Pagination page={at} pageCount={pageCount} href={href} total={tasks.length} /> : null}
    </Section>
  )
}

function planRow(task: PublishedTask): PlanRow {
  return {
    id: String(task.uid),
    wbs: task.wbs,
    name: task.name,
    depth: Math.max(0, task.outlineLevel - 1),
    kind: task.isMilestone ? 'milestone' : task.isSummary ? 'summary' : 'task',
    start: task.startsOn,
    finish: task.finishesOn,
    percentDone: task.percentComplete,
  }
}
