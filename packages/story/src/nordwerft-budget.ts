import type { StaffActor } from '@countersign/db/connect'
import { risks as riskTable } from '@countersign/db/tables/budgets'
import { budgetSheets, budgetsInForce } from '@countersign/db/views/budgets'
import type { SheetLine } from '@countersign/domain/budget/estimate-sheet'
import type { RiskKind, RiskState } from '@countersign/domain/risk'
import { answerTransfer } from '@countersign/operations/answer-transfer'
import { askTransfer } from '@countersign/operations/ask-transfer'
import { budgetPositions } from '@countersign/operations/budget-positions'
import { changeRisk } from '@countersign/operations/change-risk'
import { estimateCompletion } from '@countersign/operations/estimate-completion'
import { keepCostForecast } from '@countersign/operations/keep-cost-forecast'
import { recordRisk } from '@countersign/operations/record-risk'
import { reviewBudget } from '@countersign/operations/review-budget'
import { startBudget } from '@countersign/operations/start-budget'
import { submitBudget } from '@countersign/operations/submit-budget'
import { writeEstimateSheet } from '@countersign/operations/write-estimate-sheet'
import { and, eq } from 'drizzle-orm'
import type { Nordwerft } from './nordwerft'
import { dayFrom, morningOf, must, type Told } from './teller'

const nothing = {
  jobRole: null,
  minutes: 0,
  billHourMinor: null,
  shareBasisPoints: null,
  costMinor: null,
  note: '',
}
/** As it was calculated before the contract had rates. */
const billHours: Record<string, bigint> = {
  developer: 11_800n,
  'network engineer': 12_500n,
  'project manager': 14_000n,
}
const labour = (workPackage: string, jobRole: string, hours: number): SheetLine => ({
  ...nothing,
  workPackage,
  costType: 'labour',
  jobRole,
  minutes: hours * 60,
  billHourMinor: billHours[jobRole]!,
})
const other = (workPackage: string, costType: SheetLine['costType'], costMinor: bigint): SheetLine => ({
  ...nothing,
  workPackage,
  costType,
  costMinor,
})

const asSold: SheetLine[] = [
  labour('Konzept', 'developer', 60),
  labour('Konzept', 'network engineer', 50),
  labour('Leitstand-Software', 'developer', 220),
  labour('Leitstand-Software', 'project manager', 60),
  labour('Anbindung der Krane', 'network engineer', 260),
  other('Anbindung der Krane', 'vendors', 1_300_000n),
  other('Anbindung der Krane', 'expenses', 250_000n),
  labour('Datenübernahme', 'developer', 120),
  labour('Betriebsbegleitung', 'network engineer', 120),
  { ...other('Reserve', 'contingency', 0n), costMinor: null, shareBasisPoints: 1_000 },
]

const risks: [RiskKind, string, string, number, bigint, RiskState][] = [
  [
    'threat',
    'Kransteuerungen liefern keine Zeitstempel',
    'Zeitstempel am Netzübergang setzen',
    40,
    600_000n,
    'occurred',
  ],
  ['threat', 'Netzanschlüsse kommen später', 'Zwei Krane über Mobilfunk anbinden', 30, 800_000n, 'open'],
  ['threat', 'Betriebsrat fordert andere Schichtansicht', 'Früh einbeziehen', 20, 350_000n, 'closed'],
  ['opportunity', 'Zweites Dock übernimmt die Vorlagen', 'Vorlagen allgemein halten', 25, 400_000n, 'open'],
]

/** The budget as it was sold, approved by finance; a second version with the change waits. Risks and two transfers. */
export async function budgetNordwerft(told: Told, nordwerft: Nordwerft) {
  const { logins } = told
  const { projectId, people } = nordwerft
  const { jonas, priya } = people
  await version(told, nordwerft, { reason: 'Wie verkauft', lines: asSold, by: jonas })
  await logins.console.write(priya, async (tx) =>
    must(await reviewBudget(tx, { projectId, version: 1, act: 'approved', reason: '', by: priya })),
  )
  await logins.console.write(jonas, async (tx) => {
    for (const [kind, title, response, probabilityPercent, impactMinor, state] of risks) {
      const words = { title, response, probabilityPercent, impactMinor, ownerId: jonas.staffId }
      const risk = { projectId, ...words, reviewOn: dayFrom(told.now, 12) }
      const { number } = must(await recordRisk(tx, { ...risk, kind }))
      if (state !== 'open') must(await changeRisk(tx, { ...risk, number, state }))
    }
  })
  await moveMoney(told, nordwerft)
  await version(told, nordwerft, {
    reason: 'Änderungsauftrag: Schichtübergabe am Leitstand',
    lines: [...asSold.slice(0, -1), labour('Leitstand-Software', 'developer', 40), asSold.at(-1)!],
    by: jonas,
  })
  await saidDaysAgo(told, projectId, 91)
  await keepForecast(told, nordwerft, 91, 'Wie verkauft.')
}

