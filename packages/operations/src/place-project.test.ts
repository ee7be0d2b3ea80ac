import type { StaffActor, Tx } from '@countersign/db/connect'
import { programs, projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { placeProject } from './place-project'

let db: StoryDatabase
let mara: StaffActor
let jonas: StaffActor
let harbour: string
let lindau: string
beforeAll(async () => {
  db = await storyDatabase('place project')
  mara = await db.staff('mara')
  jonas = await db.staff('jonas')
  harbour = await db.idOf.project('HT-2601')
  lindau = await db.idOf.project('SL-2602')
})
afterAll(() => db.close())

const place = (tx: Tx, changed: Partial<Parameters<typeof placeProject>[1]> = {}) =>
  placeProject(tx, {
    projectId: harbour,
    programId: null,
    newProgram: null,
    businessUnit: 'Networks',
    marginFloorBasisPoints: 2_250,
    ...changed,
  })
const placeOf = async (tx: Tx, projectId = harbour) => {
  const [row] = await tx
    .select({ program: programs.name, unit: projects.businessUnit, floor: projects.marginFloorBasisPoints })
    .from(projects)
    .leftJoin(programs, eq(programs.id, projects.programId))
    .where(eq(projects.id, projectId))
  return row
}

describe('placing a project', () => {
  test('keeps its unit and its floor, without a program or in a new one', async () => {
    await db.tried(mara, async (tx) => {
      expect(await place(tx)).toEqual({ ok: true })
      expect(await placeOf(tx)).toEqual({ program: null, unit: 'Networks', floor: 2_250 })
      expect(await place(tx, { newProgram: 'Core renewal' })).toEqual({ ok: true })
      expect(await placeOf(tx)).toEqual({ program: 'Core renewal', unit: 'Networks', floor: 2_250 })
      // The same name again is the same program.
      const [program] = await tx.select().from(programs).where(eq(programs.name, 'Core renewal'))
      expect(await place(tx, { programId: program!.id, newProgram: null })).toEqual({ ok: true })
      expect(await place(tx, { newProgram: 'Core renewal' })).toEqual({ ok: true })
      expect(await tx.select().from(programs).where(eq(programs.name, 'Core renewal'))).toHaveLength(1)
    })
  })

  test('is refused into a program that is not there, and leaves the project as it was', async () => {
    await db.tried(mara, async (tx) => {
      const before = await placeOf(tx)
      expect(await place(tx, { programId: harbour })).toEqual({ ok: false, why: 'no-such-program' })
      expect(await placeOf(tx)).toEqual(before)
    })
  })

  test('does nothing to a project of another manager', async () => {
    const before = await db.console.read(jonas, (tx) => placeOf(tx, lindau))
    await db.tried(mara, async (tx) => {
      await place(tx, { projectId: lindau, businessUnit: 'Taken' })
    })
    const [row] = await db.admin`select business_unit as unit from projects where id = ${lindau}`
    expect(row).toEqual({ unit: before!.unit })
  })

  test('by two at once into a new program of one name makes one program', async () => {
    const into = (as: StaffActor, projectId: string) => ({
      db: db.console,
      as,
      does: (tx: Tx) => place(tx, { projectId, newProgram: 'Shared' }),
    })
    expect(await atOnce(db.admin, into(mara, harbour), into(jonas, lindau))).toEqual([
      { ok: true },
      { ok: true },
    ])
    const rows = await db.admin`
      select g.name, count(p.id)::int as projects from programs g left join projects p on p.program_id = g.id
      where g.name = 'Shared' group by g.id`
    expect([...rows]).toEqual([{ name: 'Shared', projects: 2 }])
  })
})
