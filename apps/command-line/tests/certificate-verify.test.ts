import { sql, type SQL } from 'drizzle-orm'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '@countersign/db/connect'
import { certificates } from '@countersign/db/tables/delivery'
import { keyOf } from '@countersign/storage/storage'
import { afterDecision } from '../../worker/src/jobs/after-decision'
import { deliveredProject, type DeliveredProject } from '../../worker/tests/delivered-project'
import { runCountersign } from '../src/run'

let project: DeliveredProject
let folder: string
let pdf: string
beforeAll(async () => {
  project = await deliveredProject('certificate verify')
  const db = connect(project.urls.worker)
  const decisionId = await project.decide('accepted')
  const { storage } = project
  await afterDecision(
    { db, storage, settings: project.settings(), delivery: { by: 'mailbox' } },
    { decisionId },
    new Date(),
  )
  const [certificate] = await db.asLogin((tx) => tx.select().from(certificates))
  folder = mkdtempSync(join(tmpdir(), 'countersign-verify-'))
  pdf = join(folder, 'CS1042-D1-V1.pdf')
  writeFileSync(pdf, await storage.bytes(certificate!.fileSha256))
  await db.close()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await project.close()
})

async function countersign(...args: string[]) {
  const printed: string[] = []
  const complained: string[] = []
  const exitCode = await runCountersign(args, {
    withDatabase: (work) => work({ ...project.urls, admin: project.adminUrl }),
    env: { COUNTERSIGN_HOME: project.home, PORTAL_ORIGIN: 'https://portal.example' },
    now: () => new Date(),
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
  })
  return { exitCode, out: printed.join('\n'), err: complained.join('\n') }
}

describe('certificate verify', () => {
  test('says of a certificate that every fact behind it holds', async () => {
    const { exitCode, out } = await countersign('certificate', 'verify', pdf)
    expect(out).toContain('CS1042-D1-V1.pdf holds: all 9 checks passed.')
    expect(exitCode).toBe(0)
  })

  test('refuses a file with one byte more', async () => {
    const changed = join(folder, 'changed.pdf')
    writeFileSync(
      changed,
      Buffer.concat([await project.storage.bytes(await certificateSha256()), Buffer.from('\n')]),
    )
    const { exitCode, out } = await countersign('certificate', 'verify', changed, '--json')
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      certificate: null,
      findings: [{ check: 'issued', ok: false }],
    })
    expect(exitCode).toBe(1)
  })

  test.each([
    {
      what: 'the typed name',
      change: sql`update decisions set typed_name = 'Eve'`,
      back: sql`update decisions set typed_name = 'Ada Harbour'`,
      failing: ['decision-digest'],
    },
    {
      what: 'the name of a submitted file',
      change: sql`update submission_files set name = 'other.txt'`,
      back: sql`update submission_files set name = 'report.txt'`,
      failing: ['decision-digest', 'submission-digest'],
    },
    {
      what: 'the results of the criteria',
      change: sql`update criterion_results set result = 'not-met'`,
      back: sql`update criterion_results set result = 'met'`,
      failing: ['decision-digest', 'criteria'],
    },
  ])('finds that somebody with every right changed $what', async ({ change, back, failing }) => {
    await withTriggersOff(change)
    const { exitCode, out } = await countersign('certificate', 'verify', pdf, '--json')
    const { findings } = JSON.parse(out) as { findings: { check: string; ok: boolean }[] }
    expect(findings.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(failing)
    expect(exitCode).toBe(1)
    await withTriggersOff(back)
    expect((await countersign('certificate', 'verify', pdf)).exitCode).toBe(0)
  })

  test('finds a file that was changed in the storage', async () => {
    const [file] = await project.admin.asLogin((tx) =>
      tx.execute<{ sha256: string }>(sql`select sha256 from submission_files`),
    )
    writeFileSync(join(project.home, 'files', keyOf(file!.sha256)), 'another report\n')
    const { exitCode, out } = await countersign('certificate', 'verify', pdf)
    expect(out).toContain('✗ The file report.txt is not what was accepted: its content was changed.')
    expect(exitCode).toBe(1)
  })
})

describe('the other verbs', () => {
  test('list the project, and invite a signatory whose link then works', async () => {
    expect((await countersign('project', 'list')).out).toMatch(
      /CS1042 +Harbour AG +Mia Manager +1 of 1 +none/,
    )
    const invited = await countersign(
      ...['person', 'invite', '--side', 'contact', '--project', 'CS1042', '--name', 'Cem Harbour'],
      ...[
        '--email',
        'Cem@Harbour.example',
        '--role',
        'signatory',
        '--up-to',
        '250000.00',
        '--currency',
        'EUR',
      ],
      ...['--evidence', 'Letter of 5 January'],
    )
    expect(invited).toMatchObject({ exitCode: 0, err: '' })
    const { out } = await countersign('person', 'sign-in-link', 'cem@harbour.example', '--json')
    const { link, purpose } = JSON.parse(out) as { link: string; purpose: string }
    expect(purpose).toBe('invitation')
    const token = link.replace('https://portal.example/invitation/', '')
    const [known] = await project.admin.asLogin((tx) =>
      tx.execute<{ name: string }>(sql`select name from app.contact_link(${token})`),
    )
    expect(known?.name).toBe('Cem Harbour')
  })

  test.each([
    [
      [],
      'countersign needs to know what to do: person, project, certificate, database, evidence, schedule. See `countersign --help`.',
    ],
    [['persn'], "Unknown command 'persn'; did you mean person? See `countersign --help`."],
    [
      ['certificate', 'verify'],
      "Missing required argument 'file'. See `countersign certificate verify --help`.",
    ],
    [['certificate', 'verify', '/nowhere.pdf'], 'There is no such file: /nowhere.pdf'],
  ])('say in a sentence what was not understood: %j', async (args, sentence) => {
    expect(await countersign(...args)).toEqual({ exitCode: 2, out: '', err: sentence })
  })

  test('say in a sentence that nobody has an address', async () => {
    const { exitCode, err } = await countersign('person', 'sign-in-link', 'nobody@example.com', '--json')
    expect(JSON.parse(err)).toEqual({
      error: 'Nobody has the address nobody@example.com. `countersign person invite` adds somebody.',
    })
    expect(exitCode).toBe(1)
  })
})

async function certificateSha256(): Promise<string> {
  const [row] = await project.admin.asLogin((tx) => tx.select().from(certificates))
  return row!.fileSha256
}

/** As only the owner of the whole cluster could. */
async function withTriggersOff(change: SQL): Promise<void> {
  await project.admin.asLogin(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(change)
  })
}
