import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { assignTask } from '@countersign/operations/assign-task'
import { inviteContact } from '@countersign/operations/invite-contact'
import { asc, eq } from 'drizzle-orm'
import { contactArrives } from './arrivals'
import { contactCast, type StaffName } from './cast'
import { nordwerftContract, nordwerftDeliverables, nordwerftPlan } from './nordwerft-contract'
import { budgetNordwerft, forecastNordwerft } from './nordwerft-budget'
import { changeNordwerft } from './nordwerft-changes'
import { deliverNordwerft } from './nordwerft-delivery'
import { billNordwerft } from './nordwerft-invoices'
import { spendForNordwerft } from './nordwerft-expenses'
import { orderForNordwerft } from './nordwerft-orders'
import { scopeForNordwerft } from './nordwerft-scope'
import { workForNordwerft } from './nordwerft-time'
import { agreeOn, beginProject, confirmAllCriteria, dayFrom, must, type Told } from './teller'

export type Nordwerft = {
  projectId: string
  /** Deliverables by name, the charter's included; contract lines by name. */
  deliverableIds: Map<string, string>
  lineIds: Map<string, string>
  people: Record<StaffName, StaffActor>
  henrik: ContactActor
  wiebke: ContactActor
}

const objective =
  'Ein Leitstand, in dem die Werft Krane, Docks und Schichten in Echtzeit sieht und plant, ohne Funk und Zettel.'

/** The story of money: every kind of contract line, hours and expenses, orders, changes, invoices, a closed month. */
export async function tellNordwerft(
  told: Told,
  { customerId, ...people }: { customerId: string } & Record<StaffName, StaffActor>,
) {
  const nordwerft = await agreeWithNordwerft(told, customerId, people)
  // What happened, in its order; each noun in a file of its own.
  await deliverNordwerft(told, nordwerft)
  await changeNordwerft(told, nordwerft)
  await budgetNordwerft(told, nordwerft)
  await workForNordwerft(told, nordwerft)
  await scopeForNordwerft(told, nordwerft)
  await spendForNordwerft(told, nordwerft)
  await orderForNordwerft(told, nordwerft)
  await forecastNordwerft(told, nordwerft)
  await billNordwerft(told, nordwerft)
}

async function agreeWithNordwerft(
  told: Told,
  customerId: string,
  people: Nordwerft['people'],
): Promise<Nordwerft> {
  const { jonas } = people
  const projectId = await beginProject(told, {
    customerId,
    code: 'NW-2604',
    name: 'Werftleitstand',
    objective,
    startsInDays: -98,
    tasks: nordwerftPlan,
    charter: {
      name: 'Projektauftrag',
      criteria: ['Leistungsumfang, Preise und Zahlungsplan sind wie vereinbart.'],
    },
    by: jonas,
  })
  await assignPeople(told, projectId, people)
  const deliverableIds = await agreeOn(
    told,
    {
      projectId,
      by: jonas,
      objective,
      scope: [
        ['in-scope', 'Lagebild, Schichtplanung und Meldungen für vier Docks und elf Krane'],
        ['in-scope', 'Anbindung der Kransteuerungen nach Aufwand'],
        ['out-of-scope', 'Umbau der Kransteuerungen'],
        ['assumption', 'Die Werft stellt je Kran einen Netzanschluss bereit'],
      ],
      deliverables: nordwerftDeliverables,
      criteriaDaysAgo: 97,
      ...nordwerftContract(told.now),
    },
    nordwerftPlan,
  )
  const lines = await told.logins.console.read(jonas, (tx) =>
    tx
      .select({ id: contractLines.id, name: contractLines.name })
      .from(contractLines)
      .where(eq(contractLines.projectId, projectId))
      .orderBy(asc(contractLines.position)),
  )
  const lineIds = new Map(lines.map(({ id, name }) => [name, id]))
  const henrik = await signatory(told, {
    projectId,
    by: jonas,
    who: 'henrik',
    upToMinor: 20_000_000n,
    changesUpToMinor: 5_000_000n,
  })
  const wiebke = await signatory(told, {
    projectId,
    by: jonas,
    who: 'wiebke',
    upToMinor: 1_000_000n,
    changesUpToMinor: 300_000n,
  })
  await confirmAllCriteria(told, { projectId, daysAgo: 96, by: henrik })
  return { projectId, deliverableIds, lineIds, people, henrik, wiebke }
}

type Signatory = {
  projectId: string
  by: StaffActor
  who: 'henrik' | 'wiebke'
  upToMinor: bigint
  changesUpToMinor: bigint
}

async function signatory({ logins, now }: Told, { projectId, by, who, ...limits }: Signatory) {
  const authority = {
    currency: 'EUR',
    ...limits,
    fromOn: dayFrom(now, -100),
    toOn: null,
    evidence: 'Vollmacht der Geschäftsführung',
  }
  const invited = await logins.console.write(by, (tx) =>
    inviteContact(tx, { projectId, ...contactCast[who], role: 'signatory', authority }),
  )
  return contactArrives(logins, must(invited).contactId)
}

async function assignPeople(
  { logins }: Told,
  projectId: string,
  { jonas, tomas, aiko }: Nordwerft['people'],
) {
  const assignments: [string, StaffActor, number][] = [
    ['Lagebild und Abläufe', aiko, 90],
    ['Leitstand-Software', aiko, 220],
    ['Leitstand-Software', jonas, 60],
    ['Anbindung der Krane', tomas, 260],
    ['Datenübernahme', aiko, 120],
    ['Betriebsbegleitung', tomas, 120],
  ]
  await logins.console.write(jonas, async (tx) => {
    for (const [name, who, hours] of assignments)
      must(
        await assignTask(tx, {
          projectId,
          taskUid: nordwerftPlan.findIndex((task) => task.name === name) + 1,
          staffId: who.staffId,
          plannedMinutes: hours * 60,
          dueOn: null,
          isAccountable: who !== jonas,
        }),
      )
  })
}
