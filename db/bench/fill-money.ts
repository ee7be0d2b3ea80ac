import type postgres from 'postgres'

/** So many of each, in a migrated database without anything else. */
export type Amount = { projects: number; entriesEach: number; invoicesEach: number }

const roles = ['network engineer', 'developer', 'project manager', 'analyst', 'tester']

/**
 * Fills a database by `generate_series` as its owner, in one transaction without triggers and foreign keys: they would
 * price, count and check a million hours one by one. What they keep is then made by the functions that they call
 * (`app.rebuild_totals`, the queue's unbilled hours), so that pages read what they would read. Nothing of it is in the
 * ledger or in money_changes.
 */
export async function fillMoney(
  sql: postgres.Sql,
  { projects, entriesEach, invoicesEach }: Amount,
  done: (part: string) => void = () => undefined,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`set local synchronous_commit = off`
    await people(tx, projects)
    await contracts(tx, projects)
    done('people, plans and contracts')
    await work(tx, entriesEach)
    done('hours')
    await invoices(tx, invoicesEach)
    done('invoices')
  })
  await sql.begin(async (tx) => {
    await tx`select app.rebuild_totals()`
  })
  done('totals')
  await sql`vacuum analyze`
}

async function people(tx: postgres.TransactionSql, projects: number) {
  await tx`
    insert into staff (name, email, role, job_role, locale, time_zone)
    select initcap(k.role) || ' ' || n, k.role || n || '@bench.example', k.role, (${roles}::text[])[1 + n % 5], 'en', 'Europe/Berlin'
    from (values ('finance', 2), ('project_manager', 20), ('team_member', 200)) k (role, count), generate_series(1, k.count) n`
  await tx`
    insert into customers (name, kind, locale, time_zone)
    select 'Customer ' || n, 'external', 'en', 'Europe/Berlin' from generate_series(1, ${Math.ceil(projects / 10)}::int) n`
  await tx`create temporary table managers on commit drop as
    select id, row_number() over (order by email) - 1 as n from staff where role = 'project_manager'`
  await tx`create temporary table members on commit drop as
    select id, job_role, row_number() over (order by email) - 1 as n from staff where role = 'team_member'`
  await tx`create temporary table buyers on commit drop as
    select id, row_number() over (order by name) - 1 as n from customers`
  await tx`
    insert into projects (code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day, business_unit)
    select 'B-' || lpad(i::text, 5, '0'), 'Project ' || i, c.id, m.id, 'scope', 'Europe/Berlin', '2025-01-06T08:00', 480,
      (array['North', 'South', 'West'])[1 + i % 3]
    from generate_series(1, ${projects}::int) i
    join managers m on m.n = i % 20 join buyers c on c.n = i % (select count(*) from buyers)`
  await tx`create temporary table numbered on commit drop as
    select id, customer_id, manager_id, row_number() over (order by code)::int as n from projects`
  await tx`
    insert into project_members (project_id, staff_id)
    select p.id, m.id from numbered p, generate_series(0, 7) k join members m on true where m.n = (p.n * 7 + k) % 200`
  await tx`
    insert into tasks (project_id, uid, position, wbs, name, outline_level, is_summary, is_milestone, duration_minutes,
      percent_complete, starts_local, finishes_local, early_start_local, early_finish_local, late_start_local,
      late_finish_local, is_critical, total_float_minutes)
    select p.id, k, k, k::text, 'Task ' || k, 1, false, false, 96000, (k * 37 + p.n * 13) % 101, d.s, d.f, d.s, d.f, d.s, d.f,
      k % 3 = 0, 0
    from numbered p, generate_series(1, 10) k,
      lateral (select to_char(date '2025-01-06' + k * 40, 'YYYY-MM-DD"T08:00"') as s,
        to_char(date '2025-01-06' + k * 40 + 200, 'YYYY-MM-DD"T17:00"') as f) d`
  await tx`
    insert into task_assignments (project_id, task_id, staff_id, planned_minutes, is_accountable)
    select t.project_id, t.id, m.id, 12000 + (t.uid * 997) % 6000, true
    from tasks t join numbered p on p.id = t.project_id join members m on m.n = (p.n * 7 + t.uid % 8) % 200`
}

