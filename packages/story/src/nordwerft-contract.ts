import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import type { ContractLineDraft } from '@countersign/domain/contract'
import type { ScheduledMilestone } from '@countersign/operations/write-schedule'
import type { StoryTask } from './plan-file'
import { dayFrom } from './teller'

export const nordwerftPlan: StoryTask[] = [
  { name: 'Konzept', level: 1 },
  { name: 'Lagebild und Abläufe', level: 2, days: 15 },
  { name: 'Konzept abgenommen', level: 2, days: 0, after: ['Lagebild und Abläufe'] },
  { name: 'Umsetzung', level: 1 },
  { name: 'Leitstand-Software', level: 2, days: 60, after: ['Konzept abgenommen'] },
  { name: 'Anbindung der Krane', level: 2, days: 50, after: ['Konzept abgenommen'] },
  { name: 'Datenübernahme', level: 2, days: 20, after: ['Leitstand-Software'] },
  { name: 'Leitstand in Betrieb', level: 2, days: 0, after: ['Datenübernahme', 'Anbindung der Krane'] },
  { name: 'Betrieb', level: 1 },
  { name: 'Betriebsbegleitung', level: 2, days: 200 },
]

export const nordwerftDeliverables = [
  {
    name: 'Lagebild und Abläufe',
    description: 'Was der Leitstand zeigt und wer womit plant.',
    dueTask: 'Konzept abgenommen',
    criteria: [['Alle vier Docks und elf Krane sind beschrieben.', 'Durchsicht mit der Produktion']] as [
      string,
      string,
    ][],
  },
  {
    name: 'Leitstand',
    description: 'Der Leitstand im Betrieb.',
    dueTask: 'Leitstand in Betrieb',
    acceptance: 'provisional-and-final' as const,
    criteria: [['Eine Woche Schichtbetrieb ohne Ausfall.', 'Betriebstagebuch']] as [string, string][],
  },
]

/** Every kind of contract line, every trigger of a billing milestone. */
export function nordwerftContract(now: Date) {
  return {
    contract: {
      reference: 'NW 2026/31',
      currency: 'EUR',
      taxBasisPoints: 1900,
      signedOn: dayFrom(now, -97),
      paymentTermDays: 30,
    },
    acceptance: {
      clause: '§ 8 Die Werft nimmt jedes Ergebnis ab, das seine Abnahmekriterien erfüllt.',
      days: 10,
      firstDay: 'next-business-day' as const,
      deemedClause: null,
      reminderDays: [3],
      warningDays: 2,
      reservationBasisPoints: 8_000,
      signingOrder: 'parallel' as const,
      warrantyMonths: 12,
    },
    lines: linesOf(now),
    milestones: (idOf: Map<string, string>) => scheduleOf(now, idOf),
  }
}

function linesOf(now: Date): ContractLineDraft[] {
  const none = { startsOn: null, endsOn: null, periodMonths: null }
  const begins = firstOfMonth(dayFrom(now, -62))
  return [
    {
      name: 'Leitstand-Software',
      kind: 'fixed-price',
      recognition: 'by-hours',
      originalMinor: 12_000_000n,
      ...none,
    },
    {
      name: 'Anbindung der Krane',
      kind: 'time-and-material',
      recognition: 'as-worked',
      originalMinor: 4_000_000n,
      ...none,
    },
    { name: 'Datenübernahme', kind: 'capped', recognition: 'as-worked', originalMinor: 1_500_000n, ...none },
    {
      name: 'Betriebsbegleitung',
      kind: 'retainer',
      recognition: 'straight-line',
      originalMinor: 4_800_000n,
      startsOn: begins,
      // A year less a day: twelve months, both days included.
      endsOn: addDays(`${Number(begins.slice(0, 4)) + 1}${begins.slice(4)}`, -1),
      periodMonths: 1,
    },
    { name: 'Einarbeitung', kind: 'non-billable', recognition: 'as-worked', originalMinor: 0n, ...none },
  ]
}

function scheduleOf(now: Date, idOf: Map<string, string>): ScheduledMilestone[] {
  const ofAcceptance = (name: string) => [idOf.get(name)!]
  return [
    { name: 'Anzahlung', amountMinor: 1_200_000n, trigger: 'deposit', releasedBy: [] },
    {
      name: 'Projektbeginn',
      amountMinor: 2_400_000n,
      trigger: 'date',
      dueOn: dayFrom(now, -90),
      releasedBy: [],
    },
    {
      name: 'Konzept abgenommen',
      amountMinor: 3_600_000n,
      dueOn: dayFrom(now, -70),
      releasedBy: ofAcceptance('Lagebild und Abläufe'),
    },
    {
      name: 'Hälfte umgesetzt',
      amountMinor: 3_000_000n,
      trigger: 'progress',
      atPercent: 50,
      dueOn: dayFrom(now, 10),
      releasedBy: [],
    },
    {
      name: 'Leitstand in Betrieb',
      amountMinor: 1_800_000n,
      dueOn: dayFrom(now, 45),
      releasedBy: ofAcceptance('Leitstand'),
    },
    {
      name: 'Sicherheitseinbehalt',
      amountMinor: 1_200_000n,
      dueOn: dayFrom(now, 410),
      releasedBy: [],
      releasedFinally: ofAcceptance('Leitstand'),
    },
  ]
}

function firstOfMonth(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}01`
}
