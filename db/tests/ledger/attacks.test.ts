import type { CheckpointFile } from '@countersign/evidence/checkpoint'
import { entryHash, noHash, type LedgerEntry } from '@countersign/evidence/ledger-entry'
import { canonicalText } from '@countersign/evidence/canonical'
import { allHold } from '@countersign/evidence/finding'
import { verifyChain } from '@countersign/evidence/verify-chain'
import { verifyCheckpoint, verifyInclusion, verifySeries } from '@countersign/evidence/verify-checkpoint'
import { checkpointFile } from '@countersign/operations/checkpoint-file'
import { takeCheckpoint } from '@countersign/operations/take-checkpoint'
import { developmentAuthority } from '@countersign/seal/development-authority'
import type { Signer } from '@countersign/seal/signer'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { chainIn, codesOf, refusalOf } from './reading'

let db: StoryDatabase
let harbour: string
let signer: Signer
let folder: string
let first: CheckpointFile
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-keys-'))
  signer = developmentAuthority(folder, new Date()).signer
  db = await storyDatabase('ledger attacks')
  harbour = await db.idOf.project('HT-2601')
  // A row in each table: a trigger for each row is silent where there is none.
  await db.admin`insert into submission_openings (project_id, submission_id, contact_id)
    select project_id, submission_id, decided_by from decisions limit 1`
  const { number } = await checkpoint()
  first = await fileOf(number!)
  await db.admin`insert into ledger_timestamps (number, token, stamped_at) values (${number}, '', now())`
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const checkpoint = () => db.worker.asLogin((tx) => takeCheckpoint(tx, { signer, now: new Date() }))
const fileOf = async (number: number) => (await db.worker.asLogin((tx) => checkpointFile(tx, number)))!.file
const trust = () => ({ signers: [signer.certificates.at(-1)!], timestamps: [] })
const numberOf = ({ checkpoint: { payload } }: CheckpointFile) =>
  (JSON.parse(payload) as { number: number }).number
const proofOf = (file: CheckpointFile, projectId = harbour) =>
  file.proofs.find(({ project }) => project === projectId)!

const tables = [
  'ledger_chains',
  'ledger_entries',
  'ledger_keys',
  'ledger_checkpoints',
  'ledger_timestamps',
  'ledger_proofs',
  'submission_openings',
]

describe('every role of the database', () => {
  test('is refused to update, delete, truncate and to disable the triggers', async () => {
    const roles = await db.admin<{ name: string }[]>`
      select rolname as name from pg_roles where not rolsuper and rolname !~ '^pg_'`
    expect(roles.length).toBeGreaterThanOrEqual(15)
    for (const { name } of roles)
      for (const table of [...tables, 'ledger_disclosures'])
        for (const statement of attemptsOn(table)) {
          // What is disclosed of a person can be erased by the one function that does it; nothing else.
          if (name === 'ledger_keeper' && statement === 'delete from public.ledger_disclosures') continue
          expect([name, statement, await refusalAs(name, statement)]).toEqual([name, statement, '42501'])
        }
  })

  test('is refused to write an entry, or to call the one function that does', async () => {
    const roles = await db.admin<{ name: string }[]>`
      select rolname as name from pg_roles where not rolsuper and rolname !~ '^pg_' and rolname <> 'ledger_keeper'`
    const call = `select app.append_to_ledger('${harbour}', 'decision', '${harbour}', null, '{}')`
    for (const { name } of roles)
      for (const statement of ['insert into public.ledger_entries select * from public.ledger_entries', call])
        expect([name, await refusalAs(name, statement)]).toEqual([name, '42501'])
  })

  test('that owns the tables is refused too: by the trigger', async () => {
    for (const table of tables)
      for (const statement of attemptsOn(table).slice(0, 3))
        expect([statement, await refusalOf(db.admin.unsafe(statement))]).toEqual([statement, '42501'])
  })

  function attemptsOn(table: string) {
    const columns: Record<string, string> = {
      ledger_chains: 'opened_at',
      ledger_keys: 'algorithm',
      ledger_checkpoints: 'root',
      ledger_timestamps: 'token',
      ledger_disclosures: 'value',
    }
    const set = columns[table] ?? 'project_id'
    return [
      `update public.${table} set ${set} = ${set}`,
      `delete from public.${table}`,
      `truncate public.${table} cascade`,
      `alter table public.${table} disable trigger never_changed`,
    ]
  }

  const refusalAs = (role: string, statement: string) =>
    refusalOf(
      db.admin.begin(async (sql) => {
        await sql`select set_config('role', ${role}, true)`
        await sql.unsafe(statement)
      }),
    )
})

