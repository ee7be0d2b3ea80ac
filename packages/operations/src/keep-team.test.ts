import type { StaffActor } from '@countersign/db/connect'
import { raciRoles, teamPlaces } from '@countersign/db/tables/teams'
import { portalTeam } from '@countersign/db/views/portal'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { setStaffSkill, setTaskSkill } from './keep-skills'
import { addToTeam, keepPlace, leaveTeam } from './keep-team'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let tomas: StaffActor
let projectId: string
let harbour: string
beforeAll(async () => {
  db = await storyDatabase('keep team')
  ;[mara, tomas] = [await db.staff('mara'), await db.staff('tomas')]
  projectId = await db.idOf.project('GI-2603')
  harbour = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const place = (more: object = {}) => ({
  projectId,
  staffId: tomas.staffId as string | null,
  contactId: null as string | null,
  vendorId: null as string | null,
  personName: '',
  function: 'Images',
  isShownToCustomer: false,
  ...more,
})

describe('a team', () => {
  test('takes one of us, who sees the project from then on', async () => {
    await db.tried(mara, async (tx) => {
      expect(await addToTeam(tx, place())).toEqual({ ok: true })
      expect(await addToTeam(tx, place())).toMatchObject({ why: 'on-it-already' })
    })
  })

  test('refuses nobody, two at once, strangers, and a vendor’s person without a name', async () => {
    const refusal = (more: object) => nothingWritten(db, mara, (tx) => addToTeam(tx, place(more)))
    expect(await refusal({ staffId: null })).toMatchObject({ why: 'of-one-side' })
    expect(await refusal({ contactId: nobody })).toMatchObject({ why: 'of-one-side' })
    expect(await refusal({ staffId: null, vendorId: nobody })).toMatchObject({ why: 'vendor-person-by-name' })
    expect(await refusal({ staffId: nobody })).toMatchObject({ why: 'no-such-person' })
    const grace = await db.idOf.person('grace.okafor@harbour.example')
    expect(await refusal({ staffId: null, contactId: grace })).toMatchObject({ why: 'no-such-person' })
    expect(await refusal({ projectId: await db.idOf.project('SL-2602') })).toMatchObject({
      why: 'no-such-project',
    })
  })

  test('has one who is accountable for a phase: whoever was before is responsible', async () => {
    const rows = await db.admin<{ id: string; function: string }[]>`
      select id, function from team_places where project_id = ${harbour} order by added_at`
    const lead = rows.find((each) => each.function === 'Network lead')!
    const phase = await db.idOf.task('HT-2601', 'Design')
    await db.tried(mara, async (tx) => {
      const said = { function: 'Network lead', isShownToCustomer: true }
      const letters = [{ of: phase, letter: 'A' as const }]
      expect(await keepPlace(tx, { projectId: harbour, placeId: lead.id, ...said, letters })).toEqual({
        ok: true,
      })
      const given = await tx.select().from(raciRoles).where(eq(raciRoles.taskId, phase))
      expect(given.filter(({ letter }) => letter === 'A')).toMatchObject([{ teamPlaceId: lead.id }])
      expect(given.find(({ teamPlaceId }) => teamPlaceId === rows[0]!.id)).toMatchObject({ letter: 'R' })
      const unknown = [{ of: nobody, letter: 'R' as const }]
      expect(
        await keepPlace(tx, { projectId: harbour, placeId: lead.id, ...said, letters: unknown }),
      ).toMatchObject({
        why: 'no-such-phase',
      })
      expect(
        await keepPlace(tx, { projectId: harbour, placeId: nobody, ...said, letters: [] }),
      ).toMatchObject({
        why: 'no-such-place',
      })
      expect(await leaveTeam(tx, { projectId: harbour, placeId: lead.id })).toEqual({ ok: true })
      expect(await leaveTeam(tx, { projectId: harbour, placeId: lead.id })).toMatchObject({
        why: 'no-such-place',
      })
    })
  })
})

describe('what the customer reads of a team', () => {
  const teamOf = async (who: 'grace' | 'katrin' | 'henrik') =>
    (await db.portal.read(await db.contact(who), (tx) => tx.select().from(portalTeam))).map(
      ({ name, side }) => `${name}, ${side}`,
    )

  test('is whom somebody showed, by name and function, in the own projects alone', async () => {
    expect((await teamOf('grace')).sort()).toEqual([
      'Daniel Roth, customer',
      'Grace Okafor, customer',
      'Mara Lindqvist, provider',
      'Ole Thomsen, vendor',
      'Tomás Rey, provider',
    ])
    expect(await teamOf('katrin')).toEqual([])
  })

  test('no longer holds whom somebody ceased to show', async () => {
    const which = and(eq(teamPlaces.projectId, harbour), eq(teamPlaces.staffId, tomas.staffId))
    await db.console.write(mara, (tx) => tx.update(teamPlaces).set({ isShownToCustomer: false }).where(which))
    expect(await teamOf('grace')).not.toContain('Tomás Rey, provider')
    await db.console.write(mara, (tx) => tx.update(teamPlaces).set({ isShownToCustomer: true }).where(which))
  })

  test('has no address, no firm and nobody’s id in it', async () => {
    const grace = await db.contact('grace')
    const [row] = await db.portal.read(grace, (tx) => tx.select().from(portalTeam).limit(1))
    expect(Object.keys(row!).sort()).toEqual(['function', 'id', 'name', 'projectId', 'side'])
    await expect(db.portal.read(grace, (tx) => tx.select().from(teamPlaces))).rejects.toThrow()
  })
})

describe('skills', () => {
  test('are one however they are written, said of oneself or by a manager', async () => {
    await db.tried(tomas, async (tx) => {
      expect(await setStaffSkill(tx, { staffId: tomas.staffId, name: 'core ROUTING', level: 4 })).toEqual({
        ok: true,
      })
    })
    const aiko = await db.staff('aiko')
    await expect(
      db.console.write(tomas, (tx) =>
        setStaffSkill(tx, { staffId: aiko.staffId, name: 'TypeScript', level: 1 }),
      ),
    ).rejects.toThrow()
    const named = await db.admin`select from skills where lower(name) = 'core routing'`
    expect(named).toHaveLength(1)
  })

  test('are asked for by tasks, not by summaries', async () => {
    await db.tried(mara, async (tx) => {
      const asked = { projectId, name: 'Imaging', level: 3 }
      expect(await setTaskSkill(tx, { ...asked, taskUid: 3 })).toEqual({ ok: true })
      expect(await setTaskSkill(tx, { ...asked, taskUid: 3, level: 0 })).toEqual({ ok: true })
      expect(await setTaskSkill(tx, { ...asked, taskUid: 1 })).toMatchObject({ why: 'is-a-summary' })
      expect(await setTaskSkill(tx, { ...asked, taskUid: 99 })).toMatchObject({ why: 'no-such-task' })
    })
  })
})
