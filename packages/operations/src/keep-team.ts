import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { projectContacts } from '@countersign/db/tables/participants'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projectMembers } from '@countersign/db/tables/projects'
import { raciRoles, teamPlaces } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, eq, ne } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { brokenConstraint, refused } from './result'

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

type Said = { projectId: string; placeId: string; function: string; isShownToCustomer: boolean }

/** Says anew what somebody is on the team, and whether the customer reads it. */
export async function changePlace(tx: Tx, { projectId, placeId, ...said }: Said) {
  const changed = await tx
    .update(teamPlaces)
    .set(said)
    .where(and(eq(teamPlaces.projectId, projectId), eq(teamPlaces.id, placeId)))
    .returning({ id: teamPlaces.id })
  return changed.length === 0 ? refused('no-such-place') : { ok: true as const }
}

/** Takes somebody off the team, with the letters; who logged time or is on a task still sees the project. */
export async function leaveTeam(tx: Tx, { projectId, placeId }: { projectId: string; placeId: string }) {
  const gone = await tx
    .delete(teamPlaces)
    .where(and(eq(teamPlaces.projectId, projectId), eq(teamPlaces.id, placeId)))
    .returning({ id: teamPlaces.id })
  return gone.length === 0 ? refused('no-such-place') : { ok: true as const }
}

type Letter = {
  projectId: string
  placeId: string
  of: { taskId: string } | { deliverableId: string }
  /** Null takes it away. */
  letter: 'R' | 'A' | 'C' | 'I' | null
}

/** Who is responsible, accountable, consulted or informed; whoever was accountable before is responsible from now on. */
export async function setRaci(tx: Tx, { projectId, placeId, of, letter }: Letter) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [place] = await tx
    .select({ id: teamPlaces.id })
    .from(teamPlaces)
    .where(and(eq(teamPlaces.projectId, projectId), eq(teamPlaces.id, placeId)))
  if (!place) return refused('no-such-place')
  const isTask = 'taskId' in of
  const [thing] = isTask
    ? await tx
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), eq(tasks.id, of.taskId)))
    : await tx
        .select({ id: deliverables.id })
        .from(deliverables)
        .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, of.deliverableId)))
  if (!thing) return refused('no-such-phase')
  const ofThing = isTask ? eq(raciRoles.taskId, of.taskId) : eq(raciRoles.deliverableId, of.deliverableId)
  await tx.delete(raciRoles).where(and(eq(raciRoles.teamPlaceId, placeId), ofThing))
  if (letter === null) return { ok: true as const }
  if (letter === 'A')
    await tx
      .update(raciRoles)
      .set({ letter: 'R' })
      .where(and(ofThing, eq(raciRoles.letter, 'A')))
  await tx.insert(raciRoles).values({ projectId, teamPlaceId: placeId, letter, ...of })
  return { ok: true as const }
}
