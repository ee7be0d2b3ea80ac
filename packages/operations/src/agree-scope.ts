import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { projects } from '@countersign/db/tables/projects'
import { scopeItems } from '@countersign/db/tables/scope'
import type { ScopeKind } from '@countersign/domain/publication'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type Scope = {
  projectId: string
  objective: string
  items: { kind: ScopeKind; text: string; deliverableId: string | null }[]
}

/** Writes the charter's objective and its scope whole: in, out, assumed, each line tied to a deliverable if it has one. */
export async function agreeScope(tx: Tx, { projectId, objective, items }: Scope) {
  const known = await tx
    .select({ id: deliverables.id })
    .from(deliverables)
    .where(eq(deliverables.projectId, projectId))
  if (
    items.some(({ deliverableId }) => deliverableId !== null && !known.some(({ id }) => id === deliverableId))
  )
    return refused('no-such-deliverable')
  const found = await tx
    .update(projects)
    .set({ objective })
    .where(eq(projects.id, projectId))
    .returning({ id: projects.id })
  if (found.length === 0) return refused('no-such-project')
  await tx.delete(scopeItems).where(eq(scopeItems.projectId, projectId))
  if (items.length > 0)
    await tx
      .insert(scopeItems)
      .values(items.map((item, index) => ({ projectId, position: index + 1, ...item })))
  return { ok: true as const }
}
