import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { progressByProject } from '../../progress.server'
import { sql } from 'drizzle-orm'
import type { Due } from './due.server'

/** A project of one's own with the one thing that comes next in it: what is due first, else its next milestone. */
export type NextThing = {
  id: string
  code: string
  name: string
  customer: string
  progress: number
  next: { due: Due } | { milestone: { name: string; on: LocalDate } } | null
}

/** One's own projects that are not finished, those with something due first. */
export async function nextThings(tx: Tx, dues: readonly Due[]): Promise<NextThing[]> {
  const [rows, progress] = await Promise.all([
    tx.execute<{
      id: string
      code: string
      name: string
      customer: string
      milestone: string | null
      on: LocalDate | null
    }>(sql`
      select p.id, p.code, p.name, c.name as customer, m.name as milestone, m.on
      from public.projects p
      join public.customers c on c.id = p.customer_id
      left join lateral (select t.name, left(t.finishes_local, 10) as on from public.tasks t
        where t.project_id = p.id and t.is_milestone and not t.is_summary and t.percent_complete < 100
        order by t.finishes_local, t.position limit 1) m on true
      order by p.created_at desc`),
    progressByProject(tx),
  ])
  return rows
    .map(({ milestone, on, ...project }): NextThing => {
      const due = dues.find((each) => each.project?.id === project.id)
      return {
        ...project,
        progress: progress.get(project.id) ?? 0,
        next: due ? { due } : milestone && on ? { milestone: { name: milestone, on } } : null,
      }
    })
    .filter(({ progress: done, next }) => done < 100 || next !== null)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

/** What has no day comes last. */
function dayOf({ next }: NextThing): LocalDate {
  if (next === null) return '9999-12-31'
  return ('due' in next ? next.due.on : next.milestone.on) ?? '9999-12-30'
}
