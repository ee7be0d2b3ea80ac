import type { StaffActor, Tx } from '@countersign/db/connect'
import { contacts, staff } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type Access = { kind: 'colleague' | 'contact'; personId: string; isActive: boolean; by: StaffActor }

/**
 * Ends a person's access, or gives it back. The sessions of somebody whose access ends are gone with it; what the
 * person did stays, and so do the password and the projects for the day of coming back.
 */
export async function changeAccess(tx: Tx, { kind, personId, isActive, by }: Access) {
  // An administration that locks itself out has nobody to let it in again.
  if (kind === 'colleague' && personId === by.staffId) return refused('yourself')
  const people = kind === 'colleague' ? staff : contacts
  const changed = await tx
    .update(people)
    .set({ isActive })
    .where(eq(people.id, personId))
    .returning({ id: people.id })
  return changed.length === 0 ? refused('no-such-person') : { ok: true as const }
}
