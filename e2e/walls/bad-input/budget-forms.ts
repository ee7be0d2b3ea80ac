import type { SentFile } from '../ask'
import { staffVisits } from '../visitors'
import type { Form, Ready, Scene } from './forms'

const budgetFile = (content: string): SentFile => ({
  field: 'file',
  name: 'budget.csv',
  type: 'text/csv',
  content,
})

const manager = ({ product, sql }: Scene) => staffVisits(product, sql, 'mara')
const finance = ({ product, sql }: Scene) => staffVisits(product, sql, 'priya')

async function at({ sql }: Scene, path: string): Promise<string> {
  const [project] = await sql<{ id: string }[]>`select id from public.projects where code = 'DS-1'`
  return `/projects/${project!.id}${path}`
}

const lineId = async ({ sql }: Scene, workPackage: string) => {
  const [line] = await sql<{ id: string }[]>`
    select l.id from public.budget_lines l join public.projects p on p.id = l.project_id
    where p.code = 'DS-1' and l.work_package = ${workPackage}`
  return line!.id
}

const ofMara = (path: string, good: Ready['good']) => async (scene: Scene) => ({
  by: await manager(scene),
  at: await at(scene, path),
  good,
})

const riskWords = {
  title: 'line',
  response: 'prose?',
  probabilityPercent: 'number',
  impactMinor: 'money',
  ownerId: 'id',
  reviewOn: 'date?',
} as const
const risk = async (scene: Scene) => ({
  title: 'The lamps come late',
  response: 'Order them first.',
  probabilityPercent: '30',
  impactMinor: '900.00',
  ownerId: (await scene.sql<{ id: string }[]>`select id from public.staff where email like 'mara@%'`)[0]!.id,
  reviewOn: '2031-01-31',
})

/** A budget's life in one project, in its order. */
export const budgetForms: Form[] = [
  {
    name: 'a version of a budget',
    fields: { reason: 'prose' },
    ready: ofMara('/budget/versions', { reason: 'As sold' }),
  },
  {
    name: 'an estimate sheet',
    fields: {
      'lines.0.workPackage': 'line',
      'lines.0.costType': 'choice',
      'lines.0.amount': 'money',
      'lines.0.note': 'line?',
      'lines.1.jobRole': 'choice',
      'lines.1.hours': 'money',
      'lines.1.billHour': 'money?',
    },
    ready: ofMara('/budget/versions/1', {
      'lines.0.workPackage': 'Lamps',
      'lines.0.costType': 'vendors',
      'lines.0.jobRole': '',
      'lines.0.hours': '',
      'lines.0.amount': '1,200.00',
      'lines.0.billHour': '',
      'lines.0.note': 'Twelve',
      'lines.1.workPackage': 'Survey',
      'lines.1.costType': 'labour',
      'lines.1.jobRole': 'developer',
      'lines.1.hours': '12',
      'lines.1.amount': '',
      'lines.1.billHour': '95',
      'lines.1.note': '',
    }),
  },
  {
    name: 'a budget’s file',
    fields: {},
    ready: async (scene) => ({
      ...(await ofMara('/budget/versions/1/file', {})(scene)),
      files: [
        budgetFile('Work package,Type,Role,Hours,Amount\nLamps,vendors,,,1200\nSurvey,,developer,12,\n'),
      ],
    }),
  },
  {
    name: 'a budget handed in',
    fields: {},
    ready: ofMara('/budget/versions/1/submission', {}),
  },
  {
    name: 'a review of a budget',
    fields: { act: 'choice', reason: 'prose?' },
    ready: async (scene) => ({
      by: await finance(scene),
      at: await at(scene, '/budget/versions/1/review'),
      good: { act: 'approved', reason: 'As discussed.' },
    }),
  },
  {
    name: 'a transfer within a budget',
    fields: { from: 'id', to: 'id', amount: 'money', risk: 'id?', reason: 'prose' },
    ready: async (scene) => ({
      by: await manager(scene),
      at: await at(scene, '/budget/transfers'),
      good: {
        from: await lineId(scene, 'Lamps'),
        to: await lineId(scene, 'Survey'),
        amount: '100.00',
        risk: '',
        reason: 'More to look at.',
      },
    }),
  },
  {
    name: 'an answer to a transfer',
    fields: { answer: 'choice', reason: 'prose?' },
    ready: async (scene) => {
      const [transfer] = await scene.sql<{ id: string }[]>`
        select t.id from public.budget_transfers t join public.projects p on p.id = t.project_id
        where p.code = 'DS-1'`
      return {
        by: await finance(scene),
        at: await at(scene, `/budget/transfers/${transfer!.id}`),
        good: { answer: 'approved', reason: '' },
      }
    },
  },
  {
    name: 'what is still to be spent',
    fields: { of: 'choice', amount: 'money?', reason: 'prose' },
    ready: async (scene) => {
      const [lamps] = await scene.sql<{ uid: number | null }[]>`
        select task_uid as uid from public.budget_lines where id = ${await lineId(scene, 'Lamps')}`
      const of = `vendors|${lamps!.uid ?? ''}|Lamps`
      return ofMara('/budget/estimate', { of, amount: '1,300.00', reason: 'Copper is dearer.' })(scene)
    },
  },
  {
    name: 'a cost forecast',
    fields: { note: 'prose' },
    ready: ofMara('/budget/forecasts', { note: 'Copper is dearer.' }),
  },
  {
    name: 'a new risk',
    fields: { kind: 'choice', ...riskWords },
    ready: async (scene) => ofMara('/risks/new', { kind: 'threat', ...(await risk(scene)) })(scene),
  },
  {
    name: 'a risk',
    fields: { state: 'choice', ...riskWords },
    ready: async (scene) => ofMara('/risks/1', { state: 'occurred', ...(await risk(scene)) })(scene),
  },
  {
    name: 'a budget thrown away',
    fields: {},
    ready: async (scene) => {
      const mara = await manager(scene)
      await mara.post(await at(scene, '/budget/versions'), { reason: 'A slip of the hand' })
      return ofMara('/budget/versions/2/removal', {})(scene)
    },
  },
]
