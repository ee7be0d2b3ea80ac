import { takeBaseline } from '@countersign/operations/take-baseline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { sends } from './sends'

const DENIED = '42501'
const nouns = [
  'baselines',
  'baseline_tasks',
  'baseline_budgets',
  'task_measures',
  'task_progress',
  'task_estimates',
  'forecasts',
]

let db: StoryDatabase
let asks: ReturnType<typeof sends>
let mara: StaffActor
let jonas: StaffActor
let tomas: StaffActor
let priya: StaffActor
let ewan: StaffActor
let harbour: string
beforeAll(async () => {
  db = await storyDatabase('baselines')
  asks = sends(db)
  ;[mara, jonas, tomas] = [await db.staff('mara'), await db.staff('jonas'), await db.staff('tomas')]
  ;[priya, ewan] = [await db.staff('priya'), await db.staff('ewan')]
  harbour = await db.idOf.project('HT-2601')
  const replan = { projectId: harbour, name: 'Anew', reason: 'It slipped.', by: mara, now: new Date() }
  expect(await db.console.write(mara, (tx) => takeBaseline(tx, replan))).toEqual({ ok: true, number: 2 })
})
afterAll(() => db.close())

const count = (noun: string, where = 'true') => `select count(*)::int as rows from ${noun} where ${where}`
const rows = async (actor: StaffActor, sql: string) =>
  (await asks.rows(actor, sql)) as unknown as { rows: number }[]

describe('what was agreed, measured and forecast', () => {
  test('is read by its own manager and not by another one', async () => {
    for (const noun of ['baselines', 'baseline_tasks', 'task_progress', 'forecasts']) {
      const ofHarbour = count(noun, `project_id = '${harbour}'`)
      expect([noun, (await rows(mara, ofHarbour))[0]!.rows > 0]).toEqual([noun, true])
      expect([noun, await rows(jonas, ofHarbour)]).toEqual([noun, [{ rows: 0 }]])
    }
  })

  test('is written by its own manager only', async () => {
    const baseline = `insert into baselines (project_id, number, occasion, name, reason, taken_by, taken_at)
      values ('${harbour}', 9, 'replan', 'x', 'y', '${mara.staffId}', now())`
    expect(await asks.refusal(jonas, baseline)).toBe(DENIED)
    for (const actor of [tomas, priya, ewan])
      for (const noun of nouns)
        expect([actor.name, noun, await asks.refusal(actor, `insert into ${noun} default values`)]).toEqual([
          actor.name,
          noun,
          DENIED,
        ])
  })

  test('is nothing that the portal could read', async () => {
    const grants = await db.admin`
      select p.noun, r.rolname from unnest(${nouns}::text[]) p (noun), pg_roles r
      where r.rolname in ('portal_app', 'portal_views', 'worker_app', 'account_manager', 'administrator')
        and has_any_column_privilege(r.oid, ('public.' || p.noun)::regclass, 'select, insert, update')`
    expect([...grants]).toEqual([])
  })

  test('is for an executive the forecast alone', async () => {
    expect(await rows(ewan, count('forecasts'))).toEqual([{ rows: 1 }])
    for (const noun of nouns.filter((each) => each !== 'forecasts'))
      expect([noun, await asks.refusal(ewan, count(noun))]).toEqual([noun, DENIED])
  })

  test('is for finance what was earned and spent, and no estimate, forecast or calendar', async () => {
    for (const noun of ['task_estimates', 'forecasts', 'project_calendars', 'acceptance_criteria'])
      expect([noun, await asks.refusal(priya, count(noun))]).toEqual([noun, DENIED])
    const { rows: criteria } = (await rows(priya, count('app.criteria_met')))[0]!
    expect(criteria).toBeGreaterThan(0)
    // Three of the charter and two of the survey; the design was rejected.
    const [{ rows: met } = { rows: 0 }] = await rows(
      priya,
      count('app.criteria_met', `met_at is not null and project_id = '${harbour}'`),
    )
    expect(met).toBe(5)
  })

  test('tells a team member no cost', async () => {
    expect(await asks.refusal(tomas, count('baseline_budgets'))).toBe(DENIED)
    expect(await asks.refusal(tomas, count('app.criteria_met'))).toBe(DENIED)
    expect(await rows(tomas, count('baselines', `project_id = '${harbour}'`))).toEqual([{ rows: 2 }])
  })
})