async function contracts(tx: postgres.TransactionSql, projects: number) {
  await tx`
    insert into contracts (project_id, currency, value_minor, tax_basis_points, payment_term_days, signed_on)
    select id, case when n % 20 = 0 then 'CHF' else 'EUR' end, 45000000, 1900, 30, '2025-01-02' from numbered`
  await tx`
    insert into contract_lines (project_id, position, name, kind, recognition, original_minor)
    select p.id, k.position, k.name, k.kind, k.recognition, k.minor from numbered p, (values
      (1, 'Delivery', 'fixed-price', 'at-acceptance', 20000000::bigint),
      (2, 'Work by the hour', 'time-and-material', 'as-worked', 25000000)) k (position, name, kind, recognition, minor)`
  await tx`
    insert into billing_milestones (project_id, name, amount_minor, due_on, position, trigger, contract_line_id)
    select l.project_id, 'Milestone ' || k, case when k <= 8 then 2000000 else 1000000 end, current_date - 600 + k * 55, k,
      'date', l.id
    from contract_lines l, generate_series(1, 12) k where l.position = 1`
  await tx`
    insert into task_lines (project_id, task_id, contract_line_id)
    select t.project_id, t.id, l.id from tasks t
    join contract_lines l on l.project_id = t.project_id and l.position = case when t.uid <= 4 then 1 else 2 end`
  const by = tx`(select id from staff where email = 'finance1@bench.example')`
  await tx`
    insert into cost_rates (job_role, currency, hour_minor, from_on, recorded_by)
    select role, 'EUR', 6000 + 500 * n, '2024-01-01', ${by} from unnest(${roles}::text[]) with ordinality r (role, n)`
  await tx`
    insert into bill_rates (project_id, job_role, hour_minor, from_on, recorded_by)
    select p.id, role, 9500 + 700 * i, '2024-01-01', ${by} from numbered p, unnest(${roles}::text[]) with ordinality r (role, i)`
  await tx`
    insert into exchange_rates (from_currency, to_currency, from_on, rate, source, recorded_by)
    values ('CHF', 'EUR', '2024-01-01', 1.06, 'bench', ${by}), ('EUR', 'CHF', '2024-01-01', 0.94, 'bench', ${by})`
  await tx`insert into provider (name) values ('Bench') on conflict do nothing`
  if (projects < 1) throw new RangeError('a bench wants a project')
}

/** Hours over the last six hundred days, all approved but those of the last three weeks, which are handed in. */
async function work(tx: postgres.TransactionSql, entriesEach: number) {
  await tx`
    insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes, kind,
      contract_line_id, submitted_at, approved_at, approved_by, cost_hour_minor, cost_currency, exchange_rate, cost_minor,
      standard_minor, bill_hour_minor, bill_minor)
    select p.id, t.id, m.id, m.job_role, d.day, d.day, d.minutes, 'billable', l.contract_line_id, d.day + interval '2 days',
      case when d.day < current_date - 21 then d.day + interval '3 days' end,
      case when d.day < current_date - 21 then p.manager_id end,
      r.hour_minor, 'EUR', c.rate, round(d.minutes * r.hour_minor * c.rate / 60),
      round(d.minutes * r.hour_minor * c.rate / 60), b.hour_minor,
      round(d.minutes * b.hour_minor / 60.0)
    from numbered p
    cross join generate_series(1, ${entriesEach}::int) k
    cross join lateral (select current_date - (600 - k * 600 / ${entriesEach}::int) as day, 60 + (k * 37 % 8) * 45 as minutes) d
    join members m on m.n = (p.n * 7 + k % 8) % 200
    join tasks t on t.project_id = p.id and t.uid = 1 + k % 10
    join task_lines l on l.task_id = t.id
    join cost_rates r on r.job_role = m.job_role
    join bill_rates b on b.project_id = p.id and b.job_role = m.job_role
    join (select project_id, case currency when 'CHF' then 0.94 else 1 end as rate from contracts) c on c.project_id = p.id`
  await tx`
    insert into time_reviews (project_id, staff_id, week_on, act, minutes, done_by)
    select project_id, staff_id, date_trunc('week', worked_on)::date, 'submitted', sum(minutes), staff_id
    from time_entries where approved_at is null group by 1, 2, 3`
}

