import type { ContactActor } from '../../src/connect'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../harness/story'

/** portal.record_decision as injected SQL would call it: nothing of the application stands before it. */
let db: StoryDatabase
let grace: ContactActor
let design: string
let results: Result[]
beforeAll(async () => {
  db = await storyDatabase('decisions')
  grace = await db.signatory('grace')
  design = await db.idOf.submission('HT-2601', 'Low-level design', 2)
  const [row] = await db.admin<
    { criteria: { id: string }[] }[]
  >`select criteria from submissions where id = ${design}`
  results = row!.criteria.map(({ id }) => ({ criterionId: id, result: 'met' }))
})
afterAll(() => db.close())

type Result = { criterionId: string; result: string; comment?: string }
type Call = {
  submission?: string
  outcome?: string | null
  name?: string
  reason?: string
  results?: Result[] | null
  reservations?: Record<string, string>[]
}
const undo = new Error('undo')

/** The error of the call, or null where it was recorded (and undone). */
async function refusal(token: string, call: Call = {}): Promise<postgres.PostgresError | null> {
  return db.portal.sql
    .begin(async (tx) => {
      await tx`select set_config('app.session_token', ${token}, true)`
      const judged = call.results === undefined ? results : call.results
      await tx`select portal.record_decision(${call.submission ?? design}, 'decides',
        ${call.outcome === undefined ? 'accepted' : call.outcome}, ${call.name ?? 'Grace Okafor'}, 'I accept.',
        ${call.reason ?? ''}, ${judged === null ? null : tx.json(judged)},
        ${tx.json(call.reservations ?? [])})`
      throw undo
    })
    .catch((error: unknown) => (error === undo ? null : (error as postgres.PostgresError)))
}