describe('the budget of a baseline', () => {
  test('is what the planned hours cost at the rates of their days', async () => {
    const planned = await db.admin<{ role: string; minutes: number; day: string }[]>`
      select s.job_role as role, a.planned_minutes as minutes, left(b.starts_local, 10) as day
      from task_assignments a join tasks t on t.id = a.task_id join staff s on s.id = a.staff_id
      join baselines l on l.project_id = t.project_id and l.number = 1
      join baseline_tasks b on b.baseline_id = l.id and b.uid = t.uid where t.project_id = ${harbour}`
    const rates = await db.admin<{ role: string; day: string; minor: string }[]>`
      select job_role as role, from_on::text as day, hour_minor::text as minor from cost_rates order by from_on desc`
    let cost = 0
    for (const { role, minutes, day } of planned) {
      const rate = rates.find((each) => each.role === role && each.day <= day)!
      cost += Math.round((minutes * Number(rate.minor)) / 60)
    }
    const [budget] = await asks.rows(
      mara,
      `select cost_minor::text from baseline_budgets where project_id = '${harbour}'`,
    )
    expect(budget).toEqual({ cost_minor: String(cost) })
    expect(cost).toBeGreaterThan(2_000_000)
  })

  test('is for the manager the contract’s alone: two of them an hour apart would tell a rate', async () => {
    expect(await rows(mara, count('baseline_budgets', `project_id = '${harbour}'`))).toEqual([{ rows: 1 }])
    expect(await rows(priya, count('baseline_budgets', `project_id = '${harbour}'`))).toEqual([{ rows: 2 }])
  })

  test('is for the manager nobody’s who is planned alone: divided by the hours it would be a rate', async () => {
    const lone = await db.idOf.project('GI-2603')
    await db.admin.begin(async (sql) => {
      await sql`alter table baseline_budgets disable trigger never_changed`
      await sql`update baseline_budgets set job_roles = 1, cost_minor = 780000, planned_minutes = 6000
        where project_id = ${lone}`
      await sql`alter table baseline_budgets enable trigger never_changed`
    })
    expect(await rows(mara, count('baseline_budgets', `project_id = '${lone}'`))).toEqual([{ rows: 0 }])
    expect(await rows(priya, count('baseline_budgets', `project_id = '${lone}'`))).toEqual([{ rows: 1 }])
  })

  test('is written by the database alone', async () => {
    const budget = `insert into baseline_budgets
      select project_id, id, 'EUR', 1, 1, 0, 2 from baselines where project_id = '${harbour}' and number = 2`
    for (const actor of [mara, priya]) expect(await asks.refusal(actor, budget)).toBe(DENIED)
  })
})

describe('how finished tasks went', () => {
  test('is numbers of the whole house, and whose is not told', async () => {
    const slips = await asks.rows(mara, `select * from app.slip_history()`)
    expect(slips.map((row) => Object.keys(row))).toEqual(slips.map(() => ['slip_history']))
    // Six of the harbour's and the group's, one of the shipyard's.
    expect(slips.length).toBe(7)
    for (const actor of [priya, ewan])
      expect(await asks.refusal(actor, `select * from app.slip_history()`)).toBe(DENIED)
  })
})

describe('progress', () => {
  test('is kept by the day whenever it changes, and only then', async () => {
    const said = () => db.admin<{ count: number }[]>`
      select count(*)::int from task_progress where project_id = ${harbour}`
    const [before] = await said()
    await db.admin`update tasks set percent_complete = 30 where project_id = ${harbour} and uid = 12`
    await db.admin`update tasks set name = name where project_id = ${harbour}`
    const [after] = await said()
    expect(after!.count).toBe(before!.count + 1)
  })
})
