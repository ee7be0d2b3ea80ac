import type { StaffActor } from '@countersign/db/connect'
import { inviteContact } from '@countersign/operations/invite-contact'
import { reviseTask } from '@countersign/operations/revise-task'
import { contactArrives } from './arrivals'
import { contactCast } from './cast'
import type { StoryTask } from './plan-file'
import {
  agreeOn,
  beginProject,
  confirmAllCriteria,
  dayFrom,
  morningOf,
  must,
  publishAsShown,
  type Told,
} from './teller'

const plan: StoryTask[] = [
  { name: 'Preparation', level: 1 },
  { name: 'Inventory of 1,400 workplaces', level: 2, days: 10 },
  { name: 'Standard image', level: 2, days: 12, after: ['Inventory of 1,400 workplaces'] },
  { name: 'Image approved', level: 2, days: 0, after: ['Standard image'] },
  { name: 'Rollout', level: 1 },
  { name: 'Hamburg', level: 2, days: 15, after: ['Image approved'] },
  { name: 'Bristol and Lindau', level: 2, days: 10, after: ['Hamburg'] },
  { name: 'Rollout complete', level: 2, days: 0, after: ['Bristol and Lindau'] },
]

/** An internal customer, who reads the whole plan. */
export async function tellGroupIt(
  told: Told,
  { customerId, mara }: { customerId: string; mara: StaffActor },
) {
  const { logins, now } = told
  const projectId = await beginProject(told, {
    customerId,
    code: 'GI-2603',
    name: 'Workplace renewal',
    objective: 'Every workplace of the group on the new standard before the old system loses support.',
    startsInDays: -21,
    tasks: plan,
    charter: { name: 'Project charter', criteria: ['Scope and dates are as agreed.'] },
    by: mara,
  })
  await agreeOn(
    told,
    {
      projectId,
      by: mara,
      objective: 'Every workplace of the group on the new standard before the old system loses support.',
      scope: [
        ['in-scope', '1,400 workplaces in Hamburg, Bristol and Lindau'],
        ['out-of-scope', 'Meeting rooms and printers'],
      ],
      deliverables: [
        {
          name: 'Standard image',
          description: 'One image for all workplaces.',
          dueTask: 'Image approved',
          criteria: [['All business applications start.', 'Test by five key users']],
        },
        {
          name: 'Renewed workplaces',
          description: 'All workplaces on the new standard.',
          dueTask: 'Rollout complete',
          criteria: [['No workplace runs the old system.', 'Inventory export']],
        },
      ],
      criteriaDaysAgo: 25,
      contract: {
        reference: 'Internal order 90012',
        currency: 'EUR',
        taxBasisPoints: 0,
        signedOn: dayFrom(now, -25),
        paymentTermDays: 30,
      },
      schedule: [
        ['Image approved', 3_000_000n, 14, ['Standard image']],
        ['Rollout complete', 6_000_000n, 50, ['Renewed workplaces']],
      ],
    },
    plan,
  )
  const invited = await logins.console.write(mara, (tx) =>
    inviteContact(tx, {
      projectId,
      ...contactCast.samuel,
      role: 'signatory',
      authority: {
        currency: 'EUR',
        upToMinor: 10_000_000n,
        fromOn: dayFrom(now, -25),
        toOn: null,
        evidence: 'Internal order 90012',
      },
    }),
  )
  const samuel = await contactArrives(logins, must(invited).contactId)
  await confirmAllCriteria(told, { projectId, daysAgo: 22, by: samuel })
  await logins.console.write(mara, async (tx) => {
    must(await reviseTask(tx, { projectId, uid: 2, percentComplete: 100 }))
    must(await reviseTask(tx, { projectId, uid: 3, percentComplete: 35 }))
  })
  const published = await logins.console.write(mara, (tx) =>
    publishAsShown(tx, {
      projectId,
      health: 'on-track',
      narrative:
        'The inventory is complete: 1,412 workplaces, 31 of them with applications that need a repackage. The image is being built.',
      after: 0,
      by: mara,
      now: morningOf(now, -3),
    }),
  )
  must(published)
}
