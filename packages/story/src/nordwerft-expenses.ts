import type { StaffActor } from '@countersign/db/connect'
import { draftExpense } from '@countersign/operations/draft-expense'
import { approveExpense, sendBackExpense } from '@countersign/operations/review-expense'
import { setExpensePolicy } from '@countersign/operations/set-expense-policy'
import { submitExpense } from '@countersign/operations/submit-expense'
import type { ExpenseCategory } from '@countersign/domain/expense'
import type { Nordwerft } from './nordwerft'
import { paper } from './paper'
import { dayFrom, morningOf, must, type Told } from './teller'

type Spent = {
  by: StaffActor
  category: ExpenseCategory
  description: string
  daysAgo: number
  currency?: string
  grossMinor: bigint
  taxMinor: bigint
  isBillable?: boolean
  overLimitReason?: string
  hasReceipt?: boolean
  /** A draft where it is left out. */
  then?: 'submitted' | 'approved' | { sentBack: string }
}

/** Trips to the yard: approved, waiting, sent back, in another currency, and a draft. */
export async function spendForNordwerft(told: Told, { projectId, people }: Nordwerft) {
  const { tomas, aiko, jonas, priya } = people
  await policiesOf(told, priya)
  const trips: Spent[] = [
    {
      by: tomas,
      category: 'travel',
      description: 'Bahn Hamburg–Kiel, Aufnahme der Kransteuerungen',
      daysAgo: 88,
      grossMinor: 12_840n,
      taxMinor: 840n,
      isBillable: true,
      then: 'approved',
    },
    {
      by: tomas,
      category: 'accommodation',
      description: 'Drei Nächte in Kiel',
      daysAgo: 46,
      grossMinor: 39_600n,
      taxMinor: 2_591n,
      isBillable: true,
      overLimitReason: 'Zur Kieler Woche war kein günstigeres Zimmer frei.',
      then: 'approved',
    },
    {
      by: aiko,
      category: 'material',
      description: 'Netzwerkkabel und Stecker für die Teststellung',
      daysAgo: 9,
      grossMinor: 8_490n,
      taxMinor: 1_356n,
      then: 'submitted',
    },
    {
      by: tomas,
      category: 'meals',
      description: 'Abendessen mit der Produktion',
      daysAgo: 8,
      grossMinor: 6_250n,
      taxMinor: 0n,
      then: { sentBack: 'Bitte die Teilnehmer in die Beschreibung schreiben.' },
    },
    {
      by: tomas,
      category: 'travel',
      description: 'Taxi Basel, Werksbesuch beim Hersteller der Steuerungen',
      daysAgo: 5,
      currency: 'CHF',
      grossMinor: 4_720n,
      taxMinor: 0n,
      isBillable: true,
      then: 'submitted',
    },
    {
      by: aiko,
      category: 'software',
      description: 'Lizenz Protokollanalyse, ein Monat',
      daysAgo: 3,
      grossMinor: 4_900n,
      taxMinor: 782n,
      hasReceipt: false,
    },
  ]
  for (const trip of trips) await spend(told, { projectId, reviewer: jonas, ...trip })
}

async function policiesOf({ logins, now }: Told, priya: StaffActor) {
  const limits: [ExpenseCategory, bigint][] = [
    ['travel', 30_000n],
    ['accommodation', 36_000n],
    ['meals', 8_000n],
    ['material', 25_000n],
    ['software', 20_000n],
    ['other', 10_000n],
  ]
  await logins.console.write(priya, async (tx) => {
    for (const [category, limitMinor] of limits) {
      const policy = { category, currency: 'EUR', limitMinor, receiptFromMinor: 2_500n }
      must(await setExpensePolicy(tx, { ...policy, by: priya, now: morningOf(now, -95) }))
    }
  })
}

async function spend(
  { logins, storage, now }: Told,
  {
    projectId,
    reviewer,
    by,
    daysAgo,
    then,
    hasReceipt = true,
    ...spent
  }: Spent & {
    projectId: string
    reviewer: StaffActor
  },
) {
  const name = 'beleg.pdf'
  const content = await paper(spent.description, ['Beleg'], morningOf(now, -daysAgo))
  const declared = { name, declaredType: 'application/pdf', maxBytes: content.length }
  const receipt = hasReceipt ? { name, ...must(await storage.put([content], declared)) } : null
  const expenseId = await logins.console.write(by, async (tx) => {
    const draft = {
      taskId: null,
      currency: 'EUR',
      isBillable: false,
      overLimitReason: '',
      ...spent,
      projectId,
      spentOn: dayFrom(now, -daysAgo),
      receipt,
    }
    const drafted = must(await draftExpense(tx, { ...draft, today: dayFrom(now, 0), by }))
    if (then)
      must(await submitExpense(tx, { expenseId: drafted.expenseId, by, now: morningOf(now, 1 - daysAgo) }))
    return drafted.expenseId
  })
  const review = { expenseId, by: reviewer, now: morningOf(now, 2 - daysAgo) }
  await logins.console.write(reviewer, async (tx) => {
    if (then === 'approved') must(await approveExpense(tx, { ...review, contractLineId: null }))
    if (typeof then === 'object') must(await sendBackExpense(tx, { ...review, reason: then.sentBack }))
  })
}
