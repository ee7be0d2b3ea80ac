import type { ContactActor, StaffActor, Tx } from '@countersign/db/connect'
import { addDays, localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { onePrice, type ContractLineDraft } from '@countersign/domain/contract'
import { sumMinor } from '@countersign/domain/money'
import type { CriterionResult, Reservation, SubmissionTerms } from '@countersign/domain/acceptance'
import type { AcceptanceAgreement } from '@countersign/domain/acceptance-terms'
import { forecastOf } from '@countersign/domain/forecast/start-forecast'
import type { ScopeKind } from '@countersign/domain/publication'
import { readMsProjectXml } from '@countersign/interchange/msproject-xml'
import { criteriaConsent, decisionConsent } from '@countersign/documents/consent'
import { agreeAcceptance } from '@countersign/operations/agree-acceptance'
import { agreeContract } from '@countersign/operations/agree-contract'
import { agreeScope } from '@countersign/operations/agree-scope'
import { confirmCriteria } from '@countersign/operations/confirm-criteria'
import { decideSubmission } from '@countersign/operations/decide-submission'
import { defineDeliverable } from '@countersign/operations/define-deliverable'
import { forecastQuestion } from '@countersign/operations/forecast-input'
import { forecastOutcome } from '@countersign/operations/forecast-outcome'
import { foundProject } from '@countersign/operations/found-project'
import { keepForecast } from '@countersign/operations/keep-forecast'
import { projectionDigest, projectProjection } from '@countersign/operations/project-projection'
import { proposeCriteria } from '@countersign/operations/propose-criteria'
import { publishProject } from '@countersign/operations/publish-project'
import { recordPlanImport } from '@countersign/operations/record-plan-import'
import type { ScheduledMilestone } from '@countersign/operations/write-schedule'
import { submitDeliverable } from '@countersign/operations/submit-deliverable'
import { portalCriteria, portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import { deliverables } from '@countersign/db/tables/contract'
import { projects } from '@countersign/db/tables/projects'
import type { Storage } from '@countersign/storage/storage'
import { eq } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Logins } from './arrivals'
import { charterOf } from './charter'
import { paper } from './paper'
import { planFile, workday, type StoryTask } from './plan-file'

export type Told = { logins: Logins; admin: postgres.Sql; storage: Storage; now: Date }

/** A refusal in the story is a mistake of the story. */
export function must<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
  if (!result.ok)
    throw new Error(
      `the story was refused: ${JSON.stringify(result, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))}`,
    )
  return result as Extract<R, { ok: true }>
}

/** A day counted from today in the office's time zone; and the instant at nine in the morning (UTC) of such a day. */
export function dayFrom(now: Date, days: number): LocalDate {
  return addDays(localDateIn('Europe/Berlin', now), days)
}
export function morningOf(now: Date, days: number): Date {
  return new Date(`${dayFrom(now, days)}T09:00:00Z`)
}

type Publication = Omit<Parameters<typeof publishProject>[1], 'previewed'>

/** Publishes what the project's preview shows at that moment. */
export async function publishAsShown(tx: Tx, publication: Publication) {
  const { projectId, health, now } = publication
  const asOf = localDateIn('Europe/Berlin', now)
  const shown = await projectProjection(tx, { projectId, health, narrative: '', asOf })
  return publishProject(tx, { ...publication, previewed: shown ? projectionDigest(shown) : '' })
}

type Beginning = {
  customerId: string
  code: string
  name: string
  objective: string
  startsInDays: number
  tasks: StoryTask[]
  charter: { name: string; criteria: string[] }
  by: StaffActor
}

