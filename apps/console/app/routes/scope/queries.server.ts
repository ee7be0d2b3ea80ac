import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { projects } from '@countersign/db/tables/projects'
import { scopeItems } from '@countersign/db/tables/scope'
import type { SerializeFrom } from '@remix-run/node'
import { asc, eq } from 'drizzle-orm'

export async function scopeOf(tx: Tx, projectId: string) {
  const [[project], items, known] = await Promise.all([
    tx.select({ objective: projects.objective }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({ kind: scopeItems.kind, text: scopeItems.text, deliverableId: scopeItems.deliverableId })
      .from(scopeItems)
      .where(eq(scopeItems.projectId, projectId))
      .orderBy(asc(scopeItems.position)),
    tx
      .select({ id: deliverables.id, code: deliverables.code, name: deliverables.name })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
  ])
  return project ? { ...project, items, deliverables: known } : null
}

/** A project’s scope as the page reads it. */
export type Scope = SerializeFrom<NonNullable<Awaited<ReturnType<typeof scopeOf>>>>