describe('a superuser who', () => {
  let links: Awaited<ReturnType<typeof chainIn>>
  beforeEach(async () => void (links = await chainIn(db.admin, harbour)))

  /** Does it with every trigger off, gives what the verifier then reads, and undoes it. */
  async function tampered(work: (sql: postgres.TransactionSql) => Promise<unknown>) {
    let seen: Awaited<ReturnType<typeof chainIn>> = []
    const undo = new Error('undo')
    await db.admin
      .begin(async (sql) => {
        await sql`alter table ledger_entries disable trigger all`
        await sql`alter table ledger_disclosures disable trigger all`
        await sql`alter table ledger_disclosures drop constraint ledger_disclosures_entry`
        await work(sql)
        seen = await chainIn(sql as unknown as postgres.Sql, harbour)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return seen
  }
  const codesAfter = async (work: Parameters<typeof tampered>[0]) =>
    codesOf(await verifyChain(await tampered(work)))

  test('leaves it alone is told that it holds, under a checkpoint that holds', async () => {
    expect(links.length).toBeGreaterThan(10)
    expect(codesOf(await verifyChain(links))).toEqual(['chain-holds'])
    expect(codesOf(await verifyCheckpoint(first.checkpoint, trust()))).toEqual([
      'checkpoint-holds',
      'timestamp-absent',
    ])
    expect(codesOf(await verifyInclusion(links, proofOf(first), first.checkpoint))).toEqual([
      'chain-is-under-checkpoint',
    ])
  })

  test('changes an entry is found', async () => {
    expect(
      await tampered(
        (sql) => sql`
        update ledger_entries set entry = replace(entry, '"outcome":"rejected"', '"outcome":"accepted"')
        where project_id = ${harbour}`,
      ).then(verifyChain),
    ).toEqual([{ code: 'entry-changed', ok: false, seq: expect.any(Number), kind: 'decision' }])
  })

  test('deletes the first, or one in the middle, is found', async () => {
    expect(
      await codesAfter((sql) => sql`delete from ledger_entries where project_id = ${harbour} and seq = 1`),
    ).toEqual(['beginning-missing'])
    expect(
      await codesAfter((sql) => sql`delete from ledger_entries where project_id = ${harbour} and seq = 7`),
    ).toEqual(['entries-missing'])
  })

  test('inserts one, pushing the others on, or changes their order, is found', async () => {
    const inserted = await codesAfter(async (sql) => {
      await sql`update ledger_entries set seq = seq + 1000 where project_id = ${harbour} and seq > 5`
      await sql`update ledger_entries set seq = seq - 999 where project_id = ${harbour} and seq > 1000`
      await sql`insert into ledger_entries select project_id, 6, kind, gen_random_uuid(), entered_at, entry, previous_hash, hash
        from ledger_entries where project_id = ${harbour} and seq = 5`
    })
    expect(inserted).toContain('entry-out-of-place')
    const moved = await codesAfter(async (sql) => {
      await sql`update ledger_entries set seq = 1000 where project_id = ${harbour} and seq = 3`
      await sql`update ledger_entries set seq = 3 where project_id = ${harbour} and seq = 4`
      await sql`update ledger_entries set seq = 4 where project_id = ${harbour} and seq = 1000`
    })
    expect(moved).toContain('entry-out-of-place')
  })

  test('deletes the last is found by the checkpoint, and only by it', async () => {
    const seen = await tampered(
      (sql) => sql`delete from ledger_entries where project_id = ${harbour} and seq = ${links.length}`,
    )
    expect(codesOf(await verifyChain(seen))).toEqual(['chain-holds'])
    expect(await verifyInclusion(seen, proofOf(first), first.checkpoint)).toEqual([
      {
        code: 'chain-shorter-than-checkpoint',
        ok: false,
        number: numberOf(first),
        seq: links.length,
        count: links.length - 1,
      },
    ])
  })

  test('writes a whole chain anew, every hash right, is found by the checkpoint, and only by it', async () => {
    const seen = await tampered((sql) => writtenAnew(sql))
    expect(seen).toHaveLength(links.length)
    expect(codesOf(await verifyChain(seen))).toEqual(['chain-holds'])
    expect(codesOf(await verifyInclusion(seen, proofOf(first), first.checkpoint))).toEqual([
      'chain-differs-from-checkpoint',
    ])
  })

  test('alters the checkpoint, its proof or its signature to fit is found', async () => {
    const { checkpoint: signed } = first
    const forged = { ...signed, payload: signed.payload.replace(/"root":"../, '"root":"00') }
    expect(codesOf(await verifyCheckpoint(forged, trust()))).toEqual(['checkpoint-signature-false'])
    const proof = { ...proofOf(first), head: links[0]!.hash }
    expect(codesOf(await verifyInclusion(links, proof, signed))).toEqual(['proof-false'])
    const own = join(folder, 'stranger')
    const stranger = developmentAuthority(own, new Date()).signer
    const resigned = {
      ...signed,
      signature: Buffer.from(await stranger.sign(Buffer.from(signed.payload))).toString('base64'),
      certificates: stranger.certificates.map((der) => Buffer.from(der).toString('base64')),
    }
    expect(codesOf(await verifyCheckpoint(resigned, trust()))).toContain('checkpoint-signer-unknown')
  })

  /** As somebody would who rules the database: the second entry's words changed, everything after it hashed anew. */
  async function writtenAnew(sql: postgres.TransactionSql) {
    let previous = noHash
    for (const [at, link] of links.entries()) {
      const said = JSON.parse(link.entry) as LedgerEntry
      if (at === 1) said.body.timeZone = 'Europe/Lisbon'
      const entry = canonicalText(said)
      const hash = entryHash(previous, entry)
      await sql`update ledger_entries set entry = ${entry}, previous_hash = ${previous}, hash = ${hash}
        where project_id = ${harbour} and seq = ${at + 1}`
      previous = hash
    }
  }
})

describe('a checkpoint', () => {
  test('is not taken where nothing has grown, and proves only what has', async () => {
    expect(await checkpoint()).toEqual({ number: null, broken: [] })
    await db.admin`insert into publications (project_id, number, published_by, published_at, projection, digest)
      select id, 77, manager_id, now(), '{}', ${'d'.repeat(64)} from projects where id = ${harbour}`
    const taken = await checkpoint()
    expect(taken).toEqual({ number: expect.any(Number) as number, broken: [] })
    expect(taken.number).toBeGreaterThan(numberOf(first))
    const second = await fileOf(taken.number!)
    expect(second.proofs.map(({ project }) => project)).toEqual([harbour])
    expect(await verifySeries([first.checkpoint, second.checkpoint])).toEqual([])
    const links = await chainIn(db.admin, harbour)
    expect(codesOf(await verifyInclusion(links, proofOf(first), first.checkpoint))).toEqual([
      'chain-is-under-checkpoint',
      'entries-after-checkpoint',
    ])
    expect(allHold(await verifyInclusion(links, proofOf(second), second.checkpoint))).toBe(true)
  })

  test('of several is found missing or replaced by those beside it', async () => {
    const [row] = await db.admin<{ last: string }[]>`select max(number) as last from ledger_checkpoints`
    const second = await fileOf(Number(row!.last))
    const other = (number: number) => ({
      ...second.checkpoint,
      payload: second.checkpoint.payload
        .replace(/"number":\d+/, `"number":${number}`)
        .replace(/"previous":"../, '"previous":"00'),
    })
    const number = numberOf(first)
    const series = async (next: number) => codesOf(await verifySeries([first.checkpoint, other(next)]))
    expect(await series(number + 60)).toEqual(['checkpoints-missing'])
    expect(await series(number + 1)).toEqual(['checkpoint-not-bound'])
    expect(codesOf(await verifySeries([second.checkpoint, first.checkpoint]))).toEqual([
      'checkpoint-not-bound',
    ])
  })

  test('says nothing of other projects in what one customer gets', async () => {
    const others = await db.admin<{ id: string; hash: string }[]>`
      select p.id, e.hash from projects p join ledger_entries e on e.project_id = p.id where p.id <> ${harbour}`
    const given = JSON.stringify({ proof: proofOf(first), checkpoint: first.checkpoint })
    for (const { id, hash } of others) {
      expect(given).not.toContain(id)
      expect(given).not.toContain(hash)
    }
    expect(JSON.parse(first.checkpoint.payload)).toMatchObject({ size: 64 })
    // Not how many checkpoints others had either: the number is the second in which it was taken.
    const [row] = await db.admin<
      { at: Date }[]
    >`select taken_at as at from ledger_checkpoints order by number limit 1`
    expect(numberOf(first)).toBe(Math.floor(row!.at.getTime() / 1000))
  })

  test('is not signed over a chain that lost its end or was written anew: it is told of, the others go on', async () => {
    const lindau = await db.idOf.project('SL-2602')
    await db.admin`alter table ledger_entries disable trigger never_changed`
    await db.admin`alter table ledger_disclosures disable trigger all`
    await db.admin`delete from ledger_disclosures where project_id = ${lindau}`
    await db.admin`delete from ledger_entries where project_id = ${lindau}
      and seq = (select max(seq) from ledger_entries where project_id = ${lindau})`
    await db.admin`alter table ledger_entries enable trigger never_changed`
    await db.admin`alter table ledger_disclosures enable trigger all`
    await db.admin`insert into publications (project_id, number, published_by, published_at, projection, digest)
      select id, 78, manager_id, now(), '{}', ${'d'.repeat(64)} from projects where id = ${harbour}`
    const { number, broken } = await checkpoint()
    expect(broken.map(({ projectId }) => projectId)).toEqual([lindau])
    const taken = await fileOf(number!)
    expect(taken.proofs.map(({ project }) => project)).toEqual([harbour])
    expect(codesOf(await verifyCheckpoint(taken.checkpoint, trust()))).toContain('checkpoint-holds')
  })
})