/** Nine invoices of milestones, the tenth still to be billed and two to come, the others of hours up to two months ago; most are paid. */
async function invoices(tx: postgres.TransactionSql, invoicesEach: number) {
  await tx`create temporary table billed on commit drop as
    select gen_random_uuid() as invoice_id, gen_random_uuid() as line_id, p.id as project_id, p.customer_id, k,
      row_number() over (order by k, p.n)::int as sequence, l.id as contract_line_id, m.id as milestone_id,
      case when m.id is null then current_date - (600 - k * 9) else m.due_on end as issued_on,
      coalesce(m.amount_minor, 0) as net
    from numbered p cross join generate_series(1, ${invoicesEach}::int) k
    left join billing_milestones m on m.project_id = p.id and m.position = k and k < 10
    join contract_lines l on l.project_id = p.id and l.position = case when m.id is null then 2 else 1 end`
  await tx`create temporary table billed_hours on commit drop as
    select t.id, t.project_id, t.bill_minor, 9 + ntile(greatest(${invoicesEach}::int - 9, 1)) over (
      partition by t.project_id order by t.worked_on, t.id) as k
    from time_entries t join contract_lines l on l.id = t.contract_line_id and l.position = 2
    where t.worked_on < current_date - 60`
  await tx`update billed b set net = s.net from (
    select project_id, k, sum(bill_minor) as net from billed_hours group by 1, 2) s
    where s.project_id = b.project_id and s.k = b.k and b.milestone_id is null`
  await tx`delete from billed where net = 0`
  await tx`
    insert into invoices (id, project_id, customer_id, series, sequence, number, issued_on, due_on, currency, net_minor,
      tax_minor, gross_minor, issued_by)
    select b.invoice_id, b.project_id, b.customer_id, 'B', b.sequence, 'B-' || lpad(b.sequence::text, 6, '0'), b.issued_on,
      b.issued_on + 30, c.currency, b.net, round(b.net * 0.19), b.net + round(b.net * 0.19), f.id
    from billed b join contracts c on c.project_id = b.project_id
    cross join (select id from staff where email = 'finance1@bench.example') f`
  await tx`
    insert into invoice_lines (id, project_id, invoice_id, position, source, billing_milestone_id, contract_line_id,
      description, amount_minor, tax_basis_points)
    select line_id, project_id, invoice_id, 1, case when milestone_id is null then 'time' else 'milestone' end, milestone_id,
      contract_line_id, 'Bench', net, 1900 from billed`
  await tx`
    insert into invoice_taxes (project_id, invoice_id, tax_category, tax_basis_points, net_minor, tax_minor)
    select project_id, invoice_id, 'S', 1900, net, round(net * 0.19) from billed`
  await tx`
    insert into invoice_line_entries (project_id, invoice_line_id, time_entry_id, amount_minor)
    select h.project_id, b.line_id, h.id, h.bill_minor
    from billed_hours h join billed b on b.project_id = h.project_id and b.k = h.k and b.milestone_id is null`
  await tx`
    insert into invoice_payments (project_id, invoice_id, amount_minor, received_on, recorded_by)
    select i.project_id, i.id, i.gross_minor, i.issued_on + 20, i.issued_by from invoices i
    where i.issued_on + 20 < current_date and i.sequence % 10 <> 0`
  await tx`
    insert into unbilled_time (time_entry_id, project_id, contract_line_id, month_on, minutes, bill_minor)
    select t.id, t.project_id, t.contract_line_id, date_trunc('month', t.booked_on)::date, t.minutes, t.bill_minor
    from time_entries t join contract_lines l on l.id = t.contract_line_id and l.position = 2
    where t.approved_at is not null and not exists (select from invoice_line_entries e where e.time_entry_id = t.id)`
  await tx`insert into invoice_series (series, last_number) select 'B', max(sequence) from invoices`
}
