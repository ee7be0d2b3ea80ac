import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalDelegations, portalParticipants, portalProjects } from '@countersign/db/views/portal'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { and, eq, sql } from 'drizzle-orm'
import { refused } from './result'

type Delegation = {
  projectId: string
  colleagueId: string
  fromOn: LocalDate
  toOn: LocalDate
  reason: string
  today: LocalDate
}

const MOST_DAYS = 730

/**
 * A signatory lets a colleague who follows the project sign in the own authority, until a day. The caller re-enters the
 * password first.
 */
export async function delegateSigning(tx: Tx, delegation: Delegation) {
  const { projectId, colleagueId, fromOn, toOn, reason, today } = delegation
  const [[project], [colleague]] = await Promise.all([
    tx.select({ role: portalProjects.myRole }).from(portalProjects).where(eq(portalProjects.id, projectId)),
    tx
      .select({ id: portalParticipants.contactId })
      .from(portalParticipants)
      .where(and(eq(portalParticipants.projectId, projectId), eq(portalParticipants.contactId, colleagueId))),
  ])
  if (!project) return refused('no-such-project')
  if (project.role !== 'signatory') return refused('not-a-signatory')
  if (!colleague) return refused('no-such-colleague')
  if (toOn < fromOn || toOn < today) return refused('ends-before-it-begins')
  if (toOn > addDays(today, MOST_DAYS - 1)) return refused('too-long')
  await tx.execute(sql`select portal.delegate_signing(${projectId}, ${colleagueId}, ${fromOn}::date, ${toOn}::date,
    ${reason})`)
  return { ok: true as const }
}

/** Takes a delegation back; what was signed under it stays. */
export async function revokeDelegation(
  tx: Tx,
  { delegationId, by }: { delegationId: string; by: ContactActor },
) {
  const [own] = await tx
    .select({ id: portalDelegations.id })
    .from(portalDelegations)
    .where(and(eq(portalDelegations.id, delegationId), eq(portalDelegations.fromContactId, by.contactId)))
  if (!own) return refused('no-such-delegation')
  await tx.execute(sql`select portal.revoke_delegation(${delegationId})`)
  return { ok: true as const }
}