/** What it was thought to come to a month ago, and with the manager's own estimate today. */
export async function forecastNordwerft(told: Told, nordwerft: Nordwerft) {
  const { projectId, people } = nordwerft
  await keepForecast(told, nordwerft, 33, 'Konzept abgenommen, Umsetzung läuft.')
  await told.logins.console.write(people.jonas, async (tx) => {
    const positions = await budgetPositions(tx, projectId)
    const cranes = positions.find(
      ({ workPackage, costType }) => workPackage === 'Anbindung der Krane' && costType === 'labour',
    )!
    must(
      await estimateCompletion(tx, {
        projectId,
        taskUid: cranes.taskUid,
        workPackage: cranes.workPackage,
        costType: 'labour',
        amountMinor: 1_450_000n,
        reason: 'Sechs Krane stehen noch aus, je etwa 28 Stunden.',
        by: people.jonas,
      }),
    )
  })
  await keepForecast(told, nordwerft, 0, 'Kranarbeiten neu geschätzt.')
}

type Version = { reason: string; lines: SheetLine[]; by: StaffActor }

async function version({ logins }: Told, { projectId }: Nordwerft, { reason, lines, by }: Version) {
  await logins.console.write(by, async (tx) => {
    const { version } = must(await startBudget(tx, { projectId, reason, by }))
    must(await writeEstimateSheet(tx, { projectId, version, lines, by }))
    must(await submitBudget(tx, { projectId, version, by }))
  })
}

async function moveMoney({ logins }: Told, { projectId, people }: Nordwerft) {
  const { jonas, priya } = people
  const [first] = await logins.console.write(jonas, async (tx) => {
    const lines = await tx
      .select({ id: budgetSheets.id, workPackage: budgetSheets.workPackage, type: budgetSheets.costType })
      .from(budgetSheets)
      .innerJoin(budgetsInForce, eq(budgetsInForce.budgetId, budgetSheets.budgetId))
      .where(eq(budgetSheets.projectId, projectId))
    const lineId = (workPackage: string, type: string) =>
      lines.find((line) => line.workPackage === workPackage && line.type === type)!.id
    const [risk] = await tx
      .select({ id: riskTable.id })
      .from(riskTable)
      .where(and(eq(riskTable.projectId, projectId), eq(riskTable.state, 'occurred')))
    const used = must(
      await askTransfer(tx, {
        projectId,
        fromLineId: lineId('Reserve', 'contingency'),
        toLineId: lineId('Anbindung der Krane', 'labour'),
        amountMinor: 400_000n,
        reason: 'Zeitstempel am Netzübergang',
        riskId: risk!.id,
        by: jonas,
      }),
    )
    must(
      await askTransfer(tx, {
        projectId,
        fromLineId: lineId('Betriebsbegleitung', 'labour'),
        toLineId: lineId('Datenübernahme', 'labour'),
        amountMinor: 150_000n,
        reason: 'Die Altdaten sind unsauberer als gedacht; die Begleitung beginnt später.',
        riskId: null,
        by: jonas,
      }),
    )
    return [used.transferId]
  })
  await logins.console.write(priya, async (tx) =>
    must(
      await answerTransfer(tx, {
        projectId,
        transferId: first!,
        answer: 'approved',
        reason: '',
        by: priya,
      }),
    ),
  )
}

async function keepForecast(told: Told, { projectId, people }: Nordwerft, daysAgo: number, note: string) {
  const monthOn = dayFrom(told.now, -daysAgo)
  await told.logins.console.write(people.jonas, async (tx) =>
    must(await keepCostForecast(tx, { projectId, monthOn, note })),
  )
  const at = morningOf(told.now, -daysAgo).toISOString()
  await asReplica(told, [
    (sql) =>
      sql`update public.cost_forecasts set kept_at = ${at} where project_id = ${projectId} and note = ${note}`,
  ])
}

/** The first version and what happened to it, as if so many days ago. */
async function saidDaysAgo(told: Told, projectId: string, daysAgo: number) {
  const at = morningOf(told.now, -daysAgo).toISOString()
  const next = morningOf(told.now, 1 - daysAgo).toISOString()
  await asReplica(told, [
    (sql) =>
      sql`update public.budgets set written_at = ${at} where project_id = ${projectId} and version = 1`,
    (
      sql,
    ) => sql`update public.budget_reviews r set done_at = case r.act when 'approved' then ${next}::timestamptz
      else ${at}::timestamptz end from public.budgets b
      where b.id = r.budget_id and b.project_id = ${projectId} and b.version = 1`,
  ])
}

/** Facts are never changed, but in a story they have to lie back. */
async function asReplica({ admin }: Told, changes: ((sql: Told['admin']) => PromiseLike<unknown>)[]) {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    for (const change of changes) await change(sql as unknown as Told['admin'])
  })
}
