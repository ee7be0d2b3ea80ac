import { changeConsent } from '@countersign/documents/consent'
import { portalProjects } from '@countersign/db/views/portal'
import { portalChanges } from '@countersign/db/views/portal-changes'
import { agreeTerms } from '@countersign/operations/agree-terms'
import { decideChange } from '@countersign/operations/decide-change'
import { proposeChange } from '@countersign/operations/propose-change'
import { recordCustomerOrder } from '@countersign/operations/record-customer-order'
import { eq } from 'drizzle-orm'
import type { Nordwerft } from './nordwerft'
import { dayFrom, morningOf, must, type Told } from './teller'

/** The yard orders by number; one change was approved, another waits for its word. */
export async function changeNordwerft(told: Told, nordwerft: Nordwerft) {
  const { logins, now } = told
  const { projectId, lineIds, people } = nordwerft
  const { jonas, priya } = people
  await logins.console.write(jonas, async (tx) =>
    must(
      await agreeTerms(tx, {
        projectId,
        requiresOrder: true,
        penalties: '0,2 % des Festpreises je angefangene Woche Verzug, höchstens 5 %.',
        liabilityCap: 'Höchstens der Auftragswert; unbegrenzt bei Vorsatz.',
        governingDocuments: '1. Vertrag NW 2026/31\n2. Projektauftrag\n3. Einkaufsbedingungen der Nordwerft',
        otherTerms: '',
      }),
    ),
  )
  await logins.console.write(priya, async (tx) =>
    must(
      await recordCustomerOrder(tx, {
        projectId,
        number: '4500031200',
        valueMinor: 21_000_000n,
        receivedOn: dayFrom(now, -95),
        validUntil: dayFrom(now, 300),
        by: priya,
      }),
    ),
  )
  const dock = await propose(told, nordwerft, 46, {
    title: 'Fünftes Dock im Lagebild',
    reason: 'Die Werft nimmt das Schwimmdock im Frühjahr in Betrieb.',
    scope: 'Das Schwimmdock mit zwei Kranen erscheint im Lagebild und in der Schichtplanung.',
    daysLater: 5,
    steps: [
      {
        line: { id: lineIds.get('Leitstand-Software')! },
        deltaMinor: 1_800_000n,
        milestone: {
          name: 'Schwimmdock im Lagebild',
          dueOn: dayFrom(now, 60),
          deliverableId: nordwerft.deliverableIds.get('Leitstand')!,
        },
      },
      { line: { id: lineIds.get('Anbindung der Krane')! }, deltaMinor: 600_000n, milestone: null },
    ],
  })
  await approve(told, nordwerft, dock, 41)
  await propose(told, nordwerft, 2, {
    title: 'Meldungen auf das Diensttelefon',
    reason: 'Die Schichtleiter sind selten am Bildschirm.',
    scope: 'Störungen kommen auch als Nachricht auf das Diensttelefon.',
    daysLater: 0,
    steps: [
      {
        line: { name: 'Meldungen', kind: 'capped' },
        deltaMinor: 450_000n,
        milestone: null,
      },
      { line: { id: lineIds.get('Datenübernahme')! }, deltaMinor: -200_000n, milestone: null },
    ],
  })
}

type Words = Omit<Parameters<typeof proposeChange>[1], 'projectId' | 'by' | 'now'>

async function propose({ logins, now }: Told, nordwerft: Nordwerft, daysAgo: number, words: Words) {
  const { projectId, people } = nordwerft
  const proposed = await logins.console.write(people.jonas, (tx) =>
    proposeChange(tx, { projectId, ...words, by: people.jonas, now: morningOf(now, -daysAgo) }),
  )
  return must(proposed).changeRequestId
}

/** The database dates a decision itself; it and its baseline are moved to their day before they enter the ledger. */
async function approve(
  { logins, admin, now }: Told,
  { henrik, projectId }: Nordwerft,
  changeRequestId: string,
  daysAgo: number,
) {
  await admin`alter table public.change_decisions disable trigger in_ledger`
  const decided = await logins.portal.write(henrik, async (tx) => {
    const [change] = await tx.select().from(portalChanges).where(eq(portalChanges.id, changeRequestId))
    const [project] = await tx.select().from(portalProjects).where(eq(portalProjects.id, projectId))
    const statement = changeConsent('approved', henrik.locale, {
      ...change!,
      signatoryName: henrik.name,
      customerName: project!.customerName,
    })
    return decideChange(tx, {
      changeRequestId,
      outcome: 'approved',
      typedName: henrik.name,
      statement,
      language: henrik.locale,
      reason: '',
      by: henrik,
      now,
    })
  })
  must(decided)
  const at = morningOf(now, -daysAgo).toISOString()
  await admin.begin(async (sql) => {
    await sql`alter table public.change_decisions disable trigger never_changed`
    await sql`alter table public.baselines disable trigger never_changed`
    await sql`update public.change_decisions set decided_at = ${at} where change_request_id = ${changeRequestId}`
    await sql`update public.baselines set taken_at = ${at}
      where project_id = ${projectId} and occasion = 'change-order'`
    await sql`set constraints all immediate`
    await sql`alter table public.baselines enable trigger never_changed`
    await sql`alter table public.change_decisions enable trigger never_changed`
    await sql`alter table public.change_decisions enable trigger in_ledger`
    await sql`select app.enter_missing_facts()`
  })
}
