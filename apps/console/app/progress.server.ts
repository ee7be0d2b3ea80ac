import type { Tx } from '@countersign/db/connect'
import { progressOf } from '@countersign/domain/schedule/progress'
import { sql } from 'drizzle-orm'

type Share = { projectId: string; percentComplete: number; minutes: number; leaves: number }

/**
 * Per cent complete of every project in sight. The domain's rule weighs leaves by duration, so the leaves of one
 * percentage may be handed over as one: a hundred rows a project instead of its whole plan.
 */
export async function progressByProject(tx: Tx): Promise<Map<string, number>> {
  const shares = await tx.execute<Share>(sql`
    select project_id as "projectId", percent_complete as "percentComplete", sum(duration_minutes)::float8 as minutes,
      count(*)::integer as leaves
    from (
      select project_id, percent_complete, duration_minutes, outline_level,
        lead(outline_level, 1, 0) over (partition by project_id order by position) as next_level
      from public.tasks
    ) t
    where next_level <= outline_level
    group by project_id, percent_complete`)
  const byProject = new Map<string, Share[]>()
  for (const share of shares)
    byProject.set(share.projectId, [...(byProject.get(share.projectId) ?? []), share])
  return new Map([...byProject].map(([projectId, own]) => [projectId, progressOf(own.flatMap(asLeaves))]))
}

function asLeaves({ percentComplete, minutes, leaves }: Share) {
  const leaf = { outlineLevel: 1, percentComplete, durationMinutes: minutes }
  return minutes > 0 ? [leaf] : Array.from({ length: leaves }, () => leaf)
}
