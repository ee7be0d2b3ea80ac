import type { StaffActor, Tx } from '@countersign/db/connect'
import { bookings } from '@countersign/db/tables/teams'
import { peopleBookings } from '@countersign/db/views/capacity'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { bookTime, changeBooking, releaseBooking, type Booking } from './book-time'

let db: StoryDatabase
let mara: StaffActor
let jonas: StaffActor
let tomas: StaffActor
let priya: StaffActor
let projectId: string
let theirs: string
beforeAll(async () => {
  db = await storyDatabase('book time')
  ;[mara, jonas] = [await db.staff('mara'), await db.staff('jonas')]
  ;[tomas, priya] = [await db.staff('tomas'), await db.staff('priya')]
  projectId = await db.idOf.project('GI-2603')
  theirs = await db.idOf.project('SL-2602')
})
afterAll(() => db.close())

/** A week of 2031 without a public holiday: Monday the 2nd of June would be Whit Monday. */
const booking = (more: Partial<Booking> = {}): Booking => ({
  projectId,
  staffId: tomas.staffId,
  jobRole: '',
  vendorId: null,
  fromOn: '2031-06-16',
  toOn: '2031-06-18',
  dayMinutes: 300,
  sharePercent: null,
  firmness: 'hard',
  overReason: '',
  note: '',
  by: mara,
  ...more,
})

describe('booking somebody’s time', () => {
  test('is refused for what is no booking', async () => {
    const refusal = async (more: Partial<Booking>) =>
      (await nothingWritten(db, mara, (tx) => bookTime(tx, booking(more)))) as { why: string }
    expect((await refusal({ staffId: null })).why).toBe('of-nobody')
    expect((await refusal({ vendorId: projectId })).why).toBe('of-several')
    expect((await refusal({ toOn: '2031-06-15' })).why).toBe('ends-before-it-begins')
    expect((await refusal({ toOn: '2036-06-15' })).why).toBe('longer-than-three-years')
    expect((await refusal({ sharePercent: 50 })).why).toBe('hours-or-share')
    expect(
      (await refusal({ staffId: null, jobRole: 'developer', dayMinutes: null, sharePercent: 50 })).why,
    ).toBe('share-of-a-person')
    expect((await refusal({ projectId: theirs })).why).toBe('no-such-project')
    expect((await refusal({ staffId: projectId })).why).toBe('no-such-person')
  })

  test('firmly beyond what there is, over all projects, is refused with the day, and taken with a reason', async () => {
    await db.tried(jonas, async (tx) => {
      expect(await bookTime(tx, booking({ projectId: theirs, by: jonas }))).toEqual({ ok: true })
      expect(await bookTime(tx, booking({ projectId: theirs, by: jonas }))).toEqual({
        ok: false,
        why: 'above-capacity',
        above: { on: '2031-06-16', booked: 600, there: 480 },
      })
      const reasoned = booking({ projectId: theirs, by: jonas, overReason: 'Go-live week' })
      expect(await bookTime(tx, reasoned)).toEqual({ ok: true })
      expect(await bookTime(tx, booking({ projectId: theirs, by: jonas, firmness: 'soft' }))).toEqual({
        ok: true,
      })
    })
  })

  test('counts what another manager booked, whose project one does not see', async () => {
    await db.console.write(jonas, (tx) => bookTime(tx, booking({ projectId: theirs, by: jonas })))
    const mine = await nothingWritten(db, mara, (tx) => bookTime(tx, booking()))
    expect(mine).toMatchObject({ why: 'above-capacity', above: { booked: 600 } })
    await db.admin`delete from bookings where from_on = '2031-06-16'`
  })

  test('on a public holiday promises nothing, and a share is of what there is', async () => {
    await db.tried(mara, async (tx) => {
      // Whit Monday, 2 June 2031.
      const holiday = booking({
        fromOn: '2031-06-02',
        toOn: '2031-06-02',
        sharePercent: 100,
        dayMinutes: null,
      })
      expect(await bookTime(tx, holiday)).toEqual({ ok: true })
    })
  })

  test('by two at once never promises more than there is', async () => {
    const day = { fromOn: '2031-07-01', toOn: '2031-07-04' }
    const outcomes = await atOnce(
      db.admin,
      { db: db.console, as: mara, does: (tx: Tx) => bookTime(tx, booking(day)) },
      {
        db: db.console,
        as: jonas,
        does: (tx: Tx) => bookTime(tx, booking({ ...day, projectId: theirs, by: jonas })),
      },
    )
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false])
    await db.admin`delete from bookings where from_on = '2031-07-01'`
  })

  test('is the database’s to refuse as well', async () => {
    await expect(
      db.console.write(mara, (tx) =>
        tx.insert(bookings).values({ ...booking({ dayMinutes: 1000 }), bookedBy: mara.staffId }),
      ),
    ).rejects.toThrow()
  })
})

describe('a role that nobody fills', () => {
  test('is given to somebody, and asks for nobody’s time before', async () => {
    await db.tried(mara, async (tx) => {
      await bookTime(tx, booking({ staffId: null, jobRole: 'developer', dayMinutes: 600 }))
      const [row] = await tx.select().from(bookings).where(eq(bookings.jobRole, 'developer'))
      const change = { projectId, bookingId: row!.id, firmness: 'hard' as const, staffId: tomas.staffId }
      expect(await changeBooking(tx, { ...change, overReason: '' })).toMatchObject({ why: 'above-capacity' })
      expect(await changeBooking(tx, { ...change, overReason: 'Nobody else can' })).toEqual({ ok: true })
      expect(await releaseBooking(tx, { projectId, bookingId: row!.id })).toEqual({ ok: true })
      expect(await releaseBooking(tx, { projectId, bookingId: row!.id })).toMatchObject({
        why: 'no-such-booking',
      })
      expect(await changeBooking(tx, { ...change, overReason: '' })).toMatchObject({ why: 'no-such-booking' })
    })
  })
})

describe('who reads bookings', () => {
  test('is everybody for the own, managers and finance for all without note and reason, nobody else', async () => {
    const noted = {
      note: 'Secret',
      overReason: 'Because',
      dayMinutes: 60,
      fromOn: '2031-10-01',
      toOn: '2031-10-02',
    }
    await db.console.write(jonas, (tx) => bookTime(tx, booking({ ...noted, projectId: theirs, by: jonas })))
    const seen = async (actor: StaffActor) =>
      (
        await db.console.read(actor, (tx) =>
          tx.select().from(peopleBookings).where(eq(peopleBookings.fromOn, '2031-10-01')),
        )
      ).map((row) => Object.keys(row).filter((key) => key === 'note' || key === 'overReason').length)
    expect([await seen(mara), await seen(priya), await seen(tomas)]).toEqual([[0], [0], [0]])
    expect(await seen(await db.staff('aiko'))).toEqual([])
    const tableRows = await db.console.read(mara, (tx) =>
      tx.select({ note: bookings.note }).from(bookings).where(eq(bookings.fromOn, '2031-10-01')),
    )
    expect(tableRows).toEqual([])
    await expect(
      db.console.read(priya, (tx) => tx.select({ note: bookings.note }).from(bookings)),
    ).rejects.toThrow()
  })
})
