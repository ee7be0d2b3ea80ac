import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  amount,
  checkbox,
  choice,
  email,
  hours,
  integer,
  list,
  localDate,
  longText,
  optional,
  password,
  shortText,
  uuid,
} from './fields'
import { parseForm } from './forms'

const contract = z.object({
  name: shortText(40),
  note: longText(200),
  signatory: email(),
  signedOn: optional(localDate()),
  value: amount('EUR', { locale: 'de' }),
  termDays: integer(0, 365),
  effort: hours(),
  workedOn: localDate({ from: '2026-01-01', to: '2026-03-31' }),
  kind: choice(['fixed-price', 'retainer']),
  isUrgent: checkbox(),
  releases: list(uuid(), 3),
  milestones: list(z.strictObject({ name: shortText(20), share: integer(0, 100) }), 5),
})

const good: [string, string][] = [
  ['name', '  Website relaunch '],
  ['note', 'First line\r\nשלום עולם'],
  ['signatory', 'Ada@Harbour.example'],
  ['signedOn', ''],
  ['value', '12.500,50'],
  ['termDays', '30'],
  ['effort', '1:30'],
  ['workedOn', '2026-03-31'],
  ['kind', 'fixed-price'],
  ['releases', '0f8fad5b-d9cb-469f-a165-70867728950e'],
  ['releases', '7C9E6679-7425-40DE-944B-E07FC1F90AE7'],
  ['milestones.0.name', 'Design'],
  ['milestones.0.share', '40'],
  ['milestones.1.name', 'Launch'],
  ['milestones.1.share', '60'],
]

function form(changes: Record<string, string | null> = {}, more: [string, string | Blob][] = []): FormData {
  const data = new FormData()
  for (const [name, value] of good) {
    const changed = name in changes ? changes[name] : value
    if (typeof changed === 'string') data.append(name, changed)
  }
  for (const [name, value] of more) data.append(name, value)
  return data
}

async function errorsOf(changes: Record<string, string | null>, more: [string, string | Blob][] = []) {
  const parsed = await parseForm(form(changes, more), contract)
  return parsed.ok ? null : parsed.errors
}

