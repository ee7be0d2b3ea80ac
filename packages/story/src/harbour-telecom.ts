import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { tasks as taskTable } from '@countersign/db/tables/plan'
import { assignTask } from '@countersign/operations/assign-task'
import { claimWarranty } from '@countersign/operations/claim-warranty'
import { inviteContact } from '@countersign/operations/invite-contact'
import { issueInvoice } from '@countersign/operations/issue-invoice'
import { logTime } from '@countersign/operations/log-time'
import { recordPayment } from '@countersign/operations/record-payment'
import { reviseTask } from '@countersign/operations/revise-task'
import { writeNote } from '@countersign/operations/write-note'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { localDateIn } from '@countersign/domain/calendar-day'
import { and, eq } from 'drizzle-orm'
import { contactArrives } from './arrivals'
import { contactCast } from './cast'
import { governHarbour } from './harbour-governance'
import { checkDesign, testPilot } from './harbour-tests'
import type { StoryTask } from './plan-file'
import {
  agreeOn,
  beginProject,
  confirmAllCriteria,
  dayFrom,
  decide,
  forecastDaysAgo,
  morningOf,
  must,
  publishAsShown,
  saidDaysAgo,
  submit,
  submitCharter,
  type Told,
} from './teller'

const plan: StoryTask[] = [
  { name: 'Initiation', level: 1 },
  { name: 'Kick-off with Harbour Telecom', level: 2, days: 1 },
  { name: 'Project charter agreed', level: 2, days: 0, after: ['Kick-off with Harbour Telecom'] },
  { name: 'Design', level: 1 },
  { name: 'Survey of the eleven sites', level: 2, days: 10, after: ['Project charter agreed'] },
  { name: 'Site survey report delivered', level: 2, days: 0, after: ['Survey of the eleven sites'] },
  { name: 'Low-level design', level: 2, days: 15, after: ['Site survey report delivered'] },
  { name: 'Design review with operations', level: 2, days: 3, after: ['Low-level design'] },
  { name: 'Design accepted', level: 2, days: 0, after: ['Design review with operations'] },
  { name: 'Build', level: 1 },
  { name: 'Order and receive core routers', level: 2, days: 20, after: ['Site survey report delivered'] },
  {
    name: 'Stage and burn in',
    level: 2,
    days: 8,
    after: ['Order and receive core routers', 'Design accepted'],
  },
  { name: 'Pilot site Avonmouth', level: 2, days: 6, after: ['Stage and burn in'] },
  { name: 'Pilot accepted', level: 2, days: 0, after: ['Pilot site Avonmouth'] },
  { name: 'Migration', level: 1 },
  { name: 'Wave 1: four sites', level: 2, days: 10, after: ['Pilot accepted'] },
  { name: 'Wave 2: six sites', level: 2, days: 12, after: ['Wave 1: four sites'] },
  { name: 'Migration complete', level: 2, days: 0, after: ['Wave 2: six sites'] },
  { name: 'Closure', level: 1 },
  { name: 'Acceptance tests over thirty days', level: 2, days: 22, after: ['Migration complete'] },
  { name: 'Final acceptance', level: 2, days: 0, after: ['Acceptance tests over thirty days'] },
]

const objective =
  'Move Harbour Telecom’s core network from eleven ageing routers to the new platform, site by site, without an outage that a subscriber would notice.'

