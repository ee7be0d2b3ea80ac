import type { StaffActor, Tx } from '@countersign/db/connect'
import { staffLooks } from '@countersign/db/tables/staff-looks'
import { eq, sql } from 'drizzle-orm'
import { unionFor, type Source } from '../../role-sources.server'

/** Who never looked is told of so many days. */
const firstLook = 14
const atMost = 60

export type ChangeKind = keyof typeof changeSources

/** Something that somebody else did in one's projects. */
export type Change = {
  key: string
  kind: ChangeKind
  /** Of a decision or an answer: which; '' else. */
  outcome: string
  project: { id: string; code: string; name: string }
  who: string
  what: string
  at: string
  happenedAt: string
}

type Asking = { me: string; since: string }

const delivering = ['project_manager', 'team_member', 'program_manager'] as const
const answering = ['project_manager', 'program_manager'] as const

/** Each gives rows of (project_id, outcome, who, what, at, happened_at). */
const changeSources = {
  decision: {
    roles: delivering,
    rows: () => sql`
      select d.project_id, case d.act when 'withdraws' then 'withdrawn' else d.outcome end, d.typed_name,
        t.code || ' ' || t.name, t.id::text, d.decided_at
        from public.decisions d
        join public.submissions s on s.id = d.submission_id
        join public.deliverables t on t.id = s.deliverable_id`,
  },
  'criteria-confirmed': {
    roles: delivering,
    rows: () => sql`
      select c.project_id, '', p.name, t.code || ' ' || t.name, t.id::text, c.confirmed_at
        from public.criteria_confirmations c
        join public.criteria_versions v on v.id = c.criteria_version_id
        join public.deliverables t on t.id = v.deliverable_id
        left join public.contacts p on p.id = c.confirmed_by`,
  },
  publication: {
    roles: delivering,
    rows: ({ me }) => sql`
      select b.project_id, '', s.name, b.number::text, b.number::text, b.published_at from public.publications b
        join public.staff s on s.id = b.published_by where b.published_by <> ${me}`,
  },
  'more-time': {
    roles: delivering,
    rows: () => sql`
      select r.project_id, '', p.name, t.code || ' ' || t.name, t.id::text, r.requested_at
        from public.time_requests r
        join public.submissions s on s.id = r.submission_id
        join public.deliverables t on t.id = s.deliverable_id
        left join public.contacts p on p.id = r.requested_by`,
  },
  defect: {
    roles: delivering,
    rows: () => sql`
      select d.project_id, '', p.name, d.description, t.id::text, d.raised_at from public.test_defects d
        join public.test_runs r on r.id = d.run_id
        join public.test_rounds o on o.id = r.round_id
        join public.deliverables t on t.id = o.deliverable_id
        left join public.contacts p on p.id = d.raised_by`,
  },
  claim: {
    roles: delivering,
    rows: () => sql`
      select c.project_id, '', p.name, c.title, '', c.claimed_at from public.warranty_claims c
        left join public.contacts p on p.id = c.claimed_by`,
  },
  'change-decided': {
    roles: answering,
    rows: () => sql`
      select d.project_id, d.outcome, d.typed_name, r.number || ' ' || r.title, r.id::text, d.decided_at
        from public.change_decisions d join public.change_requests r on r.id = d.change_request_id
       where d.contact_id is not null`,
  },
  invoice: {
    roles: answering,
    rows: ({ me }) => sql`
      select i.project_id, i.kind, s.name, i.number, i.id::text, i.issued_at from public.invoices i
        join public.staff s on s.id = i.issued_by where i.issued_by <> ${me}`,
  },
  payment: {
    roles: [...answering, 'finance'],
    rows: ({ me }) => sql`
      select y.project_id, '', s.name, i.number, i.id::text, y.recorded_at from public.invoice_payments y
        join public.invoices i on i.id = y.invoice_id
        join public.staff s on s.id = y.recorded_by where y.recorded_by <> ${me}`,
  },
  'vendor-invoice': {
    roles: ['project_manager', 'finance'],
    rows: ({ me }) => sql`
      select v.project_id, '', s.name, v.number, v.purchase_order_id::text, v.recorded_at
        from public.vendor_invoices v join public.staff s on s.id = v.recorded_by where v.recorded_by <> ${me}`,
  },
  'budget-reviewed': {
    roles: ['project_manager'],
    rows: ({ me }) => sql`
      select r.project_id, r.act, s.name, b.version::text, b.version::text, r.done_at from public.budget_reviews r
        join public.budgets b on b.id = r.budget_id
        join public.staff s on s.id = r.done_by where r.done_by <> ${me}`,
  },
  'plan-edited': {
    roles: delivering,
    // One line a project, however often it was saved; what the customer's word changed is nobody's.
    rows: ({ me, since }) => sql`
      select e.project_id, '', string_agg(distinct s.name, ', '), count(*)::text, '', max(e.saved_at)
        from public.plan_edits e left join public.staff s on s.id = e.staff_id
       where e.staff_id is distinct from ${me} and e.saved_at > ${since}::timestamptz group by e.project_id`,
  },
  'my-hours': {
    roles: ['project_manager', 'team_member'],
    rows: ({ me }) => sql`
      select v.project_id, v.act, s.name, v.reason, v.week_on::text, v.done_at from public.time_reviews v
        join public.staff s on s.id = v.done_by where v.staff_id = ${me} and v.done_by <> ${me}`,
  },
} as const satisfies Record<string, Source<Asking>>

/** What others did since a person said it had seen everything, the newest first; `more` where not all is listed. */
export async function changesFor(tx: Tx, by: StaffActor, now: Date) {
  const [look] = await tx
    .select({ at: staffLooks.lookedAt })
    .from(staffLooks)
    .where(eq(staffLooks.staffId, by.staffId))
  const since = look?.at ?? new Date(now.getTime() - firstLook * 86_400_000)
  const all = unionFor(
    changeSources,
    by.role,
    { me: by.staffId, since: since.toISOString() },
    (kind, rows) => sql`
      select ${kind}::text as kind, c.* from (${rows}) c (project_id, outcome, who, what, at, happened_at)
       where c.happened_at > ${since.toISOString()}::timestamptz`,
  )
  if (!all) return { since: since.toISOString(), changes: [], more: false }
  const rows = await tx.execute<{
    kind: ChangeKind
    outcome: string
    projectId: string
    code: string
    name: string
    who: string | null
    what: string
    at: string
    happenedAt: Date
  }>(sql`
    select c.kind, c.outcome, c.project_id as "projectId", p.code, p.name, c.who, c.what, c.at,
      to_json(c.happened_at) #>> '{}' as "happenedAt"
    from (${all}) c join public.projects p on p.id = c.project_id
    order by c.happened_at desc, c.kind, c.at limit ${atMost + 1}`)
  return {
    since: since.toISOString(),
    more: rows.length > atMost,
    changes: rows
      .slice(0, atMost)
      .map(({ projectId, code, name, who, happenedAt, ...row }, index): Change => ({
        ...row,
        key: `${row.kind} ${row.at} ${index}`,
        project: { id: projectId, code, name },
        who: who ?? '',
        happenedAt: new Date(happenedAt).toISOString(),
      })),
  }
}
