import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { projectDrafts } from '@countersign/db/tables/templates'
import { planFromTemplate } from '@countersign/domain/project-template/plan-from-template'
import {
  nameOf,
  tailored,
  templateParts,
  type TailoringChoice,
  type TemplatePart,
} from '@countersign/domain/project-template/tailor'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import type { SerializeFrom } from '@remix-run/node'
import { eq } from 'drizzle-orm'

/** As many tasks as one form takes; of a larger template the upper levels are tailored, the rest in the plan. */
const MOST_ROWS = 250

/** A draft of one's own; null where there is none. */
async function draftOf(tx: Tx, draftId: string) {
  const [row] = await tx
    .select({
      id: projectDrafts.id,
      templateName: projectDrafts.templateName,
      content: projectDrafts.content,
      choices: projectDrafts.choices,
      code: projectDrafts.code,
      name: projectDrafts.name,
      startsOn: projectDrafts.startsOn,
      projectId: projectDrafts.projectId,
      customerId: projectDrafts.customerId,
      customer: customers.name,
    })
    .from(projectDrafts)
    .innerJoin(customers, eq(customers.id, projectDrafts.customerId))
    .where(eq(projectDrafts.id, draftId))
  return row
    ? { ...row, content: row.content as ProjectTemplate, choices: row.choices as TailoringChoice[] }
    : null
}

/** One kind of parts of a draft's template with what was chosen for each so far. */
export async function partToTailor(tx: Tx, draftId: string, part: TemplatePart) {
  const draft = await draftOf(tx, draftId)
  if (!draft) return null
  const { content, choices, ...words } = draft
  const all = partsOf(content, part)
  return {
    ...headOf(words),
    part,
    total: all.length,
    rows: upperOf(all).map((row) => {
      const chosen = choices.find((choice) => choice.part === part && choice.at === row.at)
      return {
        ...row,
        choice: chosen?.choice ?? ('keep' as const),
        adapted: chosen?.adapted ?? '',
        days: chosen?.days ?? null,
        reason: chosen?.reason ?? '',
      }
    }),
  }
}

export type PartToTailor = SerializeFrom<NonNullable<Awaited<ReturnType<typeof partToTailor>>>>

/** A draft before its project begins: when it would end, and all that is tailored. */
export async function draftToCheck(tx: Tx, draftId: string) {
  const draft = await draftOf(tx, draftId)
  if (!draft) return null
  const { content, choices, ...words } = draft
  const schedule = schedulePlan(planFromTemplate(tailored(content, choices), words.startsOn))
  return {
    ...headOf(words),
    customerId: words.customerId,
    code: words.code,
    startsOn: words.startsOn,
    endsOn: schedule.ok ? schedule.finish.slice(0, 10) : null,
    choices: choices
      .map((choice) => ({ ...choice, partName: nameOf(content, choice) ?? '' }))
      .sort((a, b) => templateParts.indexOf(a.part) - templateParts.indexOf(b.part) || a.at - b.at),
  }
}

type Words = Omit<NonNullable<Awaited<ReturnType<typeof draftOf>>>, 'content' | 'choices'>

function headOf({ id, name, templateName, projectId, customer }: Words) {
  return { id, name, templateName, projectId, customer }
}

type Row = { at: number; name: string; level: number; isSummary: boolean; duration: number | null }

const flat = { level: 1, isSummary: false, duration: null }

function partsOf(content: ProjectTemplate, part: TemplatePart): Row[] {
  switch (part) {
    case 'phase':
      return content.phases.map(({ name }, at) => ({ at, name, ...flat }))
    case 'task':
      return content.tasks.map(({ name, outlineLevel, isSummary, isMilestone, durationMinutes }, at) => ({
        at,
        name,
        level: outlineLevel,
        isSummary,
        duration: isSummary || isMilestone ? null : durationMinutes / 480,
      }))
    case 'deliverable':
      return content.deliverables.map(({ name }, at) => ({ at, name, ...flat }))
    case 'risk':
      return content.risks.map(({ title }, at) => ({ at, name: title, ...flat }))
  }
}

/** The levels that fit whole, and of a flat list the first rows. */
function upperOf(rows: Row[]): Row[] {
  if (rows.length <= MOST_ROWS) return rows
  const upTo = (level: number) => rows.filter((row) => row.level <= level)
  const levels = [...new Set(rows.map(({ level }) => level))].sort((a, b) => b - a)
  const fitting = levels.find((level) => upTo(level).length <= MOST_ROWS)
  return fitting === undefined ? rows.slice(0, MOST_ROWS) : upTo(fitting)
}