/** The main story: signed, rejected, resubmitted, billed, paid; a date has slipped and the customer was told. */
export async function tellHarbourTelecom(
  told: Told,
  people: { customerId: string; mara: StaffActor; tomas: StaffActor; aiko: StaffActor; priya: StaffActor },
) {
  const { logins, now } = told
  const { mara } = people
  const projectId = await beginProject(told, {
    customerId: people.customerId,
    code: 'HT-2601',
    name: 'Core network migration',
    objective,
    startsInDays: -52,
    tasks: plan,
    charter: {
      name: 'Project charter',
      criteria: [
        'Scope, exclusions and assumptions are as agreed.',
        'Deliverables and their acceptance criteria are as agreed.',
        'Price and payment schedule are as agreed.',
      ],
    },
    by: mara,
  })
  // Whom the plan needs is known before the contract is signed: its baseline keeps the effort too.
  await assignPeople(told, projectId, people)
  const idOf = await agreeOn(told, { projectId, by: mara, ...agreement(told.now) }, plan)
  const { grace } = await inviteHarbour(told, projectId, mara)
  await confirmAllCriteria(told, { projectId, daysAgo: 50, by: grace, but: ['Acceptance test report'] })
  await logWork(told, projectId, people)

  const publish = (after: number, health: 'on-track' | 'at-risk', daysAgo: number, narrative: string) =>
    logins.console
      .write(mara, (tx) =>
        publishAsShown(tx, { projectId, health, narrative, after, by: mara, now: morningOf(now, -daysAgo) }),
      )
      .then(must)
  const progress = async (daysAgo: number, revisions: [string, number][]) => {
    await logins.console.write(mara, async (tx) => {
      for (const [name, percentComplete] of revisions)
        must(await reviseTask(tx, { projectId, uid: uidOf(name), percentComplete }))
    })
    await saidDaysAgo(told, projectId, daysAgo)
  }

  const charter = await submitCharter(told, {
    projectId,
    deliverableId: idOf.get('Project charter')!,
    title: 'charter-HT-2601-v1',
    message: 'The charter as we agreed it at the kick-off. Your signature starts the survey.',
    daysAgo: 51,
    by: mara,
  })
  await decide(told, {
    submissionId: charter,
    by: grace,
    daysAgo: 49,
  })
  await progress(44, [
    ['Kick-off with Harbour Telecom', 100],
    ['Project charter agreed', 100],
    ['Survey of the eleven sites', 40],
  ])
  await publish(
    0,
    'on-track',
    42,
    'The charter is signed and the survey has begun. Four of eleven sites are done; access was granted everywhere. The routers will be ordered as soon as the survey is accepted.',
  )

  const survey = await submit(told, {
    projectId,
    deliverableId: idOf.get('Site survey report')!,
    title: 'Site survey report',
    text: [
      'Eleven sites were visited between the second and the fourth week. Power, cooling and rack space suffice at nine of them.',
      'Clevedon needs a second feed; Portishead needs one rack unit more than is free. Both are in the design.',
    ],
    message: 'Findings of all eleven sites, with photographs. Two sites need your electrician before wave 2.',
    daysAgo: 36,
    by: mara,
  })
  await decide(told, {
    submissionId: survey,
    by: grace,
    daysAgo: 33,
  })
  await progress(26, [
    ['Survey of the eleven sites', 100],
    ['Site survey report delivered', 100],
    ['Low-level design', 60],
    ['Order and receive core routers', 50],
  ])
  await publish(
    1,
    'on-track',
    24,
    'You accepted the survey, and the routers are on order. The low-level design is under way with your operations team; routing policy is settled, the cut-over runbook is next.',
  )

  const design = {
    projectId,
    deliverableId: idOf.get('Low-level design')!,
    title: 'Low-level design',
    by: mara,
  }
  const first = await submit(told, {
    ...design,
    text: [
      'Routing, addressing and the cut-over of each site. Roll-back is described for the core pair only.',
    ],
    message: 'The design after the review with your operations team.',
    daysAgo: 10,
  })
  await decide(told, {
    submissionId: first,
    by: grace,
    daysAgo: 8,
    unmet: {
      2: 'The runbook has no way back for the ring sites: an abort after step 6 would leave Clevedon without a path.',
    },
  })
  await progress(9, [['Order and receive core routers', 100]])
  await progress(5, [['Low-level design', 95]])
  await logins.console
    .write(mara, (tx) =>
      reviseTask(tx, { projectId, uid: uidOf('Low-level design'), durationMinutes: 26 * 480 }),
    )
    .then(must)
  await forecastDaysAgo(told, { projectId, daysAgo: 5, by: mara })
  await publish(
    2,
    'at-risk',
    5,
    'You rejected the first version of the design because the ring sites had no way back, and you were right. We have added roll-back steps and tested them in our lab. This costs eleven working days: the pilot and both waves move accordingly. The routers arrive as planned.',
  )
  await checkDesign(told, { projectId, deliverableId: design.deliverableId }, people)
  await submit(told, {
    ...design,
    text: [
      'Routing, addressing and the cut-over of each site, with a way back at every step.',
      'Appendix B holds the lab protocol: each roll-back was executed twice, the longest took four minutes.',
    ],
    message: 'Version 2 adds the way back for the ring sites (chapter 6) and the lab protocol (appendix B).',
    // Long enough for the first reminder to be due.
    daysAgo: 4,
    by: mara,
  })

  const claimed = await logins.portal.write(grace, (tx) =>
    claimWarranty(tx, {
      deliverableId: idOf.get('Site survey report')!,
      title: 'Rack space at Portishead is described wrongly',
      description:
        'The report says that two rack units are free. Our electrician found one: the other holds the battery monitor.',
      files: [],
      now: told.now,
    }),
  )
  must(claimed)
  await testPilot(told, { projectId, deliverableId: idOf.get('Pilot site Avonmouth')! }, { mara, grace })
  await billAndPay(told, projectId, people.priya)
  const { customerId } = people
  const governed = { projectId, customerId, deliverables: idOf, mara, tomas: people.tomas, grace }
  await governHarbour(told, governed)
  await logins.console
    .write(mara, (tx) =>
      writeNote(tx, {
        projectId,
        by: mara,
        text: 'Grace is under pressure from her board about the winter freeze. If wave 2 slips past it we should offer weekend cut-overs at our cost rather than argue.',
      }),
    )
    .then(must)
}

