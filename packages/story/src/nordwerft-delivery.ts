import { reviseTask } from '@countersign/operations/revise-task'
import type { Nordwerft } from './nordwerft'
import { nordwerftPlan } from './nordwerft-contract'
import {
  decide,
  morningOf,
  must,
  publishAsShown,
  saidDaysAgo,
  submit,
  submitCharter,
  type Told,
} from './teller'

/** The charter and the concept are accepted, the software is under way, and the customer was told so. */
export async function deliverNordwerft(
  told: Told,
  { projectId, deliverableIds, people: { jonas }, henrik }: Nordwerft,
) {
  const charter = await submitCharter(told, {
    projectId,
    deliverableId: deliverableIds.get('Projektauftrag')!,
    title: 'projektauftrag-NW-2604-v1',
    message: 'Der Projektauftrag wie besprochen.',
    daysAgo: 96,
    by: jonas,
  })
  await decide(told, { submissionId: charter, by: henrik, daysAgo: 95 })
  await progress(told, projectId, jonas, 74, [['Lagebild und Abläufe', 100]])
  const concept = await submit(told, {
    projectId,
    deliverableId: deliverableIds.get('Lagebild und Abläufe')!,
    title: 'Lagebild und Abläufe',
    text: ['Vier Docks, elf Krane, drei Schichten: was der Leitstand zeigt, wer was meldet und wer plant.'],
    message: 'Das Konzept nach zwei Tagen Begehung.',
    daysAgo: 74,
    by: jonas,
  })
  await decide(told, { submissionId: concept, by: henrik, daysAgo: 71 })
  await progress(told, projectId, jonas, 30, [
    ['Konzept abgenommen', 100],
    ['Leitstand-Software', 40],
    ['Anbindung der Krane', 30],
    ['Betriebsbegleitung', 10],
  ])
  const published = await told.logins.console.write(jonas, (tx) =>
    publishAsShown(tx, {
      projectId,
      health: 'on-track',
      narrative:
        'Das Konzept ist abgenommen, die ersten drei Krane melden in den Leitstand. Die Schichtplanung ist in Arbeit.',
      after: 0,
      by: jonas,
      now: morningOf(told.now, -30),
    }),
  )
  must(published)
}

async function progress(
  told: Told,
  projectId: string,
  jonas: Nordwerft['people']['jonas'],
  daysAgo: number,
  said: [string, number][],
) {
  await told.logins.console.write(jonas, async (tx) => {
    for (const [name, percentComplete] of said) {
      const uid = nordwerftPlan.findIndex((task) => task.name === name) + 1
      must(await reviseTask(tx, { projectId, uid, percentComplete }))
    }
  })
  await saidDaysAgo(told, projectId, daysAgo)
}
