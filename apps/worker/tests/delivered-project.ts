import { connect, type StaffActor } from '@countersign/db/connect'
import {
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
  acceptanceCriteria,
} from '@countersign/db/tables/contract'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { criteriaConfirmations } from '@countersign/db/tables/criteria'
import { criterionResults, decisions, submissions } from '@countersign/db/tables/delivery'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts, customers, staff } from '@countersign/db/tables/people'
import { projectCalendars } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { Criterion } from '@countersign/domain/acceptance'
import type { PlanCalendar } from '@countersign/domain/schedule/plan'
import { enqueue } from '@countersign/operations/enqueue'
import { proposeCriteria } from '@countersign/operations/propose-criteria'
import { submitDeliverable } from '@countersign/operations/submit-deliverable'
import { openStorage } from '@countersign/storage/storage'
import { eq, sql } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from '../../../db/tests/harness/database'
import { readSettings } from '../src/settings'

export const calendarRow = (projectId: string, definition: PlanCalendar) =>
  ({
    projectId,
    uid: definition.uid,
    name: definition.name,
    definition,
  }) as typeof projectCalendars.$inferInsert

const agreedAt = new Date('2026-03-02T09:00:00Z')
export const decidedAt = new Date('2026-03-12T14:05:09.412Z')

/**
 * A database with Harbour AG's project CS1042: Mia manages it, Ada and Ben sign, Tom tests, Vic views; deliverable D1
 * is submitted as version 1, with one file and two criteria, and releases a milestone. `agreed`: more of the contract;
 * `calendar`: the project's.
 */
