import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as migrateTables } from 'drizzle-orm/postgres-js/migrator'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'

const migrations = join(import.meta.dirname, '../../migrations')

/** The tables as they were after the migration of that name. */
export async function tablesAsOf(sql: postgres.Sql, last: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-migrations-'))
  try {
    cpSync(migrations, folder, { recursive: true })
    const path = join(folder, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
    const until = journal.entries.findIndex(({ tag }) => tag === last) + 1
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }))
    await migrateTables(drizzle(sql), { migrationsFolder: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Work of two people over a change of rates, two milestones invoiced, one of them paid, and a contract without tax: all
 * of it in the tables of before contracts had lines and entries a price.
 */
export async function workBeforeTheMoney(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    insert into customers (id, name, kind, locale, time_zone)
      values ('c0000000-0000-4000-8000-000000000001', 'Harbour', 'external', 'en', 'Europe/London');
    insert into staff (id, name, email, role, job_role, locale, time_zone) values
      ('50000000-0000-4000-8000-000000000001', 'Mia', 'mia@firm.example', 'project_manager', 'developer', 'en', 'Europe/Berlin'),
      ('50000000-0000-4000-8000-000000000002', 'Tom', 'tom@firm.example', 'team_member', 'tester', 'en', 'Europe/Berlin');
    insert into projects (id, code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day)
      select ('40000000-0000-4000-8000-00000000000' || n)::uuid, 'OLD-' || n, 'Old ' || n,
        'c0000000-0000-4000-8000-000000000001', '50000000-0000-4000-8000-000000000001', 'scope', 'Europe/London',
        '2026-01-05T08:00', 480 from generate_series(1, 2) n;
    insert into tasks (id, project_id, uid, position, wbs, outline_level, name, is_summary, is_milestone, duration_minutes,
        starts_local, finishes_local, early_start_local, early_finish_local, late_start_local, late_finish_local, is_critical,
        total_float_minutes)
      values ('60000000-0000-4000-8000-000000000001', '40000000-0000-4000-8000-000000000001', 1, 1, '1', 1, 'Build', false,
        false, 480, '2026-01-05T08:00', '2026-01-05T17:00', '2026-01-05T08:00', '2026-01-05T17:00', '2026-01-05T08:00',
        '2026-01-05T17:00', true, 0);
    insert into deliverables (id, project_id, code, name, kind, position)
      select ('d0000000-0000-4000-8000-00000000000' || n)::uuid, ('40000000-0000-4000-8000-00000000000' || n)::uuid,
        'D1', 'Result', 'result', 1 from generate_series(1, 2) n;
    insert into contracts (project_id, kind, currency, value_minor, tax_basis_points, payment_term_days) values
      ('40000000-0000-4000-8000-000000000001', 'fixed-price', 'EUR', 1000000, 1900, 30),
      ('40000000-0000-4000-8000-000000000002', 'fixed-price', 'USD', 50000, 0, 14);
    insert into billing_milestones (id, project_id, name, amount_minor, position) values
      ('b0000000-0000-4000-8000-000000000001', '40000000-0000-4000-8000-000000000001', 'Start', 400000, 1),
      ('b0000000-0000-4000-8000-000000000002', '40000000-0000-4000-8000-000000000001', 'Middle', 350000, 2),
      ('b0000000-0000-4000-8000-000000000003', '40000000-0000-4000-8000-000000000001', 'End', 250000, 3),
      ('b0000000-0000-4000-8000-000000000004', '40000000-0000-4000-8000-000000000002', 'All', 50000, 1);
    insert into billing_milestone_releases (project_id, billing_milestone_id, deliverable_id)
      select m.project_id, m.id, d.id from billing_milestones m join deliverables d using (project_id);
    insert into invoice_series (series, last_number) values ('2026', 2);
    insert into invoices (id, project_id, customer_id, series, sequence, number, issued_on, due_on, currency, net_minor,
        tax_basis_points, tax_minor, gross_minor, issued_by) values
      ('1e000000-0000-4000-8000-000000000001', '40000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001',
        '2026', 1, '2026-0001', '2026-03-10', '2026-04-09', 'EUR', 750000, 1900, 142500, 892500, '50000000-0000-4000-8000-000000000001'),
      ('1e000000-0000-4000-8000-000000000002', '40000000-0000-4000-8000-000000000002', 'c0000000-0000-4000-8000-000000000001',
        '2026', 2, '2026-0002', '2026-03-11', '2026-03-25', 'USD', 50000, 0, 0, 50000, '50000000-0000-4000-8000-000000000001');
    insert into invoice_lines (project_id, invoice_id, billing_milestone_id, description, amount_minor) values
      ('40000000-0000-4000-8000-000000000001', '1e000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'Middle', 350000),
      ('40000000-0000-4000-8000-000000000001', '1e000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'Start', 400000),
      ('40000000-0000-4000-8000-000000000002', '1e000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000004', 'All', 50000);
    insert into invoice_payments (project_id, invoice_id, amount_minor, received_on, recorded_by)
      values ('40000000-0000-4000-8000-000000000001', '1e000000-0000-4000-8000-000000000001', 500000, '2026-03-30', '50000000-0000-4000-8000-000000000001');
    insert into cost_rates (job_role, currency, hour_minor, from_on, recorded_by)
      select role, 'EUR', minor, day::date, '50000000-0000-4000-8000-000000000001' from (values
        ('developer', 6000, '2026-01-01'), ('developer', 6600, '2026-02-01'), ('tester', 5000, '2026-01-01')) r (role, minor, day);
    insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, minutes)
      select '40000000-0000-4000-8000-000000000001', '60000000-0000-4000-8000-000000000001', staff::uuid, role, day::date, minutes
      from (values ('50000000-0000-4000-8000-000000000001', 'developer', '2026-01-31', 60),
        ('50000000-0000-4000-8000-000000000001', 'developer', '2026-02-01', 90),
        ('50000000-0000-4000-8000-000000000002', 'tester', '2026-02-02', 30),
        ('50000000-0000-4000-8000-000000000002', 'porter', '2026-02-02', 15)) e (staff, role, day, minutes);`)
}
