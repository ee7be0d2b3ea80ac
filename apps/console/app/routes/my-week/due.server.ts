import type { StaffActor, Tx } from '@countersign/db/connect'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { sql } from 'drizzle-orm'
import { unionFor, type Source } from '../../role-sources.server'
import { budgetApprovers } from '../budget/readers'
import { timeApprovers } from '../time-approvals/approvers'
import { acceptancePeriods } from './acceptance-periods.server'
import { weekReaders } from './readers'

/** A customer hears from us at least so often, in days. */
const reportEvery = 14
/** What falls due within so many days is due from somebody now. */
const ahead = 7

export type DueKind = keyof typeof dueSources | 'acceptance-period'

/** Something that waits for whoever asks: of one project, or of all of them together (null). */
export type Due = {
  key: string
  kind: DueKind
  project: { id: string; code: string; name: string } | null
  /** What it is about, in the words of whoever named it; '' where the kind says it all. */
  what: string
  /** The row it is about, for the page where something is done about it; '' for none. */
  at: string
  count: number
  /** When it fell or falls due; of what waits for an answer, since when. */
  on: LocalDate | null
}

type Asking = { me: string; today: LocalDate }
const manager = ['project_manager'] as const
const workers = ['team_member', 'project_manager'] as const
const payers = ['project_manager', 'finance'] as const

