import type { StaffActor, Tx } from '@countersign/db/connect'
import { gateConditions, gateDecisions, projectPhases } from '@countersign/db/tables/phases'
import { gateCriterionStates, gateEvidenceStates, gateStates, phaseStates } from '@countersign/db/views/gates'
import { asc, eq, sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { canonicalText } from '@countersign/evidence/canonical'
import { decideGate } from './decide-gate'
import { defineGate } from './define-gate'
import { judgeCriterion, recordEvidence, settleCondition } from './judge-gate'
import { brokenConstraint } from './result'
import { setPhases } from './set-phases'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let projectId: string
let phaseIds: string[]
beforeAll(async () => {
  db = await storyDatabase('decide gate')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('GI-2603')
  await db.console.write(mara, async (tx) => {
    const named = (name: string) => ({ id: null, name, gateName: `${name} done`, taskUid: null })
    expect(await setPhases(tx, { projectId, phases: ['Prepare', 'Build', 'Close'].map(named) })).toEqual({
      ok: true,
    })
  })
  phaseIds = await db.console.read(mara, (tx) => idsOf(tx))
  await db.console.write(mara, (tx) =>
    defineGate(tx, {
      projectId,
      phaseId: phaseIds[0]!,
      criteria: [{ id: null, kind: 'exit', statement: 'The charter is signed' }],
      evidence: [
        { id: null, element: 'Design record', submissionLevel: 3, isRequired: true },
        { id: null, element: 'Sample', submissionLevel: 1, isRequired: false },
      ],
    }),
  )
})
afterAll(() => db.close())

async function idsOf(tx: Tx) {
  const rows = await tx
    .select({ id: projectPhases.id })
    .from(projectPhases)
    .where(eq(projectPhases.projectId, projectId))
    .orderBy(asc(projectPhases.position))
  return rows.map(({ id }) => id)
}

async function stateOf(tx: Tx, phaseId: string) {
  const [state] = await tx.select().from(gateStates).where(eq(gateStates.phaseId, phaseId))
  return state!
}

type Vote = Partial<Parameters<typeof decideGate>[1]>
async function decided(tx: Tx, at: number, vote: Vote = {}) {
  const phaseId = phaseIds[at]!
  const { digest } = await stateOf(tx, phaseId)
  const go = { outcome: 'go' as const, reason: '', conditions: [], digest }
  return decideGate(tx, { projectId, phaseId, ...go, by: mara, ...vote })
}

/** Everything that the first gate asks for is there. */
async function met(tx: Tx) {
  const [criterion] = await tx
    .select()
    .from(gateCriterionStates)
    .where(eq(gateCriterionStates.phaseId, phaseIds[0]!))
  const [evidence] = await tx
    .select()
    .from(gateEvidenceStates)
    .where(eq(gateEvidenceStates.phaseId, phaseIds[0]!))
    .orderBy(asc(gateEvidenceStates.position))
  const said = { projectId, note: 'Seen', by: mara }
  expect(await judgeCriterion(tx, { ...said, criterionId: criterion!.criterionId, result: 'met' })).toEqual({
    ok: true,
  })
  expect(
    await recordEvidence(tx, {
      ...said,
      evidenceId: evidence!.evidenceId,
      status: 'approved',
      file: null,
      deliverableId: null,
      decisionRecordId: null,
    }),
  ).toEqual({ ok: true })
}

const whereIs = async (tx: Tx) => {
  const rows = await tx
    .select()
    .from(phaseStates)
    .where(eq(phaseStates.projectId, projectId))
    .orderBy(asc(phaseStates.position))
  return rows.map(({ isPassed, isCurrent }) => (isPassed ? 'passed' : isCurrent ? 'current' : 'ahead'))
}

/** What the database says to a statement that no operation would make. */
async function brokenBy(work: (tx: Tx) => Promise<unknown>): Promise<string | null> {
  let broken: string | null = 'nothing'
  await db.tried(mara, work).catch((error: unknown) => (broken = brokenConstraint(error)))
  return broken
}

const row = (phaseId: string, outcome: 'go' | 'hold' | 'conditional-go', digest: string) => ({
  projectId,
  phaseId,
  outcome,
  digest,
  number: 1,
  reason: 'Because',
  state: {},
  decidedBy: mara.staffId,
})

describe('deciding at a gate', () => {
  test('brings the project into the next phase, on the state that was seen', async () => {
    await db.tried(mara, async (tx) => {
      expect(await whereIs(tx)).toEqual(['current', 'ahead', 'ahead'])
      await met(tx)
      const seen = await stateOf(tx, phaseIds[0]!)
      expect(await decided(tx, 0)).toMatchObject({ ok: true })
      expect(await whereIs(tx)).toEqual(['passed', 'current', 'ahead'])
      const [kept] = await tx.select().from(gateDecisions).where(eq(gateDecisions.projectId, projectId))
      expect(kept).toMatchObject({ number: 1, digest: seen.digest, state: seen.state })
      const bytes = canonicalText(kept!.state)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept!.digest)
    })
  })

  test('to go on conditions keeps who owes what by when, until it is settled', async () => {
    await db.tried(mara, async (tx) => {
      const conditions = [{ text: 'Sign the charter', ownerId: mara.staffId, dueOn: '2030-01-31' }]
      const vote = { outcome: 'conditional-go' as const, reason: 'Routers have a lead time.', conditions }
      expect(await decided(tx, 0, vote)).toMatchObject({ ok: true })
      expect(await whereIs(tx)).toEqual(['passed', 'current', 'ahead'])
      const [condition] = await tx
        .select()
        .from(gateConditions)
        .where(eq(gateConditions.projectId, projectId))
      const settled = { projectId, conditionId: condition!.id, note: 'Signed', by: mara }
      expect(await settleCondition(tx, settled)).toEqual({ ok: true })
      expect(await settleCondition(tx, settled)).toEqual({ ok: false, why: 'already-settled' })
    })
  })

  test('again is a change of mind: another row, and the project is back in the phase', async () => {
    await db.tried(mara, async (tx) => {
      await met(tx)
      expect(await decided(tx, 0)).toMatchObject({ ok: true })
      expect(await decided(tx, 0, { outcome: 'stop', reason: 'The budget is gone.' })).toMatchObject({
        ok: true,
      })
      expect(await whereIs(tx)).toEqual(['current', 'ahead', 'ahead'])
      const outcomes = await tx
        .select({ outcome: gateDecisions.outcome })
        .from(gateDecisions)
        .where(eq(gateDecisions.projectId, projectId))
        .orderBy(asc(gateDecisions.number))
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['go', 'stop'])
    })
  })

  test('is refused with each reason, and then nothing is written', async () => {
    const refusal = (vote: Vote, at = 0) => nothingWritten(db, mara, (tx) => decided(tx, at, vote))
    expect(await refusal({})).toEqual({ ok: false, why: 'not-all-met' })
    expect(await refusal({ outcome: 'hold' })).toEqual({ ok: false, why: 'reason-missing' })
    const conditional = { outcome: 'conditional-go' as const, reason: 'Soon' }
    expect(await refusal(conditional)).toEqual({ ok: false, why: 'conditions-missing' })
    const conditions = [{ text: 'Sign', ownerId: nobody, dueOn: '2030-01-31' }]
    expect(await refusal({ ...conditional, conditions })).toEqual({ ok: false, why: 'no-such-owner' })
    expect(await refusal({ outcome: 'stop', reason: 'No', conditions })).toEqual({
      ok: false,
      why: 'conditions-without-condition',
    })
    expect(await refusal({ digest: 'f'.repeat(64) })).toEqual({ ok: false, why: 'changed-meanwhile' })
    expect(await refusal({ phaseId: nobody })).toEqual({ ok: false, why: 'no-such-phase' })
    // The second gate asks for nothing, and is not due.
    expect(await refusal({}, 1)).toEqual({ ok: false, why: 'not-in-order' })
    const elsewhere = await db.idOf.project('SL-2602')
    expect(await refusal({ projectId: elsewhere })).toEqual({ ok: false, why: 'no-such-phase' })
  })
})

