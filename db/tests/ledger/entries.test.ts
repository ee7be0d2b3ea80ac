import type { LedgerEntry } from '@countersign/evidence/ledger-entry'
import { commitmentOf } from '@countersign/evidence/personal'
import { canonicalText } from '@countersign/evidence/canonical'
import { verifyChain } from '@countersign/evidence/verify-chain'
import { eraseFromLedger } from '@countersign/operations/erase-from-ledger'
import { recordOpening } from '@countersign/operations/record-opening'
import type { StaffName } from '@countersign/story/cast'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { chainIn, codesOf, refusalOf } from './reading'

let db: StoryDatabase
let harbour: string
let lindau: string
beforeAll(async () => {
  db = await storyDatabase('ledger entries')
  harbour = await db.idOf.project('HT-2601')
  lindau = await db.idOf.project('SL-2602')
})
afterAll(() => db.close())

/** A publication written past every operation, as whoever took over the database's owner could. */
const publication = (projectId: string) => db.admin`
  insert into publications (project_id, number, published_by, published_at, projection, digest)
  select ${projectId}, coalesce(max(number), 0) + 1, (select manager_id from projects where id = ${projectId}), now(),
    '{}', ${'c'.repeat(64)} from publications where project_id = ${projectId} returning id`

describe('a fact of weight', () => {
  test('has its entry, whichever it is: publication, confirmation, submission, decision, invoice', async () => {
    const missing = await db.admin`
      select 'publication' as kind, id from publications union all select 'confirmation', criteria_version_id
        from criteria_confirmations
      union all select 'submission', id from submissions union all select 'decision', id from decisions
      union all select 'certificate', id from certificates union all select 'invoice', id from invoices
      except select kind, fact_id from ledger_entries`
    expect([...missing]).toEqual([])
    const kinds = await db.admin<{ kind: string }[]>`select distinct kind from ledger_entries order by 1`
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'change-approval',
      'confirmation',
      'decision',
      'invoice',
      'publication',
      'submission',
    ])
  })

  test('enters by itself when it is committed, whoever wrote it, and the chain holds', async () => {
    const before = await chainIn(db.admin, harbour)
    const [row] = await publication(harbour)
    const after = await chainIn(db.admin, harbour)
    expect(after).toHaveLength(before.length + 1)
    expect(JSON.parse(after.at(-1)!.entry)).toMatchObject({
      schema: 'countersign/ledger-entry/1',
      kind: 'publication',
      seq: after.length,
      project: harbour,
      fact: { id: (row as { id: string }).id, digest: 'c'.repeat(64) },
    })
    expect(codesOf(await verifyChain(after))).toEqual(['chain-holds'])
  })

  test('is not committed where its entry cannot be', async () => {
    const count = async () => (await db.admin`select from publications where project_id = ${lindau}`).length
    const before = await count()
    const refused = db.admin.begin(async (sql) => {
      await sql`insert into publications (project_id, number, published_by, published_at, projection, digest)
        select id, 99, manager_id, now(), '{}', 'no digest' from projects where id = ${lindau}`
    })
    expect(await refusalOf(refused)).toBe('22023')
    expect(await count()).toBe(before)
  })

  test('has a trigger that waits for the commit, on every table of facts that enter', async () => {
    const rows = await db.admin<{ noun: string; is_deferred: boolean; enabled: string }[]>`
      select tgrelid::regclass::text as noun, tginitdeferred as is_deferred, tgenabled as enabled
      from pg_trigger where tgname = 'in_ledger' order by 1`
    expect(rows.map(({ noun }) => noun)).toEqual([
      'certificate_seals',
      'certificates',
      'change_decisions',
      'criteria_confirmations',
      'decisions',
      'invoices',
      'month_reopenings',
      'publications',
      'signatures',
      'submission_openings',
      'submissions',
    ])
    expect(rows.every(({ is_deferred, enabled }) => is_deferred && enabled === 'O')).toBe(true)
  })

  test('enters later where it was there before the ledger, in the order in which facts happened', async () => {
    await db.admin`alter table publications disable trigger in_ledger`
    const [second] = await publication(lindau)
    const [first] = await publication(lindau)
    await db.admin`alter table publications disable trigger never_changed`
    await db.admin`update publications set published_at = '2020-01-01' where id = ${(first as { id: string }).id}`
    await db.admin`alter table publications enable trigger never_changed`
    await db.admin`alter table publications enable trigger in_ledger`
    const before = await chainIn(db.admin, lindau)
    await db.admin`select app.enter_missing_facts()`
    await db.admin`select app.enter_missing_facts()`
    const chain = await chainIn(db.admin, lindau)
    expect(chain.slice(before.length).map(({ entry }) => (JSON.parse(entry) as LedgerEntry).fact.id)).toEqual(
      [(first as { id: string }).id, (second as { id: string }).id],
    )
    expect(codesOf(await verifyChain(chain))).toEqual(['chain-holds'])
  })
})

describe('canonical JSON', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\u0000'))
  const key = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  })
  const { value } = fc.letrec((again) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(again('value'), { maxLength: 4 }),
      fc.dictionary(key, again('value'), { maxKeys: 6 }),
    ),
  }))

  test('is the database’s as RFC 8785’s own library writes it', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const text = canonicalText(given)
        const [row] = await db.admin<{ written: string }[]>`
          select app.canonical_json(${JSON.stringify(given)}::text::jsonb) as written`
        expect(row!.written).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test('is refused for fractions, for numbers no double holds, and for keys beyond ASCII', async () => {
    for (const given of ['1.5', '{"a":[0.1]}', '9007199254740993', '{"é":1}'])
      expect(await refusalOf(db.admin`select app.canonical_json(${given}::text::jsonb)`)).toBe('22023')
  })
})