describe('a decision sent as SQL', () => {
  test('is recorded for a signatory who has just entered the password, within the authority', async () => {
    expect(await refusal(grace.token)).toBeNull()
    const [first, ...others] = results
    const unmet = [{ ...first!, result: 'not-met', comment: 'No.' }, ...others]
    expect(await refusal(grace.token, { outcome: 'rejected', reason: 'No.', results: unmet })).toBeNull()
  })

  test('is signed with the own name, however it is typed', async () => {
    for (const name of ['grace okafor', '  Grace  Okafor ', 'Grace\u00a0OKAFOR'])
      expect([name, await refusal(grace.token, { name })]).toEqual([name, null])
    for (const name of ['G. Okafor', 'Daniel Price', 'GraceOkafor', ''])
      expect([name, await refusal(grace.token, { name })]).toEqual([
        name,
        expect.objectContaining({ code: '22023', message: 'a decision is signed with the own name' }),
      ])
  })

  test('is refused where an unmet criterion has no comment', async () => {
    const [first, ...others] = results
    for (const comment of [undefined, '', ' \n'])
      expect(
        await refusal(grace.token, {
          outcome: 'rejected',
          reason: 'No.',
          results: [{ ...first!, result: 'not-met', comment }, ...others],
        }),
      ).toMatchObject({ code: '22023', message: 'an unmet criterion needs a comment' })
  })

  test('counts the authority that began last', async () => {
    const projectId = await db.idOf.project('HT-2601')
    const add = async (upToMinor: number, daysAgo: number, currency = 'EUR') => {
      await db.admin`insert into signing_authorities
        (project_id, contact_id, kind, currency, up_to_minor, from_on, evidence)
        values (${projectId}, ${grace.contactId}, 'acceptance', ${currency}, ${upToMinor},
          current_date - ${daysAgo}::integer, 'A later letter')`
    }
    await add(1, -5)
    await add(1, 2, 'USD')
    expect(await refusal(grace.token)).toBeNull()
    await add(1, 1)
    expect(await refusal(grace.token)).toMatchObject({ message: 'beyond the recorded authority' })
    await db.admin`delete from signing_authorities where evidence = 'A later letter'`
    expect(await refusal(grace.token)).toBeNull()
  })

  test('is refused without a session, and as a viewer, a customer or a member of staff who is not a signatory there', async () => {
    const tokens = [
      'guessed',
      '',
      (await db.contact('lena')).token,
      (await db.signatory('katrin')).token,
      (await db.signatory('samuel')).token,
      (await db.staff('mara')).token,
    ]
    for (const token of tokens)
      expect(await refusal(token)).toMatchObject({ code: '42501', message: 'no such submission to decide' })
  })

  test('is refused without the password entered again within five minutes', async () => {
    const signedIn = await db.contact('grace')
    expect(await refusal(signedIn.token)).toMatchObject({
      code: '42501',
      message: 'the password has to be entered again',
    })
    const earlier = await db.signatory('grace')
    await db.admin`
      update contact_sessions set stepped_up_at = now() - interval '5 minutes 1 second'
      where token_hash = sha256(convert_to(${earlier.token}, 'UTF8'))`
    expect(await refusal(earlier.token)).toMatchObject({ message: 'the password has to be entered again' })
  })

  test('is refused beyond the recorded authority: its value, its currency, its days', async () => {
    const daniel = await db.signatory('daniel')
    const beyond = { code: '42501', message: 'beyond the recorded authority' }
    expect(await refusal(daniel.token, { name: daniel.name })).toMatchObject(beyond)
    for (const change of [
      `currency = 'USD'`,
      `from_on = '2999-01-01'`,
      `to_on = '2026-01-01', from_on = '2025-01-01'`,
    ]) {
      const [kept] = await db.admin<Record<string, string>[]>`
        select currency, from_on::text, to_on::text from signing_authorities where contact_id = ${grace.contactId}`
      await db.admin.unsafe(
        `update signing_authorities set ${change} where contact_id = '${grace.contactId}'`,
      )
      expect([change, await refusal(grace.token)]).toEqual([change, expect.objectContaining(beyond)])
      await db.admin`update signing_authorities set currency = ${kept!.currency!}, from_on = ${kept!.from_on!},
        to_on = ${kept!.to_on ?? null} where contact_id = ${grace.contactId}`
    }
    expect(await refusal(grace.token)).toBeNull()
  })

  test('is refused for another customer’s submission and for one that is not there, in the same words', async () => {
    const theirs = await db.idOf.submission('SL-2602', 'Fachkonzept')
    for (const submission of [theirs, '00000000-0000-4000-8000-000000000000'])
      expect(await refusal(grace.token, { submission })).toMatchObject({
        message: 'no such submission to decide',
      })
  })

  test('is refused to a contact who was put into another customer’s project by mistake', async () => {
    const katrin = await db.signatory('katrin')
    const projectId = await db.idOf.project('HT-2601')
    await db.admin`insert into project_contacts (project_id, contact_id, role) values (${projectId}, ${katrin.contactId}, 'signatory')`
    await db.admin`insert into signing_authorities (project_id, contact_id, kind, currency, up_to_minor, from_on, evidence)
      values (${projectId}, ${katrin.contactId}, 'acceptance', 'EUR', 99999999999, '2020-01-01', '')`
    expect(await refusal(katrin.token)).toMatchObject({ message: 'no such submission to decide' })
  })

  test('is refused a second time', async () => {
    const survey = await db.idOf.submission('HT-2601', 'Site survey report')
    const [row] = await db.admin<
      { criteria: { id: string }[] }[]
    >`select criteria from submissions where id = ${survey}`
    const again = row!.criteria.map(({ id }) => ({ criterionId: id, result: 'met' }))
    expect(await refusal(grace.token, { submission: survey, results: again })).toMatchObject({
      constraint_name: 'decisions_once',
    })
  })

  test.each([
    ['reservations beside an acceptance', { reservations: [{ text: 'x' }] }],
    ['an acceptance with reservations that names none', { outcome: 'accepted-with-reservations' }],
    [
      'a reservation that nobody settles',
      {
        outcome: 'accepted-with-reservations',
        reservations: [{ text: 'x', ownerSide: 'provider', dueOn: '2999-01-01' }],
      },
    ],
    ['an invented outcome', { outcome: 'accepted-mostly' }],
    ['no outcome', { outcome: null }],
    ['a rejection without a reason', { outcome: 'rejected', reason: '  ' }],
    ['no name', { name: ' ' }],
    ['no results', { results: () => [] }],
    ['results of nothing', { results: () => null }],
    ['a criterion left out', { results: () => results.slice(1) }],
    ['a criterion twice', { results: () => [...results.slice(1), results[1]!] }],
    [
      'a criterion of somewhere else',
      { results: () => [...results.slice(1), { ...results[0]!, criterionId: crypto.randomUUID() }] },
    ],
    [
      'a criterion that is no id',
      { results: () => [...results.slice(1), { ...results[0]!, criterionId: "x' or true" }] },
    ],
    ['an invented result', { results: () => results.map((each) => ({ ...each, result: 'mostly' })) }],
    [
      'an acceptance of what is not met',
      { results: () => results.map((each) => ({ ...each, result: 'not-met' })) },
    ],
    ['a rejection of what is met', { outcome: 'rejected', reason: 'No.' }],
  ] satisfies [string, Omit<Call, 'results'> & { results?: () => Result[] | null }][])(
    'is refused with %s',
    async (_, call) => {
      const { results: made, ...rest } = call as Omit<Call, 'results'> & { results?: () => Result[] | null }
      expect(await refusal(grace.token, { ...rest, ...(made && { results: made() }) })).not.toBeNull()
    },
  )

  test('leaves nothing behind where it was refused', async () => {
    expect(await db.admin`select from decisions where submission_id = ${design}`).toEqual([])
    expect(
      await db.admin`select from criterion_results r where not exists (select from decisions d where d.id = r.decision_id)`,
    ).toEqual([])
  })
})
