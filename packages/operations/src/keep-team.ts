import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { projectContacts } from '@countersign/db/tables/participants'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projectMembers } from '@countersign/db/tables/projects'
import { raciRoles, teamPlaces } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, eq, ne, or } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { brokenConstraint, refused, undoneIfRefused } from './result'

type Place = {
  projectId: string
  /** One of the three. */
  staffId: string | null
  contactId: string | null
  vendorId: string | null
  /** Of a vendor's person. */
  personName: string
  function: string
  isShownToCustomer: boolean
}

/** Puts somebody on the team as something. One of us thereby sees the project; one of the customer's has to follow it. */
export async function addToTeam(tx: Tx, place: Place) {
  const { projectId, staffId, contactId, vendorId, personName } = place
  const named = [staffId, contactId, vendorId].filter((each) => each !== null).length
  if (named !== 1) return refused('of-one-side')
  if ((vendorId !== null) !== (personName !== '')) return refused('vendor-person-by-name')
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  if (!(await isKnown(tx, place))) return refused('no-such-person')
  if (staffId !== null) await tx.insert(projectMembers).values({ projectId, staffId }).onConflictDoNothing()
  try {
    await tx.transaction((inner) => inner.insert(teamPlaces).values(place))
    return { ok: true as const }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'team_places_staff' || constraint === 'team_places_contact')
      return refused('on-it-already')
    throw error
  }
}

async function isKnown(tx: Tx, { projectId, staffId, contactId, vendorId }: Place): Promise<boolean> {
  const rows =
    staffId !== null
      ? await tx
          .select({ id: staff.id })
          .from(staff)
          .where(and(eq(staff.id, staffId), eq(staff.isActive, true), ne(staff.role, 'vendor')))
      : contactId !== null
        ? await tx
            .select({ id: projectContacts.contactId })
            .from(projectContacts)
            .where(and(eq(projectContacts.projectId, projectId), eq(projectContacts.contactId, contactId)))
        : await tx.select({ id: vendors.id }).from(vendors).where(eq(vendors.id, vendorId!))
  return rows.length > 0
}

type Letter = 'R' | 'A' | 'C' | 'I'
type Said = {
  projectId: string
  placeId: string
  function: string
  isShownToCustomer: boolean
  /** What the person answers for, by phase (its task) or deliverable; null takes a letter away. */
  letters: readonly { of: string; letter: Letter | null }[]
}

/** Says anew what somebody is on the team, answers for, and whether the customer reads it. */
export async function keepPlace(tx: Tx, { projectId, placeId, letters, ...said }: Said) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  return undoneIfRefused(tx, async (inner) => {
    const changed = await inner
      .update(teamPlaces)
      .set(said)
      .where(and(eq(teamPlaces.projectId, projectId), eq(teamPlaces.id, placeId)))
      .returning({ id: teamPlaces.id })
    if (changed.length === 0) return refused('no-such-place')
    for (const letter of letters) {
      const set = await setRaci(inner, { projectId, placeId, ...letter })
      if (!set.ok) return set
    }
    return { ok: true as const }
  })
}

/** Takes somebody off the team, with the letters; who logged time or is on a task still sees the project. */
export async function leaveTeam(tx: Tx, { projectId, placeId }: { projectId: string; placeId: string }) {
  const gone = await tx
    .delete(teamPlaces)
    .where(and(eq(teamPlaces.projectId, projectId), eq(teamPlaces.id, placeId)))
    .returning({ id: teamPlaces.id })
  return gone.length === 0 ? refused('no-such-place') : { ok: true as const }
}

type Answering = { projectId: string; placeId: string; of: string; letter: Letter | null }

/** One is accountable: whoever was before is responsible from now on. */
async function setRaci(tx: Tx, { projectId, placeId, of, letter }: Answering) {
  const thing = await thingOf(tx, projectId, of)
  if (!thing) return refused('no-such-phase')
  const ofThing = or(eq(raciRoles.taskId, of), eq(raciRoles.deliverableId, of))
  await tx.delete(raciRoles).where(and(eq(raciRoles.teamPlaceId, placeId), ofThing))
  if (letter === null) return { ok: true as const }
  if (letter === 'A')
    await tx
      .update(raciRoles)
      .set({ letter: 'R' })
      .where(and(ofThing, eq(raciRoles.letter, 'A')))
  await tx.insert(raciRoles).values({ projectId, teamPlaceId: placeId, letter, ...thing })
  return { ok: true as const }
}

async function thingOf(tx: Tx, projectId: string, id: string) {
  const [[task], [deliverable]] = await Promise.all([
    tx
      .select({ taskId: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.id, id))),
    tx
      .select({ deliverableId: deliverables.id })
      .from(deliverables)
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, id))),
  ])
  return task ?? deliverable ?? null
}