function uidOf(name: string): number {
  return plan.findIndex((task) => task.name === name) + 1
}

function agreement(now: Date) {
  return {
    objective,
    criteriaDaysAgo: 52,
    scope: [
      ['in-scope', 'Survey, design, supply, staging and migration of eleven core sites'],
      ['in-scope', 'Pilot at Avonmouth before any other site'],
      ['in-scope', 'Thirty days of acceptance tests after the last site'],
      ['out-of-scope', 'Access network and customer premises equipment'],
      ['out-of-scope', 'Electrical work at the sites'],
      ['assumption', 'Harbour Telecom grants access to each site within two working days'],
      ['assumption', 'No change freeze before wave 2 ends'],
    ] as ['in-scope' | 'out-of-scope' | 'assumption', string][],
    deliverables: [
      {
        name: 'Site survey report',
        description: 'What each of the eleven sites offers and lacks, so that the design can rely on it.',
        dueTask: 'Site survey report delivered',
        acceptance: 'provisional-and-final' as const,
        criteria: [
          ['Every site is described: power, cooling, rack space, fibre.', 'Reading by site operations'],
          ['Missing prerequisites are listed with owner and date.', 'Reading'],
        ] as [string, string][],
      },
      {
        name: 'Low-level design',
        description: 'Addresses, routing policy and the cut-over of each site, step by step.',
        dueTask: 'Design accepted',
        criteria: [
          ['The design covers all eleven sites.', 'Review with operations'],
          ['Every cut-over step has a way back.', 'Walk-through of the runbook'],
          ['Capacity suffices for three years of growth.', 'Calculation in appendix A'],
        ] as [string, string][],
      },
      {
        name: 'Pilot site Avonmouth',
        description: 'The first site on the new platform, under full load for a week.',
        dueTask: 'Pilot accepted',
        criteria: [
          ['No unplanned loss of service longer than 50 ms.', 'Probe report'],
          ['Roll-back was exercised once.', 'Protocol'],
        ] as [string, string][],
      },
      {
        name: 'Migrated core network',
        description: 'All eleven sites on the new platform.',
        dueTask: 'Migration complete',
        criteria: [
          ['All sites carry production traffic.', 'Monitoring export'],
          ['Old routers are removed.', 'Photographs'],
        ] as [string, string][],
      },
      {
        name: 'Acceptance test report',
        description: 'Thirty days of operation, measured.',
        dueTask: 'Final acceptance',
        criteria: [
          ['Availability of at least 99.995 % over thirty days.', 'Monitoring export'],
          ['All defects of severity 1 and 2 are closed.', 'Defect list'],
        ] as [string, string][],
      },
    ],
    contract: {
      reference: 'HT/2026/118',
      currency: 'EUR',
      taxBasisPoints: 1900,
      signedOn: dayFrom(now, -56),
      paymentTermDays: 30,
    },
    acceptance: {
      clause:
        '§ 7 (1) Each deliverable is accepted when it meets its acceptance criteria. § 7 (2) The customer decides within ten business days of its submission.',
      days: 10,
      firstDay: 'next-business-day' as const,
      deemedClause:
        '§ 7 (3) If the customer neither accepts nor rejects within that time although it was warned two business days before its end, the deliverable counts as accepted.',
      reminderDays: [8, 5],
      warningDays: 2,
      reservationBasisPoints: 10_000,
      signingOrder: 'parallel' as const,
      warrantyMonths: 12,
    },
    schedule: [
      ['Mobilisation', 4_800_000n, -49, ['Project charter']],
      ['Survey accepted', 7_200_000n, -33, ['Site survey report']],
      ['Design accepted', 9_600_000n, 4, ['Low-level design']],
      ['Pilot accepted', 9_600_000n, 30, ['Pilot site Avonmouth']],
      ['Migration complete', 12_000_000n, 62, ['Migrated core network']],
      ['Final acceptance', 4_800_000n, 95, ['Acceptance test report']],
    ] as [string, bigint, number, string[]][],
  }
}

