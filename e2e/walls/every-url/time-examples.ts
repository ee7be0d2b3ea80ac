import type postgres from 'postgres'
import { nobodys, taking, type Example } from './console-examples'

const authors = ['mara', 'jonas', 'tomas', 'aiko'] as const

/** Own hours, and those that others approve. */
export async function timeExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [waiting] = await sql<Record<'project' | 'person' | 'week', string>[]>`
    select t.project_id as project, t.staff_id as person,
      date_trunc('week', t.worked_on::timestamp)::date::text as week
    from public.time_entries t join public.projects p on p.id = t.project_id
    join public.staff s on s.id = t.staff_id
    where p.code = 'NW-2604' and s.email like 'tomas@%' and t.submitted_at is not null and t.approved_at is null
    order by t.worked_on desc limit 1`
  const { project, person, week } = waiting!
  const handIn = `/time/hand-in?project=${project}&week=${week}`
  const approval = `/time/approvals/${project}/${person}/${week}`
  return {
    '/time.csv': { at: '/time.csv', opens: [...authors] },
    '/time/week': taking({ at: '/time/week', opens: [...authors] }, [...authors], { week: '2026-01-05' }),
    '/time/hand-in': taking(
      { at: handIn, absent: `/time/hand-in?project=${nobodys}&week=${week}`, opens: ['tomas', 'aiko'] },
      [...authors],
      { act: 'hand-in' },
    ),
    '/time/timer': taking({ at: '/time/timer', opens: [...authors] }, [...authors], { act: 'discard' }),
    '/time/approvals': taking(
      { at: '/time/approvals', opens: ['mara', 'jonas', 'petra', 'priya'] },
      ['mara', 'jonas', 'petra', 'priya'],
      { weeks: `${project} ${nobodys} ${week} 60` },
    ),
    '/time/approvals/:projectId/:staffId/:weekOn': taking(
      {
        at: approval,
        absent: `/time/approvals/${nobodys}/${person}/${week}`,
        opens: ['jonas', 'petra', 'priya'],
      },
      ['mara', 'jonas', 'petra', 'priya'],
      { act: 'approve', minutes: '1' },
    ),
    '/utilisation': { at: '/utilisation', opens: ['mara', 'jonas', 'petra', 'priya', 'alan', 'ewan'] },
  }
}

/** What finance alone keeps; the lines of a project's tasks are its manager's. */
export async function rateExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<Record<'project' | 'rate' | 'task', string>[]>`
    select p.id as project, (select id from public.exchange_rates limit 1) as rate,
      (select t.id from public.tasks t where t.project_id = p.id and not t.is_summary limit 1) as task
    from public.projects p where p.code = 'NW-2604'`
  const { project, rate, task } = ids!
  return {
    '/rates/bill': taking({ at: '/rates/bill', opens: ['priya'] }, ['priya'], {
      projectId: project,
      jobRole: 'developer',
      hour: '1',
      fromOn: '2031-01-01',
    }),
    '/rates/exchange': taking({ at: '/rates/exchange', opens: ['priya'] }, ['priya'], {
      fromCurrency: 'USD',
      toCurrency: 'EUR',
      rate: '1',
      fromOn: '2031-01-01',
      source: '',
    }),
    '/rates/:kind/:rateId/removal': taking(
      { at: `/rates/exchange/${rate}/removal`, absent: `/rates/cost/${nobodys}/removal`, opens: ['priya'] },
      ['priya'],
      {},
    ),
    '/projects/:projectId/contract/hours': taking(
      {
        at: `/projects/${project}/contract/hours`,
        absent: `/projects/${nobodys}/contract/hours`,
        opens: ['jonas'],
      },
      ['jonas'],
      { 'lines.0.taskId': task, 'lines.0.contractLineId': '' },
    ),
  }
}
