import type { Tx } from '@countersign/db/connect'
import { projectTemplates } from '@countersign/db/tables/templates'
import { planFromTemplate, workdaysBetween } from '@countersign/domain/project-template/plan-from-template'
import {
  shippedTemplates,
  type Language,
} from '@countersign/domain/project-template/shipped/shipped-templates'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { isUuid } from '@countersign/http/fields'
import type { SerializeFrom } from '@remix-run/node'
import { eq } from 'drizzle-orm'

export type FoundTemplate = {
  id: string
  name: string
  description: string
  content: ProjectTemplate
  isSaved: boolean
}

/** A template by the key of one that comes with the product, or by the id of a saved one; null for neither. */
export async function templateNamed(tx: Tx, id: string, language: Language): Promise<FoundTemplate | null> {
  const shipped = shippedTemplates(language).find(({ key }) => key === id)
  if (shipped) return { id, ...wordsOf(shipped), content: shipped.content, isSaved: false }
  if (!isUuid(id)) return null
  const [saved] = await tx
    .select({
      name: projectTemplates.name,
      description: projectTemplates.description,
      content: projectTemplates.content,
    })
    .from(projectTemplates)
    .where(eq(projectTemplates.id, id.toLowerCase()))
  return saved ? { id, ...wordsOf(saved), content: saved.content as ProjectTemplate, isSaved: true } : null
}

function wordsOf({ name, description }: { name: string; description: string }) {
  return { name, description }
}

/** Any Monday: how long a template takes depends on no day, since nobody works on Saturdays and Sundays. */
const MONDAY = '2026-01-05'
const ROWS_SHOWN = 500

/** A template as its page shows it. */
export function templatePage({ content, ...template }: FoundTemplate) {
  const { phases, tasks, links, deliverables, risks } = content
  const schedule = schedulePlan(planFromTemplate(content, MONDAY))
  const nameOf = new Map(tasks.map(({ uid, name }) => [uid, name]))
  return {
    ...template,
    length: schedule.ok ? workdaysBetween(MONDAY, schedule.finish.slice(0, 10)) + 1 : null,
    phases,
    tasks: tasks.slice(0, ROWS_SHOWN).map((task) => ({
      ...task,
      days: task.durationMinutes / (task.isElapsed ? 1440 : 480),
      after: links.filter(({ toUid }) => toUid === task.uid).map(({ fromUid }) => nameOf.get(fromUid) ?? ''),
    })),
    deliverables: deliverables.map(({ dueTaskUid, ...each }) => ({
      ...each,
      due: dueTaskUid === null ? null : (nameOf.get(dueTaskUid) ?? null),
    })),
    risks,
  }
}

export type TemplatePage = SerializeFrom<ReturnType<typeof templatePage>>
