import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'

/** Answers of so many days count. */
export const answersOfDays = 90

/** What one colleague has before them, in the projects of whoever asks. */
export type Activity = {
  id: string
  name: string
  jobRole: string
  projects: number
  openTasks: number
  overdueTasks: number
  /** Planned for the open tasks and not logged on them yet. */
  backlogMinutes: number
  /** Customers' questions in projects that this person leads: without an answer, and answered lately. */
  openQuestions: number
  answered: number
  /** Half of the answers took no longer; null where there were none. */
  medianHours: number | null
  lastLoggedOn: LocalDate | null
}

/** Everybody who works in the projects of whoever asks, most overdue and fullest first. */
export async function activityOf(tx: Tx, today: LocalDate): Promise<Activity[]> {
  const rows = await tx.execute<Activity>(sql`
    with mine as (
      select m.staff_id, m.project_id from public.project_members m
      union select p.manager_id, p.id from public.projects p
    ), work as (
      select a.staff_id, count(*) as open_tasks,
        count(*) filter (where coalesce(a.due_on, left(t.finishes_local, 10)::date) < ${today}::date) as overdue_tasks,
        sum(greatest(0, a.planned_minutes - coalesce(l.minutes, 0))) as backlog_minutes
      from public.task_assignments a
      join public.tasks t on t.id = a.task_id
      left join lateral (select sum(e.minutes) as minutes from public.time_entries e
        where e.task_id = a.task_id and e.staff_id = a.staff_id) l on true
      where t.percent_complete < 100 and t.is_active and not t.is_summary
      group by a.staff_id
    ), questions as (
      select r.project_id, r.requested_at as asked_at, a.answered_at, a.answered_by
      from public.time_requests r left join public.time_answers a on a.time_request_id = r.id
      union all
      select c.project_id, c.claimed_at, a.answered_at, a.answered_by from public.warranty_claims c
      left join lateral (select a.answered_at, a.answered_by from public.claim_answers a where a.claim_id = c.id
        order by a.answered_at limit 1) a on true
      union all
      select d.project_id, d.raised_at, a.answered_at, a.answered_by from public.test_defects d
      left join lateral (select a.answered_at, a.answered_by from public.defect_answers a where a.defect_id = d.id
        order by a.answered_at limit 1) a on true
    ), answers as (
      select q.answered_by as staff_id, count(*) as answered,
        percentile_cont(0.5) within group (order by extract(epoch from q.answered_at - q.asked_at) / 3600) as median_hours
      from questions q
      where q.answered_at > ${today}::date - ${answersOfDays}::integer
      group by q.answered_by
    ), unanswered as (
      select p.manager_id as staff_id, count(*) as open_questions
      from questions q join public.projects p on p.id = q.project_id
      where q.answered_at is null group by p.manager_id
    ), logged as (
      select e.staff_id, max(e.worked_on) as last_on from public.time_entries e group by e.staff_id
    )
    select s.id, s.name, s.job_role as "jobRole", m.projects::integer as projects,
      coalesce(w.open_tasks, 0)::integer as "openTasks", coalesce(w.overdue_tasks, 0)::integer as "overdueTasks",
      coalesce(w.backlog_minutes, 0)::integer as "backlogMinutes",
      coalesce(u.open_questions, 0)::integer as "openQuestions", coalesce(a.answered, 0)::integer as answered,
      a.median_hours::float8 as "medianHours", l.last_on::text as "lastLoggedOn"
    from (select staff_id, count(*) as projects from mine group by staff_id) m
    join public.staff s on s.id = m.staff_id
    left join work w on w.staff_id = s.id
    left join answers a on a.staff_id = s.id
    left join unanswered u on u.staff_id = s.id
    left join logged l on l.staff_id = s.id
    where s.is_active
    order by "overdueTasks" desc, "backlogMinutes" desc, s.name
    limit 300`)
  return [...rows]
}
