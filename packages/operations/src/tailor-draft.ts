import type { StaffActor, Tx } from '@countersign/db/connect'
import { projectDrafts } from '@countersign/db/tables/templates'
import type { LocalDate } from '@countersign/domain/calendar-day'
import {
  whyNotTailored,
  type TailoringChoice,
  type TemplatePart,
} from '@countersign/domain/project-template/tailor'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import { and, eq, isNull } from 'drizzle-orm'
import { customerOf } from './found-project'
import { refused } from './result'

type StartDraft = {
  templateName: string
  template: ProjectTemplate
  customerId: string
  code: string
  name: string
  objective: string
  startsOn: LocalDate
  by: StaffActor
}

/** Begins a project from a template: who it is for and when it starts. What is tailored follows, step by step. */
export async function startDraft(tx: Tx, { template, by, ...words }: StartDraft) {
  if (!(await customerOf(tx, words.customerId))) return refused('no-such-customer')
  const [draft] = await tx
    .insert(projectDrafts)
    .values({ ...words, content: template, startedBy: by.staffId })
    .returning({ id: projectDrafts.id })
  return { ok: true as const, draftId: draft!.id }
}

/** Says of every part of one kind whether it is kept, adapted or left out, and why. Said again, the last word counts. */
export async function tailorDraft(
  tx: Tx,
  { draftId, part, choices }: { draftId: string; part: TemplatePart; choices: TailoringChoice[] },
) {
  const draft = await openDraft(tx, draftId)
  if (!draft) return refused('no-such-draft')
  for (const choice of choices) {
    const why = choice.part === part ? whyNotTailored(draft.content, choice) : 'no-such-part'
    if (why) return { ...refused(why), at: choice.at }
  }
  const others = draft.choices.filter((choice) => choice.part !== part)
  const tailoredNow = choices.filter(({ choice }) => choice !== 'keep')
  await tx
    .update(projectDrafts)
    .set({ choices: [...others, ...tailoredNow] })
    .where(eq(projectDrafts.id, draftId))
  return { ok: true as const }
}

/** A draft that is no project yet, held until commit; null where there is none of one's own. */
export async function openDraft(tx: Tx, draftId: string) {
  const [draft] = await tx
    .select()
    .from(projectDrafts)
    .where(and(eq(projectDrafts.id, draftId), isNull(projectDrafts.projectId)))
    .for('update')
  return draft
    ? {
        ...draft,
        content: draft.content as ProjectTemplate,
        choices: draft.choices as TailoringChoice[],
      }
    : null
}
