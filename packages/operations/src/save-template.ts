import type { StaffActor, Tx } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { gateCriteria, gateEvidence, projectPhases } from '@countersign/db/tables/phases'
import { tasks } from '@countersign/db/tables/plan'
import { projectTemplates } from '@countersign/db/tables/templates'
import { templateFromPlan } from '@countersign/domain/project-template/template-from-plan'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import { and, asc, eq } from 'drizzle-orm'
import { refused } from './result'
import { planOf } from './stored-plan'

type TemplateWords = { name: string; description: string }

/** Saves of a project what begins the next one of its kind: phases, tasks, deliverables, risks; no date, name or price. */
export async function saveTemplate(
  tx: Tx,
  { projectId, name, description, by }: TemplateWords & { projectId: string; by: StaffActor },
) {
  const content = await templateOf(tx, projectId)
  if (!content) return refused('no-such-project')
  if (content.tasks.length === 0 && content.phases.length === 0) return refused('nothing-to-save')
  const [saved] = await tx
    .insert(projectTemplates)
    .values({ name, description, content, fromProjectId: projectId, savedBy: by.staffId })
    .returning({ id: projectTemplates.id })
  return { ok: true as const, templateId: saved!.id }
}

/** Calls a saved template otherwise. */
export async function renameTemplate(
  tx: Tx,
  { templateId, name, description }: TemplateWords & { templateId: string },
) {
  const renamed = await tx
    .update(projectTemplates)
    .set({ name, description })
    .where(eq(projectTemplates.id, templateId))
    .returning({ id: projectTemplates.id })
  return renamed.length === 0 ? refused('no-such-template') : { ok: true as const }
}

/** A project as a template; null where there is no such project. */
export async function templateOf(tx: Tx, projectId: string): Promise<ProjectTemplate | null> {
  const plan = await planOf(tx, projectId)
  if (!plan) return null
  const [kinds, phases, criteria, evidence, results, asked, register] = await Promise.all([
    tx
      .select({ uid: tasks.uid, kind: tasks.milestoneKind })
      .from(tasks)
      .where(eq(tasks.projectId, projectId)),
    tx
      .select()
      .from(projectPhases)
      .where(eq(projectPhases.projectId, projectId))
      .orderBy(asc(projectPhases.position)),
    tx
      .select()
      .from(gateCriteria)
      .where(eq(gateCriteria.projectId, projectId))
      .orderBy(asc(gateCriteria.position)),
    tx
      .select()
      .from(gateEvidence)
      .where(eq(gateEvidence.projectId, projectId))
      .orderBy(asc(gateEvidence.position)),
    tx
      .select()
      .from(deliverables)
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.kind, 'result')))
      .orderBy(asc(deliverables.position)),
    tx
      .select()
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.projectId, projectId))
      .orderBy(asc(acceptanceCriteria.position)),
    tx.select().from(risks).where(eq(risks.projectId, projectId)).orderBy(asc(risks.number)),
  ])
  return templateFromPlan(plan, {
    milestoneKinds: new Map(kinds.map(({ uid, kind }) => [uid, kind])),
    phases: phases.map(({ id, name, gateName, taskUid }) => ({
      name,
      gateName,
      taskUid,
      criteria: criteria
        .filter(({ phaseId }) => phaseId === id)
        .map(({ kind, statement }) => ({ kind, statement })),
      evidence: evidence
        .filter(({ phaseId }) => phaseId === id)
        .map(({ element, submissionLevel, isRequired }) => ({ element, submissionLevel, isRequired })),
    })),
    deliverables: results.map(({ id, name, description, dueTaskUid, acceptance }) => ({
      name,
      description,
      dueTaskUid,
      acceptance,
      criteria: asked
        .filter(({ deliverableId }) => deliverableId === id)
        .map(({ statement, howChecked, evidenceWanted, weight }) => ({
          statement,
          howChecked,
          evidenceWanted,
          weight,
        })),
    })),
    risks: register.map(({ kind, title, response, probabilityPercent }) => ({
      kind,
      title,
      response,
      probabilityPercent,
    })),
  })
}
