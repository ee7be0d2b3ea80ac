import type { Tx } from '@countersign/db/connect'
import { gateCriteria, gateEvidence, projectPhases } from '@countersign/db/tables/phases'
import type { TemplatePhase } from '@countersign/domain/project-template/template'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { lockProject } from './lock-project'
import { refused } from './result'

/** Gives a project that has none its phases, each with what its gate asks for. */
export async function beginPhases(
  tx: Tx,
  { projectId, phases }: { projectId: string; phases: TemplatePhase[] },
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [known] = await tx
    .select({ id: projectPhases.id })
    .from(projectPhases)
    .where(eq(projectPhases.projectId, projectId))
    .limit(1)
  if (known) return refused('has-phases')
  const rows = phases.map((phase, index) => ({ id: randomUUID(), position: index + 1, ...phase }))
  const criteria = rows.flatMap(({ id: phaseId, criteria: asked }) =>
    asked.map((criterion, index) => ({ projectId, phaseId, position: index + 1, ...criterion })),
  )
  const evidence = rows.flatMap(({ id: phaseId, evidence: wanted }) =>
    wanted.map((element, index) => ({ projectId, phaseId, position: index + 1, ...element })),
  )
  if (rows.length > 0)
    await tx.insert(projectPhases).values(
      rows.map(({ id, position, name, gateName, taskUid }) => ({
        id,
        projectId,
        position,
        name,
        gateName,
        taskUid,
      })),
    )
  if (criteria.length > 0) await tx.insert(gateCriteria).values(criteria)
  if (evidence.length > 0) await tx.insert(gateEvidence).values(evidence)
  return { ok: true as const }
}