describe('what a signatory opens', () => {
  test('enters once for the submission and once for each file, while it waits for a decision', async () => {
    const [open] = await db.admin<{ id: string; code: string; email: string }[]>`
      select s.id, p.code, c.email from submissions s join projects p on p.id = s.project_id
      join project_contacts pc on pc.project_id = s.project_id and pc.role = 'signatory'
      join contacts c on c.id = pc.contact_id
      where not exists (select from decisions d where d.submission_id = s.id) limit 1`
    const signatory = await db.contact(open!.email)
    const opens = (filePosition?: number) =>
      db.portal.write(signatory, (tx) =>
        recordOpening(tx, { submissionId: open!.id, ...(filePosition && { filePosition }) }),
      )
    expect([await opens(), await opens(), await opens(1), await opens(1), await opens(99)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    const entries = await db.admin<{ kind: string; entry: string }[]>`
      select kind, entry from ledger_entries where kind in ('view', 'download') order by seq`
    expect(entries.map(({ kind }) => kind)).toEqual(['view', 'download'])
    expect(JSON.parse(entries[1]!.entry)).toMatchObject({
      body: {
        submissionId: open!.id,
        contactId: signatory.contactId,
        file: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
  })

  test('leaves no trace when it is decided, another customer’s, or somebody else opens it', async () => {
    const decided = await db.idOf.submission('HT-2601', 'Site survey report')
    const grace = await db.contact('grace')
    const foreign = await db.idOf.submission('SL-2602', 'Fachkonzept')
    for (const submissionId of [decided, foreign, randomUUID()])
      expect(await db.portal.write(grace, (tx) => recordOpening(tx, { submissionId }))).toBe(false)
  })
})

describe('a person in the ledger', () => {
  test('stands there as commitments that the disclosures fit, and in no other words', async () => {
    const rows = await db.admin<
      { entry: string; pointer: string; commitment: string; salt: string; value: string }[]
    >`
      select e.entry, d.pointer, d.commitment, d.salt, d.value from ledger_disclosures d
      join ledger_entries e using (project_id, seq)`
    expect(rows.length).toBeGreaterThan(20)
    for (const { entry, pointer, commitment, salt, value } of rows) {
      expect(await commitmentOf(salt, JSON.parse(value) as string)).toBe(commitment)
      expect(at(JSON.parse(entry), pointer)).toEqual({ commitment })
    }
    const [row] = await db.admin<{ said: string; people: string[] }[]>`
      select (select string_agg(entry, ' ') from ledger_entries) as said,
        (select array_agg(x) from contacts c, unnest(array[c.name, c.email]) x) as people`
    for (const words of row!.people) expect(row!.said).not.toContain(words)
  })

  test('is erased by the administrator, and every chain verifies as before', async () => {
    const administrator = await db.staff('ines')
    const { id: personId } = (
      await db.admin<{ id: string }[]>`
      select decided_by as id from decisions where project_id = ${harbour} limit 1`
    )[0]!
    const before = await chainIn(db.admin, harbour)
    const erase = () => db.console.write(administrator, (tx) => eraseFromLedger(tx, { personId }))
    const { erased } = await erase()
    expect(erased).toBeGreaterThan(5)
    expect(await db.admin`select from ledger_disclosures where person_id = ${personId}`).toHaveLength(0)
    const after = await chainIn(db.admin, harbour)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(JSON.parse(after.at(-1)!.entry)).toMatchObject({ kind: 'erasure', body: { contactId: personId } })
    expect(codesOf(await verifyChain(after))).toEqual(['chain-holds'])
    expect(await erase()).toEqual({ ok: true, erased: 0 })
  })

  test('is erased by nobody else', async () => {
    for (const who of ['mara', 'priya'] as const)
      expect(
        await refusalOf(
          db.console.write(await db.staff(who), (tx) => eraseFromLedger(tx, { personId: randomUUID() })),
        ),
      ).toBe('42501')
  })
})

describe('the chain of a project', () => {
  test('is read by its manager and finance, by its own customer, and by no other', async () => {
    const count = async (who: StaffName) => {
      const { token, role } = await db.staff(who)
      const rows = await db.console.sql.begin(async (tx) => {
        await tx`select set_config('app.session_token', ${token}, true), set_config('role', ${role}, true)`
        return tx`select distinct project_id from public.ledger_entries`
      })
      return rows.length
    }
    expect(await count('priya')).toBe(4)
    expect(await count('jonas')).toBe(2)
    const customers = async (token: string) =>
      db.portal.sql.begin(async (tx) => {
        await tx`select set_config('app.session_token', ${token}, true)`
        return tx<{ project_id: string }[]>`select distinct project_id from portal.ledger_entries`
      })
    expect((await customers((await db.contact('grace')).token)).map(({ project_id }) => project_id)).toEqual([
      harbour,
    ])
    expect(await customers('forged')).toHaveLength(0)
  })
})

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((found, key) => (found as Record<string, unknown>)[key], value)
}
