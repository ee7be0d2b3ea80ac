import { connect, type Db } from '@countersign/db/connect'
import { acceptanceReminders } from '@countersign/db/tables/acceptance-clock'
import { timeAnswers, timeRequests } from '@countersign/db/tables/decision-parts'
import { certificates, decisions } from '@countersign/db/tables/delivery'
import { mails } from '@countersign/db/tables/mails'
import { projectCalendars } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { standardCalendar, type PlanCalendar } from '@countersign/domain/schedule/plan'
import { pauseClock, resumeClock } from '@countersign/operations/acceptance-clock'
import { evidenceOfDecision } from '@countersign/operations/evidence-of-decision'
import { verifyEvidence } from '@countersign/evidence/verify-evidence'
import { asc, eq, isNull, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { afterDecision } from '../src/jobs/after-decision'
import { runAcceptanceClocks } from '../src/jobs/run-acceptance-clocks'
import type { Work } from '../src/work'
import { deliveredProject, type DeliveredProject } from './delivered-project'

const clause = '§ 7 (3): silence for ten business days is acceptance.'
const terms = {
  acceptanceDays: 10,
  acceptanceFirstDay: 'next-business-day' as const,
  deemedClause: clause as string | null,
  reminderDays: [5, 3],
  warningDays: 2,
  warrantyMonths: 24,
}
let project: DeliveredProject
let db: Db
let work: Work
afterEach(async () => {
  await db.close()
  await project.close()
})

const holidays = ['2026-03-18', '2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26']
const calendarWith = (days: string[]): PlanCalendar => ({
  ...standardCalendar,
  uid: 7,
  name: 'Hamburg',
  exceptions: days.map((on) => ({
    name: on,
    fromOn: on,
    toOn: on,
    intervals: [],
    recurrence: null,
    occurrences: null,
  })),
})

/** D1 was submitted on Tuesday 10 March 2026: the tenth business day after it is Tuesday the 24th. */
async function delivered(
  name: string,
  agreed: Partial<typeof terms> = {},
  calendar: PlanCalendar | null = null,
) {
  project = await deliveredProject(`clock ${name}`, { ...terms, ...agreed }, calendar)
  db = connect(project.urls.worker)
  work = { db, storage: project.storage, settings: project.settings(), delivery: { by: 'mailbox' } }
}

/** Every quarter of an hour would be the same: the job at seven in the morning of each day, and the mails at once. */
async function daysPass(from: string, to: string) {
  for (
    let at = new Date(`${from}T06:00:00Z`);
    at <= new Date(`${to}T23:00:00Z`);
    at = new Date(at.getTime() + 86_400_000)
  ) {
    await runAcceptanceClocks(work, at)
    await mailsGoOut(at)
  }
}
const mailsGoOut = (at: Date) =>
  db.asLogin((tx) =>
    tx
      .update(mails)
      .set({ sentAt: at, sentBy: 'smtp', receipt: '250 2.0.0 queued as 4F3A' })
      .where(isNull(mails.sentAt)),
  )

const written = () =>
  db.asLogin((tx) =>
    tx
      .select({
        kind: acceptanceReminders.kind,
        on: sql<string>`left(${acceptanceReminders.writtenAt}::text, 10)`,
        lastDay: acceptanceReminders.lastDay,
        to: mails.toAddress,
      })
      .from(acceptanceReminders)
      .innerJoin(mails, eq(mails.id, acceptanceReminders.mailId))
      .orderBy(asc(acceptanceReminders.writtenAt), asc(mails.toAddress)),
  )
const decided = () => db.asLogin((tx) => tx.select().from(decisions))
const asked = (at: string) => runAcceptanceClocks(work, new Date(at))
const asAdmin: <T>(run: Parameters<Db['asLogin']>[0]) => Promise<T> = (run) =>
  project.admin.asLogin(run) as never

describe('the clock of an acceptance period', () => {
  test('reminds each signatory on the set days, warns, and the day after the last takes silence for acceptance', async () => {
    await delivered('runs')
    await daysPass('2026-03-10', '2026-03-24')
    expect(await written()).toEqual(
      [
        ['reminder', '2026-03-17'],
        ['reminder', '2026-03-19'],
        ['warning', '2026-03-20'],
      ].flatMap(([kind, on]) =>
        ['ada@harbour.example', 'ben@harbour.example'].map((to) => ({ kind, on, lastDay: '2026-03-24', to })),
      ),
    )
    expect(await decided()).toEqual([])

    // The period ends with the day in Berlin, where summer time has not begun: 23:00 in UTC.
    await asked('2026-03-24T22:59:59Z')
    expect(await decided()).toEqual([])
    await asked('2026-03-24T23:00:00Z')
    const [decision, ...more] = await decided()
    expect(more).toEqual([])
    expect(decision).toMatchObject({
      kind: 'deemed',
      outcome: 'accepted',
      decidedBy: null,
      typedName: '',
      statement: '',
      clause,
      clock: {
        startedAt: '2026-03-10T09:00:00.000Z',
        firstDay: '2026-03-11',
        businessDays: 10,
        calendar: 'Standard',
        endedAt: '2026-03-24T23:00:00.000Z',
        pauses: [],
      },
    })
    const { reminders } = decision!.clock as {
      reminders: { contactId: string; proof: string; sentAt: string }[]
    }
    expect(reminders).toHaveLength(6)
    expect(reminders.at(-1)).toMatchObject({
      sentAt: '2026-03-20T06:00:00.000Z',
      proof: '250 2.0.0 queued as 4F3A',
    })

    await afterDecision(work, { decisionId: decision!.id }, new Date())
    expect(await db.asLogin((tx) => tx.select().from(certificates))).toHaveLength(1)
    const told = await db.asLogin((tx) =>
      tx.select().from(mails).where(isNull(mails.sentAt)).orderBy(asc(mails.toAddress)),
    )
    expect(told.map(({ subject, attachments }) => [subject, (attachments as unknown[]).length])).toEqual([
      ['Deemed accepted: Test report, version 1', 1],
      ['Deemed accepted: Test report, version 1', 1],
      ['Gilt als abgenommen: Test report, Version 1', 1],
    ])
    for (const { text } of told) {
      expect(text).toContain(clause)
      expect(text).not.toMatch(/has accepted|have accepted|abgenommen und unterzeichnet/)
    }

    const evidence = await db.asLogin((tx) =>
      evidenceOfDecision(tx, { decisionId: decision!.id, provider: { name: 'Firm' } }),
    )
    expect(evidence!.decision).toMatchObject({ kind: 'deemed', signatories: [], clause: { text: clause } })
    expect(evidence!.decision.clock!.reminders).toHaveLength(6)
    const findings = await verifyEvidence(evidence!)
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    expect(findings.map(({ code }) => code)).toContain('decision-is-in-ledger')
  })

  test('passes over holidays and weekends, across the change to summer time', async () => {
    await delivered('holidays', {}, calendarWith(holidays))
    await daysPass('2026-03-10', '2026-03-31')
    // The tenth day is Tuesday 31 March; at 22:00 in UTC it is over in Berlin, which is on summer time since the 29th.
    await asked('2026-03-31T21:59:59Z')
    expect(await decided()).toEqual([])
    await asked('2026-03-31T22:00:00Z')
    expect((await decided())[0]?.clock).toMatchObject({
      calendar: 'Hamburg',
      endedAt: '2026-03-31T22:00:00.000Z',
    })
  })

  test('runs on the calendar that the submission froze: holidays added later do not move it', async () => {
    await delivered('holidays later', {}, calendarWith([]))
    await asAdmin((tx) =>
      tx.update(projectCalendars).set({ definition: calendarWith(holidays) as unknown as object }),
    )
    await daysPass('2026-03-10', '2026-03-24')
    await asked('2026-03-24T23:00:00Z')
    expect((await decided())[0]?.clock).toMatchObject({
      calendar: 'Hamburg',
      endedAt: '2026-03-24T23:00:00.000Z',
    })
  })

  test('ends with the day where the project is, not where the server is', async () => {
    await delivered('zones')
    await asAdmin((tx) => tx.update(projects).set({ timeZone: 'America/Los_Angeles' }))
    await daysPass('2026-03-10', '2026-03-24')
    await asked('2026-03-25T06:59:59Z')
    expect(await decided()).toEqual([])
    await asked('2026-03-25T07:00:00Z')
    expect(await decided()).toHaveLength(1)
  })

  test('stands still while it is paused, and warns anew of the later last day', async () => {
    await delivered('pauses')
    const { projectId, submissionId, by } = project
    await daysPass('2026-03-10', '2026-03-20')
    const pause = {
      projectId,
      submissionId,
      cause: 'supplier' as const,
      reason: 'Our test system is down.',
      by,
    }
    await asAdmin((tx) => pauseClock(tx, { ...pause, now: new Date('2026-03-23T08:00:00Z') }))
    await daysPass('2026-03-24', '2026-03-27')
    expect((await written()).filter(({ on }) => on > '2026-03-20')).toEqual([])
    await asAdmin((tx) =>
      resumeClock(tx, { projectId, submissionId, by, now: new Date('2026-03-27T15:00:00Z') }),
    )
    // Monday to Friday do not count: the last day is 31 March, and of it a warning is due at once.
    await daysPass('2026-03-28', '2026-03-31')
    const later = (await written()).filter(({ on }) => on > '2026-03-20')
    expect(new Set(later.map(({ kind, lastDay }) => `${kind} ${lastDay}`))).toEqual(
      new Set(['warning 2026-03-31']),
    )
    expect(await decided()).toEqual([])
    await asked('2026-04-02T06:00:00Z')
    expect((await decided())[0]?.clock).toMatchObject({
      pauses: [
        { from: '2026-03-23T08:00:00.000Z', to: '2026-03-27T15:00:00.000Z', why: 'Our test system is down.' },
      ],
    })
  })

  test('goes on to the day up to which more time was granted', async () => {
    await delivered('granted')
    const { projectId, submissionId, by, ada } = project
    await daysPass('2026-03-10', '2026-03-23')
    await asAdmin(async (tx) => {
      const [request] = await tx
        .insert(timeRequests)
        .values({ projectId, submissionId, until: '2026-04-10', reason: 'Holidays', requestedBy: ada.id })
        .returning()
      await tx
        .insert(timeAnswers)
        .values({ projectId, timeRequestId: request!.id, isGranted: true, text: '', answeredBy: by.staffId })
    })
    await daysPass('2026-03-24', '2026-04-10')
    expect(await decided()).toEqual([])
    await asked('2026-04-10T22:00:00Z')
    expect(await decided()).toHaveLength(1)
    expect((await written()).at(-1)).toMatchObject({ kind: 'warning', lastDay: '2026-04-10' })
  })

  test('makes nothing of silence without a clause: the manager is told once that the period ran out', async () => {
    await delivered('silence', { deemedClause: null })
    await daysPass('2026-03-10', '2026-04-30')
    expect(await decided()).toEqual([])
    expect(new Set((await written()).map(({ kind }) => kind))).toEqual(new Set(['reminder']))
    const told = await db.asLogin((tx) =>
      tx.select().from(mails).where(eq(mails.toAddress, 'mia@firm.example')),
    )
    expect(told.map(({ subject }) => subject)).toEqual([
      'Die Abnahmefrist ist abgelaufen: Test report, Version 1',
    ])
  })

  test('makes nothing of silence that was not warned of in time', async () => {
    await delivered('unwarned')
    // The worker was down, or the mail server refused: nothing went out until the period was over.
    await asked('2026-03-26T06:00:00Z')
    expect((await written()).map(({ kind }) => kind)).toEqual(['warning', 'warning'])
    await asked('2026-03-30T06:00:00Z')
    expect(await decided()).toEqual([])
    await mailsGoOut(new Date('2026-03-30T08:00:00Z'))
    await asked('2026-04-01T06:00:00Z')
    expect(await decided()).toEqual([])
    await asked('2026-04-02T06:00:00Z')
    expect(await decided()).toHaveLength(1)
  })

  test('leaves alone what somebody decided', async () => {
    await delivered('decided')
    await project.decide('rejected')
    await daysPass('2026-03-12', '2026-04-10')
    expect(await written()).toEqual([])
    expect(await decided()).toHaveLength(1)
  })

  test('gives one decision and each mail once in two workers at a time', async () => {
    await delivered('at once')
    const other = connect(project.urls.worker)
    const second = { ...work, db: other }
    await daysPass('2026-03-10', '2026-03-16')
    await Promise.all([
      asked('2026-03-17T06:00:00Z'),
      runAcceptanceClocks(second, new Date('2026-03-17T06:00:00Z')),
    ])
    expect(await written()).toHaveLength(2)
    await daysPass('2026-03-17', '2026-03-24')
    const over = new Date('2026-03-26T06:00:00Z')
    await Promise.all([
      runAcceptanceClocks(work, over),
      runAcceptanceClocks(second, over),
      runAcceptanceClocks(second, over),
    ])
    expect(await decided()).toHaveLength(1)
    const entries = await asAdmin<unknown[]>((tx) =>
      tx.execute(sql`select 1 from ledger_entries where kind = 'decision'`),
    )
    expect(entries).toHaveLength(1)
    await other.close()
  })
})

describe('the database holds against a worker that was taken over', () => {
  const clock = JSON.stringify({ reminders: [], pauses: [] })
  const claims = () =>
    db
      .asLogin((tx) =>
        tx.execute(sql`select app.record_deemed_acceptance(${project.submissionId}, ${clock}::jsonb)`),
      )
      .then(
        () => 'decided',
        (error: { cause?: { constraint_name?: string; code?: string } }) =>
          error.cause?.constraint_name || error.cause?.code,
      )

  test('that deems without a clause', async () => {
    await delivered('no clause', { deemedClause: null })
    expect(await claims()).toBe('42501')
  })

  test('that deems without a warning, or one that was written and never sent', async () => {
    await delivered('no warning')
    expect(await claims()).toBe('customer_was_warned')
    await asked('2026-03-20T06:00:00Z')
    expect(await claims()).toBe('customer_was_warned')
    await mailsGoOut(new Date('2026-03-20T06:00:00Z'))
    expect(await claims()).toBe('decided')
    expect(await claims()).toBe('decisions_once')
  })

  test('that deems what is paused', async () => {
    await delivered('paused')
    const { projectId, submissionId, by } = project
    await daysPass('2026-03-20', '2026-03-20')
    await asAdmin((tx) =>
      pauseClock(tx, { projectId, submissionId, cause: 'other', reason: 'Flood', by, now: new Date() }),
    )
    expect(await claims()).toBe('clock_is_running')
  })

  test('that deems after a decision', async () => {
    await delivered('after a decision')
    await project.decide('accepted')
    expect(await claims()).toBe('decisions_once')
  })

  test('and no other login may call it', async () => {
    await delivered('other logins')
    for (const url of [project.urls.portal, project.urls.console]) {
      const login = connect(url)
      const code = await login
        .asLogin((tx) =>
          tx.execute(sql`select app.record_deemed_acceptance(${project.submissionId}, ${clock}::jsonb)`),
        )
        .then(
          () => 'decided',
          (error: { cause?: { code?: string } }) => error.cause?.code,
        )
      expect(code).toBe('42501')
      await login.close()
    }
  })
})
