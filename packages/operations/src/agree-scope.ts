import type { Tx } from '@countersign/db/connect'
import { projects, scopeItems } from '@countersign/db/tables/projects'
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
