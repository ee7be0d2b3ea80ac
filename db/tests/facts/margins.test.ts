import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import { projectMargins } from '../../src/views/margins'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
let ewan: StaffActor
beforeAll(async () => {
  db = await storyDatabase('margins')
  ewan = await db.staff('ewan')
})
afterAll(() => db.close())

const marginOf = async (code: string) => {
  const projectId = await db.idOf.project(code)
  const rows = await db.console.read(ewan, (tx) => tx.select().from(projectMargins))
  return rows.find((row) => row.projectId === projectId)!
}

describe('a project’s margin', () => {
  test('is what acceptance earned less every hour at the rate of its day, worked out here once more', async () => {
    const entries = await db.admin<{ job_role: string; day: string; minutes: number }[]>`
      select job_role, worked_on::text as day, minutes from time_entries
      where project_id = ${await db.idOf.project('HT-2601')}`
    const rates = await db.admin<{ job_role: string; day: string; minor: string }[]>`
      select job_role, from_on::text as day, hour_minor::text as minor from cost_rates order by from_on desc`
    let cost = 0
    for (const { job_role, day, minutes } of entries) {
      const rate = rates.find((each) => each.job_role === job_role && each.day <= day)!
      cost += Math.round((minutes * Number(rate.minor)) / 60)
    }
    expect(new Set(entries.map(({ day }) => day >= rates[0]!.day)).size).toBe(2)
    const margin = await marginOf('HT-2601')
    expect(margin).toMatchObject({
      earnedMinor: 12_000_000n,
      costMinor: BigInt(cost),
      marginMinor: 12_000_000n - BigInt(cost),
      marginBasisPoints: Math.trunc(((12_000_000 - cost) * 10_000) / 12_000_000),
      unratedMinutes: 0n,
    })
  })

  test('counts hours without a rate and guesses nothing', async () => {
    const before = await marginOf('HT-2601')
    await db.admin`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      select project_id, task_id, staff_id, 'diver', '2031-01-06', '2031-01-06', 77 from time_entries
      where project_id = ${await db.idOf.project('HT-2601')} limit 1`
    expect(await marginOf('HT-2601')).toEqual({
      ...before,
      workedMinutes: before.workedMinutes + 77n,
      unapprovedMinutes: before.unapprovedMinutes + 77n,
      unratedMinutes: 77n,
    })
  })

  test('has no share of nothing', async () => {
    expect(await marginOf('GI-2603')).toMatchObject({ earnedMinor: 0n, marginBasisPoints: null })
  })

  test('is still a number when next to nothing was earned', async () => {
    await db.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update billing_milestones set amount_minor = 1 where id = ${await db.idOf.milestone('HT-2601', 'Mobilisation')}`
      await sql`update billing_milestones set amount_minor = 1 where id = ${await db.idOf.milestone('HT-2601', 'Survey accepted')}`
      await sql`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes,
          cost_minor, standard_minor)
        select project_id, task_id, staff_id, job_role, worked_on, booked_on, 1440, 200000, 200000 from time_entries
        where job_role <> 'diver' and minutes > 0`
    })
    await db.admin`select app.rebuild_totals()`
    const { marginMinor, marginBasisPoints } = await marginOf('HT-2601')
    expect(marginMinor < -1_000_000n).toBe(true)
    expect(marginBasisPoints).toBe(-2_147_483_648)
  })
})
