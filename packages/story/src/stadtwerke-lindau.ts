import type { StaffActor } from '@countersign/db/connect'
import { inviteContact } from '@countersign/operations/invite-contact'
import { reviseTask } from '@countersign/operations/revise-task'
import { contactArrives } from './arrivals'
import { contactCast } from './cast'
import type { StoryTask } from './plan-file'
import { boardForLindau } from './lindau-board'
import { estimateLindau } from './lindau-estimate'
import {
  agreeOn,
  beginProject,
  confirmAllCriteria,
  dayFrom,
  decide,
  morningOf,
  must,
  publishAsShown,
  submit,
  submitCharter,
  type Told,
} from './teller'

const plan: StoryTask[] = [
  { name: 'Konzept', level: 1 },
  { name: 'Anforderungen aufnehmen', level: 2, days: 8 },
  { name: 'Fachkonzept', level: 2, days: 10, after: ['Anforderungen aufnehmen'] },
  { name: 'Fachkonzept abgenommen', level: 2, days: 0, after: ['Fachkonzept'] },
  { name: 'Umsetzung', level: 1 },
  { name: 'Anmeldung und Vertragsübersicht', level: 2, days: 15, after: ['Fachkonzept abgenommen'] },
  { name: 'Zählerstand und Abschlag', level: 2, days: 15, after: ['Anmeldung und Vertragsübersicht'] },
  { name: 'Abnahmetest', level: 2, days: 8, after: ['Zählerstand und Abschlag'] },
  { name: 'Kundenportal in Betrieb', level: 2, days: 0, after: ['Abnahmetest'] },
]

const objective =
  'Ein Kundenportal, in dem die Haushalte in Lindau Verträge, Zählerstände und Abschläge selbst pflegen, ohne anzurufen.'

/** Told in German: a concept accepted with a reservation, whose milestone waits for finance to bill it. */
export async function tellStadtwerkeLindau(
  told: Told,
  { customerId, jonas }: { customerId: string; jonas: StaffActor },
) {
  const { logins, now } = told
  const projectId = await beginProject(told, {
    customerId,
    code: 'SL-2602',
    name: 'Kundenportal Strom und Gas',
    objective,
    startsInDays: -35,
    tasks: plan,
    charter: {
      name: 'Projektauftrag',
      criteria: [
        'Leistungsumfang und Ausschlüsse sind wie vereinbart.',
        'Preis und Zahlungsplan sind wie vereinbart.',
      ],
    },
    by: jonas,
  })
  const idOf = await agreeOn(
    told,
    {
      projectId,
      by: jonas,
      objective,
      scope: [
        ['in-scope', 'Anmeldung, Vertragsübersicht, Zählerstand, Abschlag'],
        ['out-of-scope', 'Abrechnungssystem und Druckstraße'],
        ['assumption', 'Schnittstelle zum Abrechnungssystem steht bis zum Beginn der Umsetzung'],
      ],
      deliverables: [
        {
          name: 'Fachkonzept',
          description: 'Was das Portal kann, aus Sicht der Kundinnen und Kunden.',
          dueTask: 'Fachkonzept abgenommen',
          criteria: [
            ['Alle Geschäftsvorfälle sind beschrieben.', 'Durchsicht mit dem Kundenservice'],
            ['Der Datenschutz ist mit der Beauftragten abgestimmt.', 'Vermerk'],
          ],
        },
        {
          name: 'Kundenportal',
          description: 'Das Portal im Betrieb.',
          dueTask: 'Kundenportal in Betrieb',
          criteria: [['Abnahmetest ohne offene Fehler der Klassen 1 und 2.', 'Testprotokoll']],
        },
      ],
      criteriaDaysAgo: 35,
      contract: {
        reference: 'SWL-4711',
        currency: 'EUR',
        taxBasisPoints: 1900,
        signedOn: dayFrom(now, -40),
        paymentTermDays: 14,
      },
      schedule: [
        ['Auftrag', 2_000_000n, -33, ['Projektauftrag']],
        ['Fachkonzept abgenommen', 5_500_000n, -8, ['Fachkonzept']],
        ['Inbetriebnahme', 11_000_000n, 45, ['Kundenportal']],
      ],
    },
    plan,
  )
  const invited = await logins.console.write(jonas, (tx) =>
    inviteContact(tx, {
      projectId,
      ...contactCast.katrin,
      role: 'signatory',
      authority: {
        currency: 'EUR',
        upToMinor: 20_000_000n,
        fromOn: dayFrom(now, -40),
        toOn: null,
        evidence: 'Vollmacht der Geschäftsführung',
      },
    }),
  )
  const katrin = await contactArrives(logins, must(invited).contactId)
  await confirmAllCriteria(told, { projectId, daysAgo: 34, by: katrin })
  const charter = await submitCharter(told, {
    projectId,
    deliverableId: idOf.get('Projektauftrag')!,
    title: 'projektauftrag-SL-2602-v1',
    message: 'Der Projektauftrag wie besprochen.',
    daysAgo: 34,
    by: jonas,
  })
  await decide(told, {
    submissionId: charter,
    by: katrin,
    daysAgo: 33,
  })
  const concept = await submit(told, {
    projectId,
    deliverableId: idOf.get('Fachkonzept')!,
    title: 'Fachkonzept Kundenportal',
    text: ['Zwölf Geschäftsvorfälle, vom Einzug bis zum Abschlag, je mit Ablauf und Ausnahmen.'],
    message: 'Das Fachkonzept nach der Durchsicht mit dem Kundenservice.',
    daysAgo: 8,
    by: jonas,
  })
  await decide(told, {
    submissionId: concept,
    by: katrin,
    daysAgo: 6,
    left: [
      {
        text: 'Im Vermerk der Datenschutzbeauftragten fehlt die Löschfrist für Zählerstände.',
        criterion: 2,
        ownerSide: 'provider',
        ownerName: 'Jonas Weber',
        dueOn: dayFrom(now, 12),
      },
    ],
  })
  await logins.console.write(jonas, async (tx) => {
    for (const [name, percentComplete] of [
      ['Anforderungen aufnehmen', 100],
      ['Fachkonzept', 100],
      ['Fachkonzept abgenommen', 100],
      ['Anmeldung und Vertragsübersicht', 15],
    ] as const)
      must(
        await reviseTask(tx, {
          projectId,
          uid: plan.findIndex((task) => task.name === name) + 1,
          percentComplete,
        }),
      )
  })
  const published = await logins.console.write(jonas, (tx) =>
    publishAsShown(tx, {
      projectId,
      health: 'on-track',
      narrative:
        'Das Fachkonzept ist unter einem Vorbehalt abgenommen, die Umsetzung hat mit Anmeldung und Vertragsübersicht begonnen.',
      after: 0,
      by: jonas,
      now: morningOf(now, -4),
    }),
  )
  must(published)
  await estimateLindau(told, { projectId, by: jonas })
  await boardForLindau(told, { projectId, by: jonas })
}