describe('the database', () => {
  test('lets no phase be passed without a go at its gate, whatever is written past the rule', async () => {
    const digest = await db.console.read(mara, async (tx) => (await stateOf(tx, phaseIds[0]!)).digest)
    const second = await db.console.read(mara, async (tx) => (await stateOf(tx, phaseIds[1]!)).digest)
    const insert = (each: ReturnType<typeof row>) => (tx: Tx) => tx.insert(gateDecisions).values(each)
    expect(await brokenBy(insert(row(phaseIds[0]!, 'go', digest)))).toBe('gate_go_needs_all')
    expect(await brokenBy(insert(row(phaseIds[1]!, 'go', second)))).toBe('gate_in_order')
    expect(await brokenBy(insert(row(phaseIds[0]!, 'hold', 'f'.repeat(64))))).toBe('gate_as_seen')
    expect(await brokenBy(insert(row(phaseIds[0]!, 'conditional-go', digest)))).toBe(
      'gate_conditions_where_conditional',
    )
  })

  test('moves no phase under the project once something was decided', async () => {
    const afterHold = (work: (tx: Tx) => Promise<unknown>) =>
      brokenBy(async (tx) => {
        expect(await decided(tx, 0, { outcome: 'hold', reason: 'Wait' })).toMatchObject({ ok: true })
        await work(tx)
      })
    const early = { projectId, position: 0, name: 'Earlier', gateName: 'Earlier done' }
    expect(await afterHold((tx) => tx.insert(projectPhases).values(early))).toBe('phase_by_gate')
    expect(
      await afterHold((tx) =>
        tx.update(projectPhases).set({ position: -1 }).where(eq(projectPhases.id, phaseIds[2]!)),
      ),
    ).toBe('phase_by_gate')
    expect(
      await afterHold((tx) =>
        tx.update(projectPhases).set({ position: 9 }).where(eq(projectPhases.id, phaseIds[0]!)),
      ),
    ).toBe('phase_by_gate')
    // What is still ahead may change.
    expect(await afterHold((tx) => tx.delete(projectPhases).where(eq(projectPhases.id, phaseIds[2]!)))).toBe(
      'nothing',
    )
  })

  test('changes and deletes no decision', async () => {
    const hold = { outcome: 'hold' as const, reason: 'Wait' }
    const code = await db
      .tried(mara, async (tx) => {
        await decided(tx, 0, hold)
        await tx.execute(sql`update public.gate_decisions set outcome = 'go' where project_id = ${projectId}`)
      })
      .then(() => 'nothing')
      .catch((error: { cause?: { code?: string } }) => error.cause?.code)
    expect(code).toBe('42501')
  })

  test('of two decisions at once numbers one after the other, and passes one gate once', async () => {
    const part = {
      db: db.console,
      as: mara,
      does: (tx: Tx) => decided(tx, 0, { outcome: 'hold', reason: 'Wait' }),
    }
    const results = await atOnce(db.admin, part, part)
    expect(results.every((result) => result.ok)).toBe(true)
    const numbers = await db.console.read(mara, (tx) =>
      tx
        .select({ number: gateDecisions.number })
        .from(gateDecisions)
        .where(eq(gateDecisions.projectId, projectId))
        .orderBy(asc(gateDecisions.number)),
    )
    expect(numbers.map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('setting the phases', () => {
  test('exchanges, adds and removes those ahead and refuses those decided on', async () => {
    await db.tried(mara, async (tx) => {
      const [first, second, third] = phaseIds.map((id) => ({ id, name: id, gateName: 'Gate', taskUid: null }))
      const fresh = { id: null, name: 'Hand over', gateName: 'Handed over', taskUid: null }
      expect(await setPhases(tx, { projectId, phases: [first!, third!, fresh, second!] })).toEqual({
        ok: true,
      })
      expect(await idsOf(tx)).toEqual([first!.id, third!.id, expect.any(String), second!.id])
      await decided(tx, 0, { outcome: 'hold', reason: 'Wait' })
      expect(await setPhases(tx, { projectId, phases: [fresh, first!] })).toEqual({
        ok: false,
        why: 'decided-already',
      })
      expect(await setPhases(tx, { projectId, phases: [] })).toEqual({ ok: false, why: 'no-phases' })
      expect(await setPhases(tx, { projectId, phases: [{ ...fresh, taskUid: 999 }] })).toEqual({
        ok: false,
        why: 'no-such-task',
      })
      expect(await setPhases(tx, { projectId, phases: [{ ...fresh, id: nobody }] })).toEqual({
        ok: false,
        why: 'no-such-phase',
      })
    })
  })

  test('keeps what was judged: its gate cannot lose it, nor it change its words', async () => {
    await db.tried(mara, async (tx) => {
      await met(tx)
      const nothing = { projectId, phaseId: phaseIds[0]!, criteria: [], evidence: [] }
      expect(await defineGate(tx, nothing)).toEqual({ ok: false, why: 'judged-already' })
      expect(await defineGate(tx, { ...nothing, phaseId: nobody })).toEqual({
        ok: false,
        why: 'no-such-phase',
      })
    })
  })
})
