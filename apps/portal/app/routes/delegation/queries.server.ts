import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalDelegations, portalParticipants, portalProjects } from '@countersign/db/views/portal'
import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** Whom this person lets sign and for whom this person may; null where there is no such project. */
export async function delegationsOf(tx: Tx, projectId: string, me: ContactActor, now: Date) {
  const [[project], delegations, colleagues] = await Promise.all([
    tx
      .select({ ...projectHead, role: portalProjects.myRole, timeZone: portalProjects.timeZone })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    tx
      .select()
      .from(portalDelegations)
      .where(eq(portalDelegations.projectId, projectId))
      .orderBy(desc(portalDelegations.fromOn)),
    tx
      .select({ id: portalParticipants.contactId, name: portalParticipants.name })
      .from(portalParticipants)
      .where(and(eq(portalParticipants.projectId, projectId), ne(portalParticipants.contactId, me.contactId)))
      .orderBy(asc(portalParticipants.name)),
  ])
  if (!project) return null
  const today = localDateIn(project.timeZone, now)
  const told = delegations.map(({ revokedAt, delegatedAt: _, ...delegation }) => ({
    ...delegation,
    state: stateOf({ ...delegation, isRevoked: revokedAt !== null }, today),
  }))
  return {
    project,
    today,
    mayDelegate: project.role === 'signatory',
    colleagues,
    given: told.filter(({ fromContactId }) => fromContactId === me.contactId),
    taken: told.filter(({ toContactId }) => toContactId === me.contactId),
  }
}

export type Delegations = NonNullable<Awaited<ReturnType<typeof delegationsOf>>>

function stateOf(days: { fromOn: LocalDate; toOn: LocalDate; isRevoked: boolean }, today: LocalDate) {
  if (days.isRevoked) return 'revoked' as const
  if (days.toOn < today) return 'over' as const
  return days.fromOn > today ? ('ahead' as const) : ('running' as const)
}
