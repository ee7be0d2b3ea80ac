import type { StaffActor } from '@countersign/db/connect'
import { projectTemplates } from '@countersign/db/tables/templates'
import type { ProjectTemplate } from '@countersign/domain/project-template/template'
import { saveTemplate } from '@countersign/operations/save-template'
import { startDraft, tailorDraft } from '@countersign/operations/tailor-draft'
import { eq } from 'drizzle-orm'
import { dayFrom, must, type Told } from './teller'

/** The harbour's project is worth repeating: saved as a template, with which the next one has been begun. */
export async function saveHarbourAsTemplate(
  { logins, now }: Told,
  { projectId, customerId, mara }: { projectId: string; customerId: string; mara: StaffActor },
) {
  await logins.console.write(mara, async (tx) => {
    const name = 'Core network migration'
    const description = 'Survey, design, pilot site, migration in waves, thirty days of acceptance tests.'
    const { templateId } = must(await saveTemplate(tx, { projectId, name, description, by: mara }))
    const [template] = await tx
      .select({ content: projectTemplates.content })
      .from(projectTemplates)
      .where(eq(projectTemplates.id, templateId))
    const content = template!.content as ProjectTemplate
    const { draftId } = must(
      await startDraft(tx, {
        templateName: name,
        template: content,
        customerId,
        code: 'HT-2604',
        name: 'Metro ring migration',
        objective: 'Move the metro ring to the platform that the core already runs on.',
        startsOn: dayFrom(now, 60),
        by: mara,
      }),
    )
    const omitted = content.tasks.findIndex((task) => task.name === 'Wave 2: six sites')
    must(
      await tailorDraft(tx, {
        draftId,
        part: 'task',
        choices: [
          {
            part: 'task',
            at: omitted,
            choice: 'omit',
            adapted: '',
            days: null,
            reason: 'The ring has four sites: one wave is enough.',
          },
        ],
      }),
    )
  })
}