describe('a form', () => {
  test('is read as its schema says', async () => {
    expect(await parseForm(form(), contract)).toMatchObject({
      ok: true,
      value: {
        name: 'Website relaunch',
        note: 'First line\nשלום עולם',
        signatory: 'ada@harbour.example',
        signedOn: null,
        value: 1_250_050n,
        termDays: 30,
        effort: 90,
        workedOn: '2026-03-31',
        kind: 'fixed-price',
        isUrgent: false,
        releases: ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'],
        milestones: [
          { name: 'Design', share: 40 },
          { name: 'Launch', share: 60 },
        ],
      },
    })
  })

  test.each<[string, string | null, string]>([
    ['name', null, 'required'],
    ['name', '   ', 'required'],
    ['name', 'x'.repeat(10_000), 'too-long'],
    ['name', 'a\u0000b', 'control-characters'],
    ['name', 'two\nlines', 'control-characters'],
    ['name', 'pay\u200bpal', 'hidden-characters'],
    ['name', 'pay\u200dpal', 'hidden-characters'],
    ['name', '\ufeff\u2060x', 'hidden-characters'],
    ['name', 'gpj.\u202eexe', 'direction-override'],
    ['name', '\u2066x\u2069', 'direction-override'],
    ['name', 'broken \ufffd', 'not-text'],
    ['note', 'x\u0000', 'control-characters'],
    ['note', 'a \u202e b', 'direction-override'],
    ['note', 'x'.repeat(201), 'too-long'],
    ['signatory', 'ada', 'not-an-email'],
    ['signatory', 'ada@harbour.example\nBcc: eve@evil.example', 'not-an-email'],
    ['signatory', '"x" <ada@harbour.example>', 'not-an-email'],
    ['signedOn', '2026-02-31', 'not-a-date'],
    ['signedOn', '31.3.2026', 'not-a-date'],
    ['value', '', 'required'],
    ['value', '-5', 'not-an-amount'],
    ['value', '1e9', 'not-an-amount'],
    ['value', '12.500,505', 'not-an-amount'],
    ['value', '0', 'amount-too-small'],
    ['value', '9'.repeat(13), 'amount-too-large'],
    ['value', '9'.repeat(40), 'not-an-amount'],
    ['termDays', '1.5', 'not-a-whole-number'],
    ['termDays', '٣', 'not-a-whole-number'],
    ['termDays', '0x10', 'not-a-whole-number'],
    ['termDays', '-1', 'too-small'],
    ['termDays', '366', 'too-large'],
    ['effort', ' ', 'required'],
    ['workedOn', '2025-12-31', 'too-long-ago'],
    ['workedOn', '2026-04-01', 'still-to-come'],
    ['effort', '25:00', 'not-hours'],
    ['effort', '-1', 'not-hours'],
    ['kind', 'gift', 'not-a-choice'],
    ['kind', null, 'required'],
    ['releases', 'x', 'not-an-id'],
    ['milestones.1.share', '101', 'too-large'],
    ['milestones.1.name', null, 'required'],
  ])('refuses %s = %j: %s', async (field, value, why) => {
    const errors = await errorsOf({ [field]: value })
    expect(errors).toEqual(field === 'releases' ? { 'releases.0': why, 'releases.1': why } : { [field]: why })
  })

  test.each<[string, [string, string | Blob][], Record<string, string>]>([
    ['a field more', [['role', 'admin']], { form: 'unknown-field' }],
    ['a field more in a row', [['milestones.0.paid', 'yes']], { form: 'unknown-field' }],
    ['a prototype', [['__proto__.isAdmin', '1']], { form: 'unknown-field' }],
    ['a constructor', [['constructor', '1']], { form: 'unknown-field' }],
    ['a field twice', [['name', 'other']], { name: 'repeated' }],
    ['a field as a row', [['name.first', 'x']], { 'name.first': 'repeated' }],
    ['a row far away', [['milestones.999.name', 'x']], { 'milestones.999.name': 'repeated' }],
    ['a length', [['milestones.length', '7']], { 'milestones.length': 'repeated' }],
    ['a ticked box with another value', [['isUrgent', 'yes']], { isUrgent: 'not-a-choice' }],
    ['too many', Array.from({ length: 3000 }, (_, each) => [`x${each}`, '1']), { form: 'too-many' }],
  ])('refuses %s', async (_name, more, errors) => {
    expect(await errorsOf({}, more)).toMatchObject(errors)
  })

  test('refuses a file where text belongs, and a list longer than its schema', async () => {
    expect(await errorsOf({ name: null }, [['name', new Blob(['x'])]])).toEqual({ name: 'not-text' })
    const rows = Array.from(
      { length: 2 },
      () => ['releases', '0f8fad5b-d9cb-469f-a165-70867728950e'] as [string, string],
    )
    expect(await errorsOf({}, rows)).toEqual({ releases: 'too-many' })
  })

  test('takes right-to-left names, joiners that spell and emoji that are glued', async () => {
    for (const name of ['محمد بن سلمان', 'می‌خواهم', 'क्‍ष', 'Team 👩‍💻', 'Zoë Łukasz'])
      expect(await errorsOf({ name })).toBeNull()
  })

  test('gives back what was typed, except passwords', async () => {
    const signIn = z.object({ email: email(), password: password() })
    const data = new FormData()
    data.append('email', 'ada')
    data.append('password', ' secret ')
    expect(await parseForm(data, signIn)).toEqual({
      ok: false,
      errors: { email: 'not-an-email' },
      values: { email: 'ada' },
    })
  })

  test('is a 400 when the body is none, a 413 when it is too large', async () => {
    const post = (body: string, headers: Record<string, string>) =>
      parseForm(new Request('http://localhost/', { method: 'POST', body, headers }), contract)
    await expect(post('{}', { 'Content-Type': 'application/json' })).rejects.toMatchObject({ status: 400 })
    await expect(post('x', { 'Content-Type': 'multipart/form-data; boundary=b' })).rejects.toMatchObject({
      status: 400,
    })
    await expect(
      post('a=1', { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '2000000' }),
    ).rejects.toMatchObject({ status: 413 })
  })
})

describe('rows of a form', () => {
  const order = z.object({ items: list(z.strictObject({ name: shortText(10), kind: shortText(10) }), 3) })
  const sent = (entries: [string, string][]) => {
    const form = new FormData()
    for (const [name, value] of entries) form.append(name, value)
    return parseForm(form, order, { rows: { items: ['name'] } })
  }

  test('are dropped where nobody filled them, and what remains is numbered anew', async () => {
    const parsed = await sent([
      ['items.0.name', ' '],
      ['items.0.kind', 'a'],
      ['items.300.name', 'Roof'],
      ['items.300.kind', 'b'],
    ])
    expect(parsed).toMatchObject({ ok: true, value: { items: [{ name: 'Roof', kind: 'b' }] } })
    expect(parsed.values).toEqual({ 'items.0.name': 'Roof', 'items.0.kind': 'b' })
  })

  test('name their errors by the new number', async () => {
    const parsed = await sent([
      ['items.7.name', 'A roof that is too long'],
      ['items.7.kind', 'b'],
    ])
    expect(parsed).toMatchObject({ ok: false, errors: { 'items.0.name': 'too-long' } })
  })
})
