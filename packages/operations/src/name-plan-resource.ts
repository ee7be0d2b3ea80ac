import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { planResources } from '@countersign/db/tables/plan-resources'
import { and, eq, inArray, ne } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused, undoneIfRefused } from './result'

type Named = { projectId: string; names: readonly { uid: number; staffId: string | null }[]; now: Date }

/** Says which of us the plan's names are, or that they are nobody yet: from then on the plan's work is theirs. */
export async function namePlanResources(tx: Tx, { projectId, names, now }: Named) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const wanted = [...new Set(names.flatMap(({ staffId }) => (staffId ? [staffId] : [])))]
  const known =
    wanted.length === 0
      ? []
      : await tx
          .select({ id: staff.id })
          .from(staff)
          .where(and(inArray(staff.id, wanted), eq(staff.isActive, true), ne(staff.role, 'vendor')))
  if (known.length < wanted.length) return refused('no-such-person')
  return undoneIfRefused(tx, async (inner) => {
    await notePlanChange(inner, { projectId, now })
    for (const { uid, staffId } of names) {
      const named = await inner
        .update(planResources)
        .set({ staffId })
        .where(
          and(
            eq(planResources.projectId, projectId),
            eq(planResources.uid, uid),
            eq(planResources.kind, 'work'),
          ),
        )
        .returning({ uid: planResources.uid })
      if (named.length === 0) return refused('no-such-resource')
    }
    return { ok: true as const }
  })
}
