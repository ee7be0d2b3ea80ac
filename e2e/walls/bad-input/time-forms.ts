import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const author = ({ product, sql }: Scene) => staffVisits(product, sql, 'tomas')
const manager = ({ product, sql }: Scene) => staffVisits(product, sql, 'mara')
const finance = ({ product, sql }: Scene) => staffVisits(product, sql, 'priya')

async function ids({ sql }: Scene) {
  const [found] = await sql<Record<'project' | 'task' | 'tomas' | 'line', string>[]>`
    select p.id as project, t.id as task, (select id from public.staff where email like 'tomas@%') as tomas,
      (select l.id from public.contract_lines l where l.project_id = p.id order by position limit 1) as line
    from public.tasks t join public.projects p on p.id = t.project_id
    where p.code = 'HT-2601' and t.name = 'Stage and burn in'`
  return found!
}

/** Last week's Monday: a week whose hours the forms below log, hand in and approve. */
const week = addDays(mondayOf(localDateIn('Europe/Berlin', new Date())), -7)

export const timeForms: Form[] = [
  {
    name: 'a week of hours',
    fields: {
      week: 'date',
      'rows.0.taskId': 'id',
      'rows.0.kind': 'choice',
      'rows.0.shown': 'line',
      'rows.0.d0': 'cell?',
    },
    ready: async (scene) => ({
      by: await author(scene),
      at: `/time/week?week=${week}`,
      good: {
        week,
        'rows.0.taskId': (await ids(scene)).task,
        'rows.0.kind': 'billable',
        'rows.0.shown': '0,0,0,0,0,0,0',
        'rows.0.d0': '1:30',
      },
    }),
  },
  {
    name: 'a week to hand in',
    fields: { act: 'choice' },
    ready: async (scene) => ({
      by: await author(scene),
      at: `/time/hand-in?project=${(await ids(scene)).project}&week=${week}`,
      good: { act: 'hand-in' },
    }),
  },
  {
    name: 'a week to send back',
    fields: { act: 'choice', reason: 'prose' },
    ready: async (scene) => {
      const { project, tomas } = await ids(scene)
      return {
        by: await manager(scene),
        at: `/time/approvals/${project}/${tomas}/${week}`,
        good: { act: 'send-back', reason: 'Monday was a holiday.' },
      }
    },
  },
  {
    name: 'weeks to approve',
    fields: { weeks: 'line' },
    ready: async (scene) => {
      const { project, tomas } = await ids(scene)
      await (await author(scene)).post(`/time/hand-in?project=${project}&week=${week}`, { act: 'hand-in' })
      const [handedIn] = await scene.sql<{ minutes: number }[]>`
        select sum(minutes)::integer as minutes from public.time_entries where project_id = ${project}
          and staff_id = ${tomas} and worked_on between ${week} and ${week}::date + 6
          and submitted_at is not null and approved_at is null`
      return {
        by: await manager(scene),
        at: '/time/approvals',
        good: { weeks: `${project} ${tomas} ${week} ${handedIn!.minutes}` },
      }
    },
  },
  {
    name: 'a week of somebody who reports to the line manager',
    fields: { act: 'choice', reason: 'prose' },
    ready: async (scene) => {
      const { project, task } = await ids(scene)
      const [mara] = await scene.sql<{ id: string }[]>`
        select id from public.staff where email like 'mara@%'`
      const own = await manager(scene)
      await own.post(`/time/week?week=${week}`, {
        week,
        'rows.0.taskId': task,
        'rows.0.kind': 'billable',
        'rows.0.shown': '0,0,0,0,0,0,0',
        'rows.0.d0': '1:00',
      })
      await own.post(`/time/hand-in?project=${project}&week=${week}`, { act: 'hand-in' })
      return {
        by: await staffVisits(scene.product, scene.sql, 'ewan'),
        at: `/reports/${mara!.id}/${week}`,
        good: { act: 'sent-back', reason: 'Monday was a holiday.' },
      }
    },
  },
  {
    name: 'a timer',
    fields: { act: 'choice', taskId: 'id', kind: 'choice?', note: 'prose?' },
    ready: async (scene) => ({
      by: await author(scene),
      at: '/time/timer',
      good: { act: 'start', taskId: (await ids(scene)).task, kind: 'billable', note: 'Racks' },
    }),
  },
  {
    name: 'a bill rate',
    fields: {
      projectId: 'id',
      jobRole: 'choice',
      hour: 'money',
      overtimeHour: 'money?',
      fromOn: 'date',
      toOn: 'date?',
    },
    ready: async (scene) => ({
      by: await finance(scene),
      at: '/rates/bill',
      good: {
        projectId: (await ids(scene)).project,
        jobRole: 'developer',
        hour: '110.00',
        fromOn: '2031-01-01',
      },
    }),
  },
  {
    name: 'an exchange rate',
    fields: { fromCurrency: 'choice', toCurrency: 'choice', rate: 'rate', fromOn: 'date', source: 'line?' },
    ready: async (scene) => ({
      by: await finance(scene),
      at: '/rates/exchange',
      good: { fromCurrency: 'SEK', toCurrency: 'EUR', rate: '0.09', fromOn: '2031-01-01', source: 'ECB' },
    }),
  },
  {
    name: 'a rate to remove',
    fields: {},
    ready: async (scene) => {
      const [rate] = await scene.sql<{ id: string }[]>`
        select id from public.exchange_rates where from_currency = 'SEK'`
      return { by: await finance(scene), at: `/rates/exchange/${rate!.id}/removal`, good: {} }
    },
  },
  {
    name: 'the contract lines of tasks',
    fields: { 'lines.0.taskId': 'id', 'lines.0.contractLineId': 'id?' },
    ready: async (scene) => {
      const { project, task, line } = await ids(scene)
      return {
        by: await manager(scene),
        at: `/projects/${project}/contract/hours`,
        good: { 'lines.0.taskId': task, 'lines.0.contractLineId': line },
      }
    },
  },
]
