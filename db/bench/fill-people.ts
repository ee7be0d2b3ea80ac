import type postgres from 'postgres'

type Amount = { people: number; from: string; weeks: number }

/**
 * Fills a migrated database with so many people who deliver: ten to a project, each on a task of every fourth week,
 * booked now and then, away a week, with hours on every working day. As its owner and without triggers, which would
 * price and count a hundred thousand hours one by one.
 */
export async function fillPeople(sql: postgres.Sql, { people, from, weeks }: Amount): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`set local synchronous_commit = off`
    const managers = Math.max(1, people / 20)
    await tx`
      insert into staff (name, email, role, job_role, locale, time_zone, weekly_minutes, holiday_place, business_unit)
      select initcap(k.role) || ' ' || n, k.role || n || '@bench.example', k.role,
        (array['network engineer', 'developer', 'analyst', 'tester'])[1 + n % 4], 'en', 'Europe/Berlin', 2400, 'DE-HH',
        (array['North', 'South', 'West'])[1 + n % 3]
      from (values ('project_manager', ${managers}::int), ('team_member', ${people - managers}::int)) k (role, count),
        generate_series(1, k.count) n`
    await tx`
      insert into customers (name, kind, locale, time_zone) values ('Customer', 'external', 'en', 'Europe/Berlin')`
    await tx`create temporary table own on commit drop as
      select id, row_number() over (order by email) - 1 as n from staff where role = 'team_member'`
    await tx`
      insert into projects (code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day)
      select 'B-' || i, 'Project ' || i, (select id from customers), m.id, 'scope', 'Europe/Berlin',
        ${`${from}T08:00`}, 480
      from (select id, row_number() over (order by email) - 1 as n from staff where role = 'project_manager') m
      join generate_series(0, ${Math.ceil(people / 10) - 1}::int) i on m.n = i % ${managers}::int`
    await tx`create temporary table numbered on commit drop as
      select id, row_number() over (order by code) - 1 as n from projects`
    await tx`
      insert into tasks (project_id, uid, position, wbs, name, outline_level, is_summary, is_milestone, duration_minutes,
        percent_complete, starts_local, finishes_local, early_start_local, early_finish_local, late_start_local,
        late_finish_local, is_critical, total_float_minutes)
      select p.id, k, k, k::text, 'Task ' || k, 1, false, false, 19200, 0, d.s, d.f, d.s, d.f, d.s, d.f, false, 0
      from numbered p, generate_series(1, ${Math.ceil(weeks / 2)}::int) k,
        lateral (select to_char(${from}::date + (k - 1) * 14, 'YYYY-MM-DD"T08:00"') as s,
          to_char(${from}::date + (k - 1) * 14 + 25, 'YYYY-MM-DD"T17:00"') as f) d`
    await tx`
      insert into project_members (project_id, staff_id)
      select p.id, o.id from own o join numbered p on p.n = o.n % (select count(*) from numbered)`
    await tx`
      insert into task_assignments (project_id, task_id, staff_id, planned_minutes)
      select t.project_id, t.id, o.id, 4800 + (t.uid * 997 + o.n * 131) % 6000
      from own o join numbered p on p.n = o.n % (select count(*) from numbered) join tasks t on t.project_id = p.id`
    await tx`
      insert into bookings (project_id, staff_id, from_on, to_on, day_minutes, firmness, booked_by)
      select p.id, o.id, ${from}::date + (o.n % 20)::int * 7, ${from}::date + (o.n % 20)::int * 7 + 32,
        240 + 60 * (o.n % 4)::int, case when o.n % 3 = 0 then 'soft' else 'hard' end, o.id
      from own o join numbered p on p.n = (o.n + 1) % (select count(*) from numbered)`
    await tx`
      insert into leaves (staff_id, kind, from_on, to_on, is_half_day, note, asked_at, verdict, decided_by, decided_at)
      select o.id, 'holiday', ${from}::date + (o.n % 24)::int * 7, ${from}::date + (o.n % 24)::int * 7 + 4, false, '',
        now(), 'approved', (select id from staff where role = 'project_manager' limit 1), now()
      from own o`
    await tx`
      insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      select t.project_id, t.id, o.id, 'developer', d.on_day, d.on_day, 420
      from own o join numbered p on p.n = o.n % (select count(*) from numbered)
      join tasks t on t.project_id = p.id and t.uid = 1
      cross join lateral (select g::date as on_day from generate_series(${from}::date, ${from}::date + ${weeks * 7 - 1}::int,
        interval '1 day') g where extract(isodow from g) <= 5) d`
  })
  await sql`vacuum analyze`
}
