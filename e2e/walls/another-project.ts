import { createContactGuard } from '@countersign/auth/contact-guard'
import { createStaffGuard } from '@countersign/auth/staff-guard'
import { connect } from '@countersign/db/connect'
import type { RoleUrls } from '@countersign/db/server/role-urls'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { inviteContact } from '@countersign/operations/invite-contact'
import { issueInvoice } from '@countersign/operations/issue-invoice'
import { openStorage, type StorageEnv } from '@countersign/storage/storage'
import { castPassword, contactCast, customerCast } from '@countersign/story/cast'
import type { StoryTask } from '@countersign/story/plan-file'
import {
  agreeOn,
  beginProject,
  confirmAllCriteria,
  dayFrom,
  decide,
  must,
  publishAsShown,
  submit,
  type Told,
} from '@countersign/story/teller'
import { eq } from 'drizzle-orm'
import { administrator, consoleCookie, contactToken, portalCookie, staffToken } from './visitors'

const tasks: StoryTask[] = [
  { name: 'Messstellen', level: 1 },
  { name: 'Zähler tauschen', level: 2, days: 12 },
  { name: 'Zähler abgenommen', level: 2, days: 0, after: ['Zähler tauschen'] },
]
const scope = 'Neue Zähler in allen Haushalten der Insel.'

type Running = { urls: RoleUrls; adminUrl: string; home: string }

/**
 * One more project of the Stadtwerke's with all that a project has: plan, contract, a contact with an authority, a
 * signed deliverable, a rejected and an undecided one, a publication, an invoice. `code` names it.
 */
export async function tellAnotherProject(product: Running, code: string, now: Date): Promise<string> {
  const admin = administrator(product.adminUrl)
  const logins = {
    portal: connect(product.urls.portal, { max: 2 }),
    console: connect(product.urls.console, { max: 2 }),
    worker: connect(product.urls.worker, { max: 1 }),
  }
  const storage = openStorage({ COUNTERSIGN_HOME: product.home } as StorageEnv)
  const told: Told = { logins, admin, storage, now }
  const staff = createStaffGuard(logins.console.sql)
  const contacts = createContactGuard(logins.portal.sql)
  const visit = (cookie: string) => new Request('http://localhost/', { headers: { Cookie: cookie } })
  const staffNamed = async (email: string) => {
    const [member] = await admin<{ id: string }[]>`select id from public.staff where email = ${email}`
    return staff.requireStaff(visit(`${consoleCookie}=${await staffToken(admin, member!.id)}`))
  }
  try {
    const [jonas, priya] = [
      await staffNamed('jonas@halden.example'),
      await staffNamed('priya@halden.example'),
    ]
    const [customer] = await admin<{ id: string }[]>`
      select id from public.customers where name = ${customerCast.lindau.name}`
    const projectId = await beginProject(told, {
      customerId: customer!.id,
      code,
      name: `Zählertausch ${code}`,
      objective: scope,
      startsInDays: -20,
      tasks,
      charter: { name: 'Projektauftrag', criteria: ['Preis und Umfang sind wie vereinbart.'] },
      by: jonas,
    })
    const idOf = await agreeOn(told, agreement(projectId, jonas, now), tasks)
    const invited = await logins.console.write(jonas, (tx) =>
      inviteContact(tx, {
        projectId,
        ...contactCast.katrin,
        role: 'signatory',
        authority: {
          currency: 'EUR',
          upToMinor: 90_000_000n,
          fromOn: dayFrom(now, -30),
          toOn: null,
          evidence: 'Vollmacht',
        },
      }),
    )
    const katrinId = must(invited).contactId
    const arrived = await contacts.requireContact(
      visit(`${portalCookie}=${await contactToken(admin, katrinId)}`),
    )
    const proved = await contacts.stepUpContact(arrived, castPassword)
    if (!proved.ok) throw new Error(`the password was refused: ${proved.why}`)

    await confirmAllCriteria(told, { projectId, daysAgo: 16, by: proved.actor })

    const handOver = (title: string, deliverable: string, daysAgo: number) =>
      submit(told, {
        projectId,
        deliverableId: idOf.get(deliverable)!,
        title: `${title} ${code}`,
        text: [scope],
        message: 'Bitte prüfen.',
        daysAgo,
        by: jonas,
      })
    const verdict = { by: proved.actor, statement: 'Ich entscheide im Namen der Stadtwerke Lindau GmbH.' }
    await decide(told, {
      ...verdict,
      submissionId: await handOver('Auftrag', 'Projektauftrag', 15),
      daysAgo: 14,
    })
    const first = await handOver('Zähler', 'Getauschte Zähler', 9)
    await decide(told, { ...verdict, submissionId: first, daysAgo: 7, unmet: { 1: 'Es fehlen drei.' } })
    await handOver('Zähler, zweite Fassung,', 'Getauschte Zähler', 1)

    const published = { projectId, health: 'at-risk' as const, after: 0, by: jonas, now }
    must(
      await logins.console.write(jonas, (tx) =>
        publishAsShown(tx, { ...published, narrative: 'Drei Zähler fehlen noch.' }),
      ),
    )
    const milestones = await logins.console.read(priya, (tx) =>
      tx.select().from(billingMilestoneStates).where(eq(billingMilestoneStates.projectId, projectId)),
    )
    const billable = milestones.filter(({ state }) => state === 'billable')
    const billingMilestoneIds = billable.map(({ billingMilestoneId }) => billingMilestoneId)
    must(
      await logins.console.write(priya, (tx) =>
        issueInvoice(tx, { billingMilestoneIds, issuedOn: dayFrom(now, -1), by: priya }),
      ),
    )
    return projectId
  } finally {
    await Promise.all([admin.end(), ...Object.values(logins).map((login) => login.close())])
  }
}

function agreement(
  projectId: string,
  by: Parameters<typeof agreeOn>[1]['by'],
  now: Date,
): Parameters<typeof agreeOn>[1] {
  return {
    projectId,
    by,
    objective: scope,
    scope: [['in-scope', scope]],
    criteriaDaysAgo: 20,
    deliverables: [
      {
        name: 'Getauschte Zähler',
        description: 'Alle Zähler der Insel.',
        dueTask: 'Zähler abgenommen',
        criteria: [['Jeder Haushalt hat einen neuen Zähler.', 'Liste']],
      },
    ],
    contract: {
      reference: `SWL-${projectId.slice(0, 4)}`,
      currency: 'EUR',
      taxBasisPoints: 1900,
      signedOn: dayFrom(now, -30),
      paymentTermDays: 14,
    },
    schedule: [
      ['Auftrag', 3_000_000n, -14, ['Projektauftrag']],
      ['Zähler', 6_000_000n, 10, ['Getauschte Zähler']],
    ],
  }
}
