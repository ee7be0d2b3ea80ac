import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projectTemplates } from '@countersign/db/tables/templates'
import {
  shippedTemplates,
  type Language,
} from '@countersign/domain/project-template/shipped/shipped-templates'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import type { SerializeFrom } from '@remix-run/node'
import { asc, desc, eq } from 'drizzle-orm'

const MOST_SAVED = 200

/** What comes with the product, and what was saved, the latest first; of each how much is in it. */
export async function templatesToChoose(tx: Tx, language: Language) {
  const saved = await tx
    .select({
      id: projectTemplates.id,
      name: projectTemplates.name,
      description: projectTemplates.description,
      content: projectTemplates.content,
      by: staff.name,
      at: projectTemplates.savedAt,
    })
    .from(projectTemplates)
    .innerJoin(staff, eq(staff.id, projectTemplates.savedBy))
    .orderBy(desc(projectTemplates.savedAt), asc(projectTemplates.name))
    .limit(MOST_SAVED)
  return {
    shipped: shippedTemplates(language).map(({ key, name, description, content }) => ({
      id: key,
      name,
      description,
      counts: countsOf(content),
    })),
    saved: saved.map(({ content, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      counts: countsOf(content as ProjectTemplate),
    })),
  }
}

export type TemplateList = SerializeFrom<Awaited<ReturnType<typeof templatesToChoose>>>

function countsOf({ phases, tasks, deliverables, risks }: ProjectTemplate) {
  return {
    phases: phases.length,
    tasks: tasks.filter(({ isSummary }) => !isSummary).length,
    deliverables: deliverables.length,
    risks: risks.length,
  }
}
