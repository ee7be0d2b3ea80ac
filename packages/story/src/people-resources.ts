import type { StaffActor } from '@countersign/db/connect'
import { contacts } from '@countersign/db/tables/people'
import { leaves } from '@countersign/db/tables/people-capacity'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { teamPlaces } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { answerLeave, askLeave } from '@countersign/operations/ask-leave'
import { bookTime, type Booking } from '@countersign/operations/book-time'
import { keepPerson } from '@countersign/operations/keep-person'
import { setStaffSkill, setTaskSkill } from '@countersign/operations/keep-skills'
import { addToTeam, keepPlace } from '@countersign/operations/keep-team'
import { and, asc, eq } from 'drizzle-orm'
import { contactCast, vendorCast, type StaffName } from './cast'
import { dayFrom, morningOf, must, type Told } from './teller'

type People = Record<StaffName, StaffActor>

/**
 * People's time: who reports to whom, what they can, who is away, who is promised to what. In three weeks Tomás is asked
 * for more than he has, by two managers, and the pilot site asks for what Aiko, who is on it, cannot do.
 */
export async function tellResources(told: Told, people: People) {
  await placePeople(told, people)
  await nameSkills(told, people)
  await bookPeople(told, people)
  await takeLeave(told, people)
  await nameTheHarboursTeam(told, people)
}

const workdays = [480, 480, 480, 480, 480, 0, 0]

async function placePeople({ logins }: Told, { ines, ...people }: People) {
  const places: [StaffActor, StaffActor | null, string][] = [
    [people.tomas, people.mara, 'Networks'],
    [people.aiko, people.jonas, 'Software'],
    [people.mara, people.ewan, 'Networks'],
    [people.jonas, people.ewan, 'Software'],
    [people.priya, people.ewan, ''],
  ]
  await logins.console.write(ines, async (tx) => {
    for (const [person, manager, businessUnit] of places)
      must(
        await keepPerson(tx, {
          staffId: person.staffId,
          lineManagerId: manager?.staffId ?? null,
          businessUnit,
          dayMinutes: workdays,
          holidayPlace: 'DE-HH',
        }),
      )
  })
}

async function nameSkills({ logins }: Told, { mara, tomas, aiko }: People) {
  const can: [StaffActor, string, number][] = [
    [tomas, 'Core routing', 5],
    [tomas, 'Site survey', 4],
    [tomas, 'Crane controls', 3],
    [aiko, 'TypeScript', 5],
    [aiko, 'Data migration', 3],
    [aiko, 'Core routing', 2],
  ]
  const asked: [string, string, number][] = [
    ['Stage and burn in', 'Core routing', 4],
    ['Pilot site Avonmouth', 'Core routing', 4],
    ['Pilot site Avonmouth', 'Site survey', 2],
  ]
  await logins.console.write(mara, async (tx) => {
    const projectId = await projectNamed(tx, 'HT-2601')
    for (const [person, name, level] of can)
      must(await setStaffSkill(tx, { staffId: person.staffId, name, level }))
    for (const [task, name, level] of asked) {
      const [found] = await tx
        .select({ uid: tasks.uid })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), eq(tasks.name, task)))
      must(await setTaskSkill(tx, { projectId, taskUid: found!.uid, name, level }))
    }
  })
}

async function bookPeople({ logins, now }: Told, { mara, jonas, tomas, aiko }: People) {
  const week = (weeks: number): LocalDate => addDays(mondayOf(dayFrom(now, 0)), 7 * weeks)
  const until = (weeks: number) => addDays(week(weeks), 4)
  const of = {
    staffId: null,
    jobRole: '',
    vendorId: null,
    dayMinutes: null,
    sharePercent: null,
    overReason: '',
    note: '',
  }
  await logins.console.write(mara, async (tx) => {
    const projectId = await projectNamed(tx, 'HT-2601')
    const booked: Omit<Booking, 'projectId' | 'by'>[] = [
      {
        ...of,
        staffId: tomas.staffId,
        fromOn: week(0),
        toOn: until(5),
        dayMinutes: 300,
        firmness: 'hard',
        note: 'Staging and the pilot',
      },
      {
        ...of,
        staffId: aiko.staffId,
        fromOn: week(2),
        toOn: until(3),
        sharePercent: 50,
        firmness: 'soft',
        note: 'Pilot site',
      },
      {
        ...of,
        jobRole: 'network engineer',
        fromOn: week(4),
        toOn: until(8),
        dayMinutes: 480,
        firmness: 'hard',
        note: 'A second engineer for the first wave',
      },
    ]
    for (const booking of booked) must(await bookTime(tx, { projectId, ...booking, by: mara }))
  })
  await logins.console.write(jonas, async (tx) => {
    const projectId = await projectNamed(tx, 'NW-2604')
    const [vendor] = await tx.select().from(vendors).where(eq(vendors.name, vendorCast.kranwerk.name))
    const booked: Omit<Booking, 'projectId' | 'by'>[] = [
      {
        ...of,
        staffId: tomas.staffId,
        fromOn: week(3),
        toOn: until(3),
        dayMinutes: 240,
        firmness: 'hard',
        overReason: 'Die Kransteuerungen lassen sich nur in dieser Woche abschalten.',
      },
      { ...of, staffId: aiko.staffId, fromOn: week(0), toOn: until(6), dayMinutes: 360, firmness: 'hard' },
      { ...of, vendorId: vendor!.id, fromOn: week(2), toOn: until(3), dayMinutes: 480, firmness: 'soft' },
    ]
    for (const booking of booked) must(await bookTime(tx, { projectId, ...booking, by: jonas }))
  })
}