export async function deliveredProject(
  name: string,
  agreed: Partial<typeof contracts.$inferInsert> = {},
  calendar: PlanCalendar | null = null,
) {
  const database = await freshDatabase(name)
  const home = mkdtempSync(join(tmpdir(), 'countersign-worker-'))
  const admin = connect(database.adminUrl, { max: 3 })
  const storage = openStorage({ COUNTERSIGN_HOME: home })
  const stored = await storage.put([Buffer.from('the report\n')], {
    name: 'report.txt',
    declaredType: 'text/plain',
    maxBytes: 1000,
  })
  if (!stored.ok) throw new Error(stored.why)

  const here = { locale: 'en', timeZone: 'Europe/Berlin' } as const
  const people = await admin.asLogin(async (tx) => {
    const [customer] = await tx
      .insert(customers)
      .values({ name: 'Harbour AG', kind: 'external', address: 'Am Kai 1\n20457 Hamburg', ...here })
      .returning()
    const customerId = customer!.id
    const [mia] = await tx
      .insert(staff)
      .values({
        name: 'Mia Manager',
        email: 'mia@firm.example',
        role: 'project_manager',
        jobRole: 'manager',
        ...here,
        locale: 'de',
      })
      .returning()
    const contact = async (called: string) => {
      const email = `${called.toLowerCase()}@harbour.example`
      const [row] = await tx
        .insert(contacts)
        .values({ customerId, name: `${called} Harbour`, email, ...here })
        .returning()
      return row!
    }
    const [ada, ben, tom, vic] = [
      await contact('Ada'),
      await contact('Ben'),
      await contact('Tom'),
      await contact('Vic'),
    ]
    const [project] = await tx
      .insert(projects)
      .values({
        code: 'CS1042',
        name: 'Harbour <b>gate</b> & crane',
        customerId,
        managerId: mia!.id,
        publishes: 'scope',
        timeZone: 'Europe/Berlin',
        startsLocal: '2026-01-05T08:00',
        minutesPerDay: 480,
        calendarUid: calendar?.uid ?? null,
      })
      .returning()
    const projectId = project!.id
    if (calendar) await tx.insert(projectCalendars).values(calendarRow(projectId, calendar))
    await tx.insert(projectContacts).values([
      { projectId, contactId: ada.id, role: 'signatory' },
      { projectId, contactId: ben.id, role: 'signatory' },
      { projectId, contactId: tom.id, role: 'tester' },
      { projectId, contactId: vic.id, role: 'viewer' },
    ])
    await tx.insert(contracts).values({
      projectId,
      reference: 'PO 4711',
      currency: 'EUR',
      valueMinor: 100_000n,
      taxBasisPoints: 1900,
      paymentTermDays: 30,
      ...agreed,
    })
    const [line] = await tx
      .insert(contractLines)
      .values({
        projectId,
        position: 1,
        name: 'Report',
        kind: 'fixed-price',
        recognition: 'at-acceptance',
        originalMinor: 100_000n,
      })
      .returning()
    const [deliverable] = await tx
      .insert(deliverables)
      .values({ projectId, code: 'D1', name: 'Test report', kind: 'result', position: 1 })
      .returning()
    const deliverableId = deliverable!.id
    await tx.insert(acceptanceCriteria).values([
      { projectId, deliverableId, position: 1, statement: 'It is complete' },
      { projectId, deliverableId, position: 2, statement: 'It is true' },
    ])
    const [milestone] = await tx
      .insert(billingMilestones)
      .values({
        projectId,
        contractLineId: line!.id,
        name: 'Report accepted',
        amountMinor: 100_000n,
        position: 1,
      })
      .returning()
    await tx
      .insert(billingMilestoneReleases)
      .values({ projectId, billingMilestoneId: milestone!.id, deliverableId })
    return { mia: mia!, ada, ben, tom, vic, projectId, deliverableId, milestoneId: milestone!.id }
  })

  const { id: staffId, name: named, email, role, locale, timeZone } = people.mia
  const mia: StaffActor = { side: 'staff', staffId, name: named, email, role, locale, timeZone, token: '' }
  const ofDeliverable = { projectId: people.projectId, deliverableId: people.deliverableId }
  await admin.asLogin(async (tx) => {
    const proposed = await proposeCriteria(tx, { ...ofDeliverable, by: mia, now: agreedAt })
    if (!proposed.ok) throw new Error(proposed.why)
    await tx.insert(criteriaConfirmations).values({
      projectId: people.projectId,
      criteriaVersionId: proposed.criteriaVersionId,
      confirmedBy: people.ada.id,
      confirmedAt: agreedAt,
      timeZone: 'Europe/Berlin',
      statement: 'I confirm these criteria.',
    })
    // What this wrote to the customer is not what these tests are about.
    await tx.execute(
      sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`,
    )
  })
  const submitted = await admin.asLogin((tx) =>
    submitDeliverable(tx, {
      ...ofDeliverable,
      message: 'Please look at chapter 2.',
      files: [{ name: 'report.txt', ...stored }],
      by: mia,
      now: new Date('2026-03-10T09:00:00Z'),
    }),
  )
  if (!submitted.ok) throw new Error(submitted.why)
  const { submissionId } = submitted

  /** As the database's own function records it, with its job. */
  async function decide(outcome: 'accepted' | 'rejected') {
    return admin.asLogin(async (tx) => {
      const [submission] = await tx.select().from(submissions).where(eq(submissions.id, submissionId))
      const [decision] = await tx
        .insert(decisions)
        .values({
          projectId: people.projectId,
          submissionId,
          outcome,
          decidedBy: people.ada.id,
          decidedAt,
          timeZone: 'Europe/Berlin',
          typedName: 'Ada Harbour',
          statement: 'I accept version 1 of this deliverable.',
          reason: outcome === 'rejected' ? 'Chapter 2 is missing' : '',
          submissionDigest: submission!.digest,
          authority: {
            upToMinor: '500000',
            currency: 'EUR',
            fromOn: '2026-01-01',
            toOn: null,
            evidence: 'Letter',
          },
        })
        .returning()
      const decisionId = decision!.id
      const isMet = (position: number) => outcome === 'accepted' || position > 1
      await tx.insert(criterionResults).values(
        (submission!.criteria as Criterion[]).map(({ id, position }) => ({
          projectId: people.projectId,
          decisionId,
          criterionId: id,
          result: isMet(position) ? ('met' as const) : ('not-met' as const),
          comment: isMet(position) ? '' : 'Chapter 2 is missing',
        })),
      )
      await enqueue(tx, 'after-decision', { decisionId }, `decision ${decisionId}`)
      return decisionId
    })
  }

  const env = { DATABASE_URL: database.urls.worker, COUNTERSIGN_HOME: home, COUNTERSIGN_DEMO: '1' }
  async function close() {
    await admin.close()
    await database.drop()
    rmSync(home, { recursive: true, force: true })
  }
  return {
    ...people,
    submissionId,
    /** Mia, as she acts. */
    by: mia,
    decide,
    admin,
    storage,
    home,
    urls: database.urls,
    adminUrl: database.adminUrl,
    env,
    /** For a worker in this process, on whatever port is free. */
    settings: (more: Record<string, string> = {}) => ({ ...readSettings({ ...env, ...more }), port: 0 }),
    close,
  }
}

export type DeliveredProject = Awaited<ReturnType<typeof deliveredProject>>

/** Waits until something is so, looking often; fails with `what` after some seconds. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  patienceMs = 15_000,
): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`never came to pass: ${what}`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}