async function inviteHarbour(
  told: Told,
  projectId: string,
  mara: StaffActor,
): Promise<{ grace: ContactActor }> {
  const { logins, now } = told
  const authority = { currency: 'EUR', fromOn: dayFrom(now, -56), toOn: null }
  const invite = (who: keyof typeof contactCast, role: 'signatory' | 'viewer', upToMinor?: bigint) =>
    logins.console
      .write(mara, (tx) =>
        inviteContact(tx, {
          projectId,
          ...contactCast[who],
          role,
          authority: upToMinor
            ? { ...authority, upToMinor, evidence: 'Schedule of authorities, annex C of HT/2026/118' }
            : null,
        }),
      )
      .then(must)
  const grace = await invite('grace', 'signatory', 25_000_000n)
  const daniel = await invite('daniel', 'signatory', 2_000_000n)
  await invite('lena', 'viewer')
  await contactArrives(logins, daniel.contactId)
  return { grace: await contactArrives(logins, grace.contactId) }
}

async function assignPeople(
  { logins }: Told,
  projectId: string,
  { mara, tomas, aiko }: { mara: StaffActor; tomas: StaffActor; aiko: StaffActor },
) {
  const assignments: [string, StaffActor, number][] = [
    ['Survey of the eleven sites', tomas, 80],
    ['Low-level design', tomas, 90],
    ['Low-level design', aiko, 40],
    ['Stage and burn in', tomas, 60],
    ['Pilot site Avonmouth', aiko, 40],
  ]
  for (const [name, who, hours] of assignments)
    await logins.console
      .write(mara, (tx) =>
        assignTask(tx, {
          projectId,
          taskUid: uidOf(name),
          staffId: who.staffId,
          plannedMinutes: hours * 60,
          dueOn: null,
          isAccountable: who === tomas,
        }),
      )
      .then(must)
}

async function logWork(
  { logins, now }: Told,
  projectId: string,
  { tomas, aiko }: { tomas: StaffActor; aiko: StaffActor },
) {
  const worked: [StaffActor, string, number, number, number, string][] = [
    [tomas, 'Survey of the eleven sites', -51, 10, 450, 'Site visits'],
    [tomas, 'Low-level design', -36, 22, 420, 'Routing and runbook'],
    [aiko, 'Low-level design', -29, 12, 360, 'Lab for the roll-back'],
  ]
  const today = localDateIn('Europe/Berlin', now)
  for (const [who, name, fromDay, days, minutes, note] of worked)
    await logins.console.write(who, async (tx) => {
      const [task] = await tx
        .select({ id: taskTable.id })
        .from(taskTable)
        .where(and(eq(taskTable.projectId, projectId), eq(taskTable.uid, uidOf(name))))
      for (let day = 0; day < days; day++) {
        const workedOn = dayFrom(now, fromDay + Math.floor(day / 5) * 7 + (day % 5))
        if (workedOn > today) break
        must(await logTime(tx, { taskId: task!.id, workedOn, minutes, note, today, by: who }))
      }
    })
}

async function billAndPay({ logins, now }: Told, projectId: string, priya: StaffActor) {
  const released = await logins.console.read(priya, (tx) =>
    tx.select().from(billingMilestoneStates).where(eq(billingMilestoneStates.projectId, projectId)),
  )
  const bill = async (name: string, daysAgo: number, paidDaysAgo: number | null) => {
    const milestone = released.find((each) => each.name === name)!
    const { invoiceId } = must(
      await logins.console.write(priya, (tx) =>
        issueInvoice(tx, {
          billingMilestoneIds: [milestone.billingMilestoneId],
          issuedOn: dayFrom(now, -daysAgo),
          by: priya,
        }),
      ),
    )
    if (paidDaysAgo === null) return
    must(
      await logins.console.write(priya, (tx) =>
        recordPayment(tx, {
          invoiceId,
          amountMinor: (milestone.amountMinor * 119n) / 100n,
          receivedOn: dayFrom(now, -paidDaysAgo),
          reference: 'SEPA credit transfer',
          by: priya,
        }),
      ),
    )
  }
  await bill('Mobilisation', 48, 21)
  await bill('Survey accepted', 32, null)
}