/** Imports the plan as a file and accepts it. */
export async function beginProject({ logins, storage, now }: Told, beginning: Beginning): Promise<string> {
  const { by, customerId, code, name, objective, charter, startsInDays, tasks } = beginning
  const file = Buffer.from(planFile({ title: name, startsOn: workday(dayFrom(now, startsInDays)), tasks }))
  const stored = must(
    await storage.put([file], {
      declaredType: 'application/xml',
      name: `${code}.xml`,
      maxBytes: file.length,
    }),
  )
  const read = must(await readMsProjectXml(once(file)))
  const { importId } = must(
    await logins.console.write(by, (tx) =>
      recordPlanImport(tx, {
        into: { customerId },
        fileName: `${code}.xml`,
        fileSha256: stored.sha256,
        title: read.title,
        plan: read.plan,
        notUnderstood: read.notUnderstood,
        by,
      }),
    ),
  )
  const founded = await logins.console.write(by, (tx) =>
    foundProject(tx, { importId, code, name, objective, charter, by, now }),
  )
  return must(founded).projectId
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

type Agreement = {
  projectId: string
  objective: string
  scope: [ScopeKind, string][]
  deliverables: {
    name: string
    description: string
    dueTask: string
    acceptance?: 'once' | 'provisional-and-final'
    criteria: [string, string][]
  }[]
  /** When the criteria were put before the customer. */
  criteriaDaysAgo: number
  contract: {
    reference: string
    currency: string
    taxBasisPoints: number
    signedOn: LocalDate
    paymentTermDays: number
  }
  /** What the contract says about acceptance; nothing where it is left out. */
  acceptance?: AcceptanceAgreement
  /** Name, amount in minor units, day from now, names of the deliverables that release it: of one fixed price. */
  schedule?: [string, bigint, number, string[]][]
  /** A contract of several lines, and its schedule by the deliverables' ids. */
  lines?: ContractLineDraft[]
  milestones?: (idOf: Map<string, string>) => ScheduledMilestone[]
  by: StaffActor
}

/** Deliverables, scope, contract and payment schedule; the ids of the deliverables by name, the charter's included. */
export async function agreeOn(
  { logins, now }: Told,
  agreement: Agreement,
  tasks: StoryTask[],
): Promise<Map<string, string>> {
  const { projectId, by, schedule = [] } = agreement
  return logins.console.write(by, async (tx) => {
    for (const { criteria, dueTask, ...definition } of agreement.deliverables) {
      must(
        await defineDeliverable(tx, {
          projectId,
          ...definition,
          dueTaskUid: tasks.findIndex(({ name }) => name === dueTask) + 1,
          criteria: criteria.map(([statement, howChecked]) => ({ statement, howChecked })),
        }),
      )
    }
    const [project] = await tx
      .select({ name: projects.name })
      .from(projects)
      .where(eq(projects.id, projectId))
    const known = await tx.select().from(deliverables).where(eq(deliverables.projectId, projectId))
    const idOf = new Map(known.map(({ name, id }) => [name, id]))
    const proposedAt = morningOf(now, agreement.criteriaDaysAgo * -1)
    for (const { id: deliverableId, kind } of known)
      if (kind === 'result')
        must(await proposeCriteria(tx, { projectId, deliverableId, by, now: proposedAt }))
    const items = agreement.scope.map(([kind, text]) => ({ kind, text, deliverableId: null }))
    must(await agreeScope(tx, { projectId, objective: agreement.objective, items }))
    must(
      await agreeContract(tx, {
        projectId,
        ...agreement.contract,
        lines: agreement.lines ?? onePrice(project!.name, sumMinor(schedule.map(([, amount]) => amount))),
        milestones:
          agreement.milestones?.(idOf) ??
          schedule.map(([name, amountMinor, days, releasedBy]) => ({
            name,
            amountMinor,
            dueOn: dayFrom(now, days),
            releasedBy: releasedBy.map((each) => idOf.get(each)!),
          })),
        by,
        now: new Date(`${agreement.contract.signedOn}T09:00:00Z`),
      }),
    )
    if (agreement.acceptance) must(await agreeAcceptance(tx, { projectId, ...agreement.acceptance }))
    return idOf
  })
}

/** A signatory confirms the criteria of every deliverable, but of those named: they still wait. */
export async function confirmAllCriteria(
  { logins, admin, now }: Told,
  {
    projectId,
    daysAgo,
    by,
    but = [],
  }: { projectId: string; daysAgo: number; by: ContactActor; but?: string[] },
) {
  const confirmed = await logins.portal.write(by, async (tx) => {
    const [project] = await tx.select().from(portalProjects).where(eq(portalProjects.id, projectId))
    const proposed = await tx.select().from(portalCriteria).where(eq(portalCriteria.projectId, projectId))
    const chosen = proposed.filter(({ deliverableName }) => !but.includes(deliverableName))
    for (const each of chosen) {
      const statement = criteriaConsent(by.locale, {
        ...each,
        signatoryName: by.name,
        customerName: project!.customerName,
        count: (each.criteria as unknown[]).length,
      })
      must(await confirmCriteria(tx, { criteriaVersionId: each.id, statement }))
    }
    return chosen.map(({ id }) => id)
  })
  const at = morningOf(now, -daysAgo)
  await admin.begin(async (sql) => {
    await sql`alter table public.criteria_confirmations disable trigger never_changed`
    await sql`update public.criteria_confirmations set confirmed_at = ${at.toISOString()}
      where criteria_version_id = any(${confirmed})`
    await sql`alter table public.criteria_confirmations enable trigger never_changed`
  })
}

type Handover = {
  projectId: string
  deliverableId: string
  title: string
  text: string[]
  message: string
  daysAgo: number
  by: StaffActor
  /** A document made elsewhere (the charter); else a report is written from title and text. */
  file?: Buffer
}

/** Submits a version with a report as its file. */
export async function submit({ logins, storage, now }: Told, handover: Handover): Promise<string> {
  const { projectId, deliverableId, title, text, message, daysAgo, by } = handover
  const at = morningOf(now, -daysAgo)
  const name = `${title}.pdf`
  const file = handover.file ?? (await paper(title, text, at))
  const stored = must(
    await storage.put([file], { declaredType: 'application/pdf', name, maxBytes: file.length }),
  )
  const submitted = await logins.console.write(by, (tx) =>
    submitDeliverable(tx, { projectId, deliverableId, message, files: [{ name, ...stored }], by, now: at }),
  )
  return must(submitted).submissionId
}

/** Submits the charter as the console prints it, named as the console names it. */
export async function submitCharter(told: Told, handover: Omit<Handover, 'text' | 'file'>): Promise<string> {
  const { projectId, by, daysAgo } = handover
  const at = morningOf(told.now, -daysAgo)
  const file = await told.logins.console.read(by, (tx) => charterOf(tx, { projectId, by, at }))
  return submit(told, { ...handover, text: [], file })
}

type Verdict = {
  submissionId: string
  daysAgo: number
  by: ContactActor
  unmet?: Record<number, string>
  /** What is left to be done, of which criterion: accepted with reservations. */
  left?: (Omit<Reservation, 'criterionId'> & { criterion: number })[]
}

/**
 * A signatory decides: accepts, or rejects where criteria (by position) are unmet. The database dates a decision
 * itself; the story then moves it to its day, as the administrator, before it enters the ledger and anything is made of
 * it.
 */
export async function decide(
  { logins, admin, now }: Told,
  { submissionId, daysAgo, by, unmet = {}, left = [] }: Verdict,
) {
  await admin`alter table public.decisions disable trigger in_ledger`
  const decided = await logins.portal.write(by, async (tx) => {
    const [submission] = await tx
      .select()
      .from(portalSubmissions)
      .where(eq(portalSubmissions.id, submissionId))
    const [project] = await tx
      .select()
      .from(portalProjects)
      .where(eq(portalProjects.id, submission!.projectId))
    const criteria = submission!.criteria as { id: string; position: number }[]
    const results = criteria.map(({ id, position }): CriterionResult => ({
      criterionId: id,
      result: unmet[position]
        ? 'not-met'
        : left.some(({ criterion }) => criterion === position)
          ? 'met-with-reservation'
          : 'met',
      comment: unmet[position] ?? '',
    }))
    const accepted = left.length > 0 ? 'accepted-with-reservations' : 'accepted'
    const outcome = Object.keys(unmet).length > 0 ? 'rejected' : accepted
    const statement = decisionConsent(outcome, by.locale, {
      ...submission!,
      signatoryName: by.name,
      customerName: project!.customerName,
      reservationBasisPoints: (submission!.terms as SubmissionTerms | null)?.reservationBasisPoints ?? 10_000,
    })
    return decideSubmission(tx, {
      submissionId,
      outcome,
      typedName: by.name,
      statement,
      results,
      reservations: left.map(({ criterion, ...each }) => ({
        ...each,
        criterionId: criteria.find(({ position }) => position === criterion)?.id ?? null,
      })),
      by,
      now,
    })
  })
  const { decisionId } = must(decided)
  const at = morningOf(now, -daysAgo)
  await admin.begin(async (sql) => {
    await sql`alter table public.decisions disable trigger never_changed`
    await sql`update public.decisions set decided_at = ${at.toISOString()} where id = ${decisionId}`
    await sql`alter table public.decisions enable trigger never_changed`
    await sql`alter table public.decisions enable trigger in_ledger`
    await sql`select app.enter_missing_facts()`
  })
}

/** Moves what was said of progress just now to its day, as the administrator: the database dates it itself. */
export async function saidDaysAgo({ admin, now }: Told, projectId: string, daysAgo: number) {
  const [today, on] = [dayFrom(now, 0), dayFrom(now, -daysAgo)]
  await admin.begin(async (sql) => {
    await sql`alter table public.task_progress disable trigger never_changed`
    await sql`
      update public.task_progress set said_on = ${on} where project_id = ${projectId} and said_on >= ${today}`
    await sql`alter table public.task_progress enable trigger never_changed`
  })
}

/** Forecasts a project as its manager did on that day, and keeps it. */
export async function forecastDaysAgo(
  { logins, now }: Told,
  { projectId, daysAgo, by }: { projectId: string; daysAgo: number; by: StaffActor },
) {
  const at = morningOf(now, -daysAgo)
  await logins.console.write(by, async (tx) => {
    const question = await forecastQuestion(tx, projectId, { seed: 2601, iterations: 5000, now: at })
    const { forecast } = must(forecastOf(question!.input))
    const outcome = forecastOutcome(question!, forecast)
    const { seed, iterations } = forecast
    const kept = { projectId, seed, iterations, planDigest: question!.digest, outcome, by, now: at }
    must(await keepForecast(tx, kept))
  })
}
