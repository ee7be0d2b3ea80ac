import type { StaffActor, Tx } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { tasks } from '@countersign/db/tables/plan'
import { projectDrafts, projectOrigins, tailoringRecords } from '@countersign/db/tables/templates'
import { planFromTemplate } from '@countersign/domain/project-template/plan-from-template'
import {
  nameOf,
  tailored,
  templateParts,
  type TailoringChoice,
} from '@countersign/domain/project-template/tailor'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import { canonicalText } from '@countersign/evidence/canonical'
import { and, eq, inArray } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { beginPhases } from './begin-phases'
import { beginProject, type ProjectWords } from './begin-project'
import { defineDeliverable } from './define-deliverable'
import { customerOf } from './found-project'
import { insertRows } from './insert-rows'
import { refused, undoneIfRefused } from './result'
import { openDraft } from './tailor-draft'

type FoundFromTemplate = { draftId: string; charter: ProjectWords['charter']; by: StaffActor; now: Date }

/**
 * Begins the project of a draft: its plan from the tailored template, with phases and gates, deliverables and risks;
 * and keeps which template it was and what was tailored, with the reasons. A draft founds one project.
 */
export async function foundFromTemplate(tx: Tx, { draftId, charter, by, now }: FoundFromTemplate) {
  const draft = await openDraft(tx, draftId)
  if (!draft) return refused('no-such-draft')
  const customer = await customerOf(tx, draft.customerId)
  if (!customer) return refused('no-such-customer')
  const template = tailored(draft.content, draft.choices)
  const plan = planFromTemplate(template, draft.startsOn)
  return undoneIfRefused(tx, async (inner) => {
    const { code, name, objective } = draft
    const begun = await beginProject(inner, { code, name, objective, charter, by, customer, plan })
    if (!begun.ok) return begun
    const { projectId } = begun
    await nameMilestones(inner, projectId, template)
    await beginPhases(inner, { projectId, phases: template.phases })
    for (const deliverable of template.deliverables) {
      const defined = await defineDeliverable(inner, { projectId, ...deliverable })
      if (!defined.ok) return refused('not-schedulable')
    }
    if (template.risks.length > 0)
      await inner.insert(risks).values(
        template.risks.map((risk, index) => ({
          projectId,
          number: index + 1,
          ...risk,
          ownerId: by.staffId,
          // What it would cost here nobody has judged yet.
          impactMinor: 0n,
          reviewOn: draft.startsOn,
        })),
      )
    await keepOrigin(inner, { projectId, draft, by })
    await inner.update(projectDrafts).set({ projectId, foundedAt: now }).where(eq(projectDrafts.id, draftId))
    return begun
  })
}

async function nameMilestones(tx: Tx, projectId: string, template: ProjectTemplate) {
  for (const kind of ['delivery', 'acceptance', 'billing'] as const) {
    const uids = template.tasks
      .filter(({ milestoneKind, isMilestone }) => isMilestone && milestoneKind === kind)
      .map(({ uid }) => uid)
    if (uids.length > 0)
      await tx
        .update(tasks)
        .set({ milestoneKind: kind })
        .where(and(eq(tasks.projectId, projectId), inArray(tasks.uid, uids)))
  }
}

type Origin = {
  projectId: string
  draft: { templateName: string; content: ProjectTemplate; choices: TailoringChoice[] }
  by: StaffActor
}

/** Every part of the template with what became of it: what was kept too. */
async function keepOrigin(tx: Tx, { projectId, draft, by }: Origin) {
  const templateDigest = createHash('sha256').update(canonicalText(draft.content)).digest('hex')
  await tx
    .insert(projectOrigins)
    .values({ projectId, templateName: draft.templateName, templateDigest, appliedBy: by.staffId })
  const { phases, tasks: all, deliverables, risks: register } = draft.content
  const counts = { phase: phases, task: all, deliverable: deliverables, risk: register }
  const parts = templateParts.flatMap((part) => counts[part].map((_, at) => ({ part, at })))
  await insertRows(
    tx,
    tailoringRecords,
    parts.map(({ part, at }, index) => {
      const choice = draft.choices.find((each) => each.part === part && each.at === at)
      const name = nameOf(draft.content, { part, at })!
      const days = choice?.days ?? null
      return {
        projectId,
        position: index + 1,
        part,
        name,
        choice: choice?.choice ?? 'keep',
        adapted: choice?.choice === 'adapt' ? adaptedWords(choice.adapted || name, days) : '',
        reason: choice && choice.choice !== 'keep' ? choice.reason : '',
      }
    }),
  )
}

function adaptedWords(name: string, days: number | null): string {
  return days === null ? name : `${name} (${days} d)`
}