/** Each gives rows of (project_id, what, at, count, due_on). */
const dueSources = {
  'overdue-invoices': {
    roles: ['finance'],
    rows: ({ today }) => sql`
      select null::uuid, '', '', count(*), min(i.due_on) from public.invoices i
        join app.invoice_states s on s.invoice_id = i.id
       where i.kind = 'invoice' and s.open_minor > 0 and i.due_on < ${today}::date having count(*) > 0`,
  },
  'to-bill': {
    roles: ['finance'],
    rows: () => sql`
      select s.project_id, '', '', count(*), min(s.released_at)::date from app.billing_milestone_states s
       where s.state = 'billable' group by s.project_id`,
  },
  'draft-to-review': {
    roles: ['finance'],
    rows: ({ me }) => sql`
      select null::uuid, '', '', count(*), min(d.written_at)::date from public.invoice_drafts d
       where d.state = 'in-review' and d.written_by <> ${me} having count(*) > 0`,
  },
  'month-to-close': {
    roles: ['finance'],
    rows: ({ today }) => sql`
      select null::uuid, '', to_char(m.month_on, 'YYYY-MM'), 1, (m.month_on + interval '1 month')::date
        from (select (date_trunc('month', ${today}::date) - interval '1 month')::date as month_on) m
       where not exists (select from public.closed_months c where c.month_on = m.month_on)`,
  },
  'hours-to-approve': {
    roles: timeApprovers,
    rows: ({ me }) => sql`
      select null::uuid, '', '', count(distinct (e.project_id, e.staff_id, date_trunc('week', e.worked_on))),
        min(e.submitted_at)::date from public.time_entries e
       where e.submitted_at is not null and e.approved_at is null and e.reverses is null and e.corrects is null
         and e.staff_id <> ${me} and (e.checked_at is null or not app.waits_for_release(e.staff_id))
       having count(*) > 0`,
  },
  'expenses-to-approve': {
    roles: payers,
    rows: ({ me }) => sql`
      select null::uuid, '', '', count(*), min(e.submitted_at)::date from public.expenses e
       where e.submitted_at is not null and e.approved_at is null and e.reverses is null and e.corrects is null
         and e.staff_id <> ${me} having count(*) > 0`,
  },
  'vendor-invoices': {
    roles: payers,
    rows: () => sql`
      select v.project_id, '', '', count(*), min(v.due_on) from public.vendor_invoices v
       where v.approved_at is null group by v.project_id`,
  },
  'budget-to-review': {
    roles: budgetApprovers,
    rows: () => sql`
      select b.project_id, '', b.version::text, b.version, r.done_at::date from public.budgets b
        join lateral (select r.act, r.done_at from public.budget_reviews r where r.budget_id = b.id
          order by r.done_at desc limit 1) r on r.act = 'submitted'`,
  },
  'transfer-to-answer': {
    roles: budgetApprovers,
    rows: () => sql`
      select t.project_id, '', '', count(*), min(t.asked_at)::date from public.budget_transfers t
       where not exists (select from public.budget_transfer_answers a where a.budget_transfer_id = t.id)
       group by t.project_id`,
  },
  'more-time-asked': {
    roles: manager,
    rows: () => sql`
      select r.project_id, d.code || ' ' || d.name, d.id::text, 1, r.requested_at::date from public.time_requests r
        join app.deliverable_states s on s.submission_id = r.submission_id and s.state = 'submitted'
        join public.deliverables d on d.id = s.deliverable_id
       where not exists (select from public.time_answers a where a.time_request_id = r.id)`,
  },
  'claim-unanswered': {
    roles: manager,
    rows: () => sql`
      select c.project_id, c.title, '', 1, c.claimed_at::date from public.warranty_claims c
       where not exists (select from public.claim_answers a where a.claim_id = c.id)`,
  },
  'defect-unanswered': {
    roles: manager,
    rows: () => sql`
      select d.project_id, t.code || ' ' || t.name, t.id::text, count(*), min(d.raised_at)::date
        from public.test_defects d
        join public.test_runs r on r.id = d.run_id
        join public.test_rounds o on o.id = r.round_id
        join public.deliverables t on t.id = o.deliverable_id
       where not exists (select from public.defect_answers a where a.defect_id = d.id)
         and not exists (select from public.test_runs later where later.case_id = r.case_id
           and later.round_id = r.round_id and later.outcome = 'passed' and later.run_at > r.run_at)
       group by d.project_id, t.id, t.code, t.name`,
  },
  rejected: {
    roles: manager,
    rows: () => sql`
      select s.project_id, d.code || ' ' || d.name, d.id::text, 1, s.decided_at::date from app.deliverable_states s
        join public.deliverables d on d.id = s.deliverable_id where s.state = 'rejected'`,
  },
  'to-submit': {
    roles: manager,
    rows: ({ today }) => sql`
      select s.project_id, d.code || ' ' || d.name, d.id::text, 1, left(t.finishes_local, 10)::date
        from app.deliverable_states s
        join public.deliverables d on d.id = s.deliverable_id
        join public.tasks t on t.project_id = d.project_id and t.uid = d.due_task_uid
       where s.state = 'draft' and left(t.finishes_local, 10) <= ${addDays(today, ahead)}`,
  },
  'point-to-do': {
    roles: manager,
    rows: ({ today }) => sql`
      select p.project_id, p.text, p.id::text, 1, p.due_on from public.punch_items p
       where p.owner_side = 'provider' and p.due_on <= ${addDays(today, ahead)}::date
         and not exists (select from public.punch_item_closures c where c.punch_item_id = p.id)
         and not exists (select from public.punch_item_reports r where r.punch_item_id = p.id)`,
  },
  'risk-to-review': {
    roles: manager,
    rows: ({ today }) => sql`
      select r.project_id, r.title, r.number::text, 1, r.review_on from public.risks r
       where r.state = 'open' and r.review_on <= ${today}::date`,
  },
  'report-due': {
    roles: manager,
    rows: ({ today }) => sql`
      select p.id, '', '', 1, coalesce(l.published_on, p.created_at::date) + ${reportEvery}::integer
        from public.projects p
        left join lateral (select max(b.published_at)::date as published_on from public.publications b
          where b.project_id = p.id) l on true
       where coalesce(l.published_on, p.created_at::date) + ${reportEvery}::integer <= ${today}::date
         and exists (select from public.tasks t where t.project_id = p.id and not t.is_summary and t.is_active
           and t.percent_complete < 100)`,
  },
  'tasks-overdue': {
    roles: manager,
    rows: ({ today }) => sql`
      select t.project_id, '', '', count(*), min(left(t.finishes_local, 10))::date from public.tasks t
       where not t.is_summary and t.is_active and t.percent_complete < 100
         and left(t.finishes_local, 10) < ${today} group by t.project_id`,
  },
  'my-task': {
    roles: ['team_member'],
    rows: ({ me, today }) => sql`
      select t.project_id, t.name, t.uid::text, 1, coalesce(a.due_on, left(t.finishes_local, 10)::date)
        from public.task_assignments a join public.tasks t on t.id = a.task_id
       where a.staff_id = ${me} and t.percent_complete < 100
         and coalesce(a.due_on, left(t.finishes_local, 10)::date) <= ${addDays(today, ahead)}::date`,
  },
  'hours-sent-back': {
    roles: workers,
    rows: ({ me }) => sql`
      select r.project_id, r.reason, r.week_on::text, 1, r.done_at::date
        from (select distinct on (v.project_id, v.week_on) v.* from public.time_reviews v where v.staff_id = ${me}
          order by v.project_id, v.week_on, v.done_at desc) r
       where r.act = 'sent-back'`,
  },
  'hours-to-hand-in': {
    roles: workers,
    rows: ({ me, today }) => sql`
      select null::uuid, '', min(w.week)::text, count(*), min(w.week) + 7
        from (select distinct date_trunc('week', e.worked_on::timestamp)::date as week from public.time_entries e
          where e.staff_id = ${me} and e.submitted_at is null and e.worked_on < ${mondayOf(today)}::date) w
       having count(*) > 0`,
  },
  'dependency-late': {
    roles: manager,
    // Late as the domain's isLate() has it: a promise of another day does not change the need.
    rows: ({ today }) => sql`
      select d.project_id, d.what, d.number::text, 1, d.need_on from public.dependencies d
        left join lateral (select r.id from public.dependency_requests r where r.dependency_id = d.id
          order by r.round desc limit 1) asked on true
        left join lateral (select a.answer from public.dependency_answers a where a.request_id = asked.id
          order by a.answered_at desc limit 1) said on true
       where d.closing is null and d.need_on < ${today}::date and said.answer is distinct from 'done'`,
  },
  'gate-condition': {
    roles: ['project_manager', 'program_manager', 'team_member'],
    rows: ({ me }) => sql`
      select c.project_id, c.text, c.id::text, 1, c.due_on from public.gate_conditions c
       where c.owner_id = ${me}
         and not exists (select from public.gate_condition_closures x where x.condition_id = c.id)`,
  },
  'leave-to-answer': {
    roles: weekReaders,
    // Whose leave one reads beside the own is those who report to the reader: the database says so.
    rows: ({ me }) => sql`
      select null::uuid, s.name, l.id::text, 1, l.from_on from public.leaves l
        join public.staff s on s.id = l.staff_id
       where l.staff_id <> ${me} and l.verdict is null and l.withdrawn_at is null`,
  },
  'weeks-to-answer': {
    roles: weekReaders,
    rows: () => sql`
      select null::uuid, '', '', count(distinct (h.staff_id, date_trunc('week', h.worked_on::timestamp))),
        min(h.handed_in_at)::date
        from app.report_hours h where h.state = 'mine' having count(*) > 0`,
  },
  'expenses-sent-back': {
    roles: workers,
    rows: ({ me }) => sql`
      select e.project_id, e.description, e.id::text, 1, max(r.done_at)::date from public.expenses e
        join public.expense_reviews r on r.expense_id = e.id and r.act = 'sent-back'
       where e.staff_id = ${me} and e.submitted_at is null group by e.project_id, e.description, e.id`,
  },
} as const satisfies Record<string, Source<Asking>>