async function takeLeave({ logins, now }: Told, { mara, jonas, tomas, aiko }: People) {
  const monday = mondayOf(dayFrom(now, 0))
  const asks = (by: StaffActor, fromOn: LocalDate, toOn: LocalDate, daysAgo: number) =>
    logins.console.write(by, async (tx) => {
      const wish = { kind: 'holiday' as const, fromOn, toOn, isHalfDay: false, note: '' }
      must(await askLeave(tx, { by, ...wish, now: morningOf(now, -daysAgo) }))
      const [leave] = await tx
        .select({ id: leaves.id })
        .from(leaves)
        .where(and(eq(leaves.staffId, by.staffId), eq(leaves.fromOn, fromOn)))
      return leave!.id
    })
  const answers = (by: StaffActor, leaveId: string, daysAgo: number) =>
    logins.console.write(by, async (tx) => {
      const answer = { leaveId, verdict: 'approved' as const, reason: '', by }
      must(await answerLeave(tx, { ...answer, now: morningOf(now, -daysAgo) }))
    })
  await answers(mara, await asks(tomas, addDays(monday, 17), addDays(monday, 18), 6), 5)
  await answers(jonas, await asks(aiko, addDays(monday, 35), addDays(monday, 39), 9), 8)
  await asks(tomas, addDays(monday, 49), addDays(monday, 53), 1)
}

async function nameTheHarboursTeam({ logins }: Told, { mara, tomas, aiko }: People) {
  await logins.console.write(mara, async (tx) => {
    const projectId = await projectNamed(tx, 'HT-2601')
    const [vendor] = await tx.select().from(vendors).where(eq(vendors.name, vendorCast.kranwerk.name))
    const contactOf = async (email: string) =>
      (await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.email, email)))[0]!.id
    const place = { projectId, staffId: null, contactId: null, vendorId: null, personName: '' }
    for (const each of [
      { ...place, staffId: mara.staffId, function: 'Project manager', isShownToCustomer: true },
      { ...place, staffId: tomas.staffId, function: 'Network lead', isShownToCustomer: true },
      { ...place, staffId: aiko.staffId, function: 'Automation and roll-back', isShownToCustomer: false },
      {
        ...place,
        vendorId: vendor!.id,
        personName: 'Ole Thomsen',
        function: 'Rack and power',
        isShownToCustomer: true,
      },
      {
        ...place,
        contactId: await contactOf(contactCast.grace.email),
        function: 'Sponsor',
        isShownToCustomer: true,
      },
      {
        ...place,
        contactId: await contactOf(contactCast.daniel.email),
        function: 'Site operations',
        isShownToCustomer: true,
      },
    ])
      must(await addToTeam(tx, each))
    await giveLetters(tx, projectId)
  })
}

type Tx = Parameters<typeof addToTeam>[0]

/** By function, for each phase in the plan's order. */
const letters: Record<string, ('R' | 'A' | 'C' | 'I' | null)[]> = {
  'Project manager': ['A', 'A', 'A', 'A', 'A'],
  'Network lead': ['C', 'R', 'R', 'R', 'C'],
  'Automation and roll-back': [null, 'R', 'R', 'C', null],
  'Rack and power': [null, null, 'R', 'R', null],
  Sponsor: ['C', 'I', 'I', 'I', 'C'],
  'Site operations': ['I', 'C', 'C', 'R', 'R'],
}

async function giveLetters(tx: Tx, projectId: string) {
  const [phases, places] = await Promise.all([
    tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.isSummary, true), eq(tasks.outlineLevel, 1)))
      .orderBy(asc(tasks.position)),
    tx.select().from(teamPlaces).where(eq(teamPlaces.projectId, projectId)),
  ])
  for (const { id: placeId, function: what, isShownToCustomer } of places)
    must(
      await keepPlace(tx, {
        projectId,
        placeId,
        function: what,
        isShownToCustomer,
        letters: phases.map(({ id }, phase) => ({ of: id, letter: letters[what]?.[phase] ?? null })),
      }),
    )
}

async function projectNamed(tx: Tx, code: string): Promise<string> {
  const [project] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.code, code))
  return project!.id
}
