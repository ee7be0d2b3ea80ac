import { evidenceDigest, valueOf } from '@countersign/evidence/evidence'
import { entryIsIn, verifyEvidence } from '@countersign/evidence/verify-evidence'
import schema from '@countersign/evidence/schema/decision-evidence-2.schema.json'
import { Ajv2020 } from 'ajv/dist/2020'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db, type Tx } from '@countersign/db/connect'
import { chainIn } from '../../../db/tests/ledger/reading'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { eraseFromLedger } from './erase-from-ledger'
import { evidenceOfDecision } from './evidence-of-decision'

const provider = { name: 'Halden Systems GmbH' }
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
let db: StoryDatabase
let owner: Db
beforeAll(async () => {
  db = await storyDatabase('evidence of decisions')
  owner = connect(db.adminUrl, { max: 1 })
})
afterAll(async () => {
  await owner.close()
  await db.close()
})

const evidenceOf = (decisionId: string) =>
  db.worker.asLogin((tx) => evidenceOfDecision(tx, { decisionId, provider }))
const decisions = () => db.admin<{ id: string; project_id: string; outcome: string; typed_name: string }[]>`
  select id, project_id, outcome, typed_name from decisions order by decided_at`

describe('the evidence of a decision', () => {
  test('is as the published schema says, holds in itself and stands in its project’s chain', async () => {
    const all = await decisions()
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(
      new Set(['accepted', 'accepted-with-reservations', 'rejected']),
    )
    for (const { id, project_id: projectId, typed_name: typedName } of all) {
      const evidence = (await evidenceOf(id))!
      expect([validate(evidence), validate.errors]).toEqual([true, null])
      expect((await verifyEvidence(evidence)).filter(({ ok }) => !ok)).toEqual([])
      expect(entryIsIn(await chainIn(db.admin, projectId), evidence)).toBe(true)
      expect(valueOf(evidence.decision.signatories[0]!.typedName)).toBe(typedName)
    }
  })

  test('has the same digest when the person who signed is erased, and the name is gone', async () => {
    const [{ id }] = (await decisions()) as unknown as [{ id: string }]
    const before = (await evidenceOf(id))!
    const personId = before.decision.signatories[0]!.contactId
    await db.console.write(await db.staff('ines'), (tx) => eraseFromLedger(tx, { personId }))
    const after = (await evidenceOf(id))!
    expect(valueOf(after.decision.signatories[0]!.name)).toBe(null)
    expect((await verifyEvidence(after)).filter(({ ok }) => !ok)).toEqual([])
    // The head has moved on by the entry that tells of the erasure; nothing else differs.
    const { head } = before.ledger
    expect(await evidenceDigest({ ...after, ledger: { ...after.ledger, head } })).toBe(
      await evidenceDigest(before),
    )
  })

  test('is none where there is no such decision', async () => {
    expect(await evidenceOf(randomUUID())).toBe(null)
  })

  describe('of a submission that waits', () => {
    /** The evidence of what is written here past every operation; all of it undone afterwards. */
    async function of(write: (tx: Tx, decisionId: string) => Promise<unknown>) {
      const decisionId = randomUUID()
      const undo = new Error('undo')
      let found: Awaited<ReturnType<typeof evidenceOf>> = null
      await owner
        .asLogin(async (tx) => {
          await write(tx, decisionId)
          await tx.execute(sql`set constraints all immediate`)
          found = await evidenceOfDecision(tx, { decisionId, provider })
          throw undo
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error
        })
      expect([validate(found), validate.errors]).toEqual([true, null])
      expect((await verifyEvidence(found!)).filter(({ ok }) => !ok)).toEqual([])
      return found!
    }
    const open = sql`select s.* from submissions s where not exists (
      select from decisions d where d.submission_id = s.id) limit 1`
    const signers = sql`select pc.contact_id, row_number() over (order by pc.contact_id) as place
      from project_contacts pc join (${open}) s on s.project_id = pc.project_id`
    const signs = (tx: Tx, decisionId: string) =>
      tx.execute(sql`insert into decisions (id, project_id, submission_id, outcome, decided_by, decided_at, time_zone,
          typed_name, statement, reason, submission_digest, authority, releases_basis_points)
        select ${decisionId}, s.project_id, s.id, 'accepted-with-reservations', p.contact_id, now(), 'Europe/Berlin',
          'B', 'I accept.', '', s.digest, '{"upToMinor":"1","currency":"EUR","fromOn":"2026-01-01","toOn":null,"evidence":""}',
          8000 from (${open}) s, (${signers}) p where p.place = 1`)

    test('names all who signed, in their order, and what is reserved', async () => {
      const { decision, releases } = await of(async (tx, decisionId) => {
        await tx.execute(sql`insert into signatures (project_id, submission_id, outcome, signed_by, signed_at, time_zone,
            typed_name, statement, submission_digest, authority, results, reservations)
          select s.project_id, s.id, 'accepted', p.contact_id, now() - interval '1 hour', 'Europe/Berlin', 'A', 'I too.',
            s.digest, '{"upToMinor":"1","currency":"EUR","fromOn":"2026-01-01","toOn":null,"evidence":""}', '[]', '[]'
          from (${open}) s, (${signers}) p where p.place = 2`)
        await signs(tx, decisionId)
        await tx.execute(sql`
          insert into punch_items (project_id, decision_id, position, text, owner_side, owner_name, due_on)
          select project_id, id, 1, 'Add the photographs', 'provider', 'Mara', '2026-12-01' from decisions
          where id = ${decisionId}`)
      })
      expect(decision.signatories.map(({ typedName }) => valueOf(typedName))).toEqual(['A', 'B'])
      expect(decision.reservations).toMatchObject([
        { dueOn: '2026-12-01', text: { value: 'Add the photographs' } },
      ])
      expect(releases.every(({ shareBasisPoints }) => shareBasisPoints === 8000)).toBe(true)
    })

    test('says that nobody signed where the contract deems it accepted, and by which clause', async () => {
      const clock = {
        startedAt: '2026-03-13T09:00:00.000Z',
        firstDay: '2026-03-16',
        businessDays: 10,
        calendar: 'x',
      }
      const times = { endedAt: '2026-03-27T23:00:00.000Z', reminders: [], pauses: [] }
      const { decision } = await of((tx, decisionId) =>
        tx.execute(sql`insert into decisions (id, project_id, submission_id, kind, outcome, decided_at, time_zone,
            typed_name, statement, reason, submission_digest, clause, clock)
          select ${decisionId}, s.project_id, s.id, 'deemed', 'accepted', now(), 'Europe/Berlin', '', '', '', s.digest,
            '§ 7 (3)', ${JSON.stringify({ ...clock, ...times })}::text::jsonb from (${open}) s`),
      )
      expect(decision).toMatchObject({ kind: 'deemed', signatories: [], clause: { text: '§ 7 (3)' }, clock })
    })

    test('refers to the decision that it withdraws, and releases nothing', async () => {
      const earlier = randomUUID()
      const { refersTo, releases } = await of(async (tx, decisionId) => {
        await signs(tx, earlier)
        await tx.execute(sql`insert into decisions (id, project_id, submission_id, act, refers_to, outcome, decided_by,
            decided_at, time_zone, typed_name, statement, reason, submission_digest, authority)
          select ${decisionId}, d.project_id, d.submission_id, 'withdraws', d.id, 'rejected', d.decided_by, now(),
            'Europe/Berlin', 'B', 'I withdraw.', 'A mistake', d.submission_digest, d.authority
          from decisions d where d.id = ${earlier}`)
      })
      expect(refersTo).toMatchObject([{ how: 'withdraws', decisionId: earlier }])
      expect(releases).toEqual([])
    })
  })
})