/** Everything that is due from a person, what is late or waits longest first. */
export async function dueFrom(tx: Tx, by: StaffActor, today: LocalDate, now: Date): Promise<Due[]> {
  const all = unionFor(
    dueSources,
    by.role,
    { me: by.staffId, today },
    (kind, rows) =>
      sql`select ${kind}::text as kind, d.* from (${rows}) d (project_id, what, at, count, due_on)`,
  )
  if (!all) return []
  const [rows, periods] = await Promise.all([
    tx.execute<{
      kind: DueKind
      projectId: string | null
      code: string | null
      name: string | null
      what: string
      at: string
      count: number
      on: LocalDate | null
    }>(sql`
      select d.kind, d.project_id as "projectId", p.code, p.name, d.what, d.at, d.count::integer as count,
        d.due_on::text as "on"
      from (${all}) d left join public.projects p on p.id = d.project_id
      order by d.due_on nulls last, d.kind, p.code, d.what limit 300`),
    by.role === 'project_manager' ? acceptancePeriods(tx, now) : [],
  ])
  const found = rows.map(({ projectId, code, name, ...row }): Due => ({
    ...row,
    key: `${row.kind} ${projectId ?? ''} ${row.at}`,
    project: projectId === null ? null : { id: projectId, code: code ?? '', name: name ?? '' },
  }))
  return [...found, ...periods].sort((a, b) => compared(a.on, b.on))
}

/** Without a day last. */
function compared(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
