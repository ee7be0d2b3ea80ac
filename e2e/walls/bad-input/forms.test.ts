import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import portalTable from '../../../apps/portal/app/routes'
import consoleTable from '../../../apps/console/app/routes'
import { startRunningProduct, type RunningProduct } from '../../src/running-product'
import { multipart, type Answer, type Fields } from '../ask'
import { untilIdle, whatIsKept } from '../kept'
import { routesOf } from '../route-table'
import { administrator } from '../visitors'
import { badValuesFor, oddButRight } from './bad-values'
import { bodyOf, forms, type Ready, type Scene } from './forms'

// A product of its own: each form is at last sent as it should be, and that stays.
let product: RunningProduct
let scene: Scene

beforeAll(async () => {
  product = await startRunningProduct({ SIGN_IN_POSTS_PER_QUARTER_HOUR: '1000' })
  scene = { product, sql: administrator(product.adminUrl) }
  await untilIdle(scene.sql)
})
afterAll(async () => {
  await scene.sql.end()
  await product.stop()
})

test('every form of both apps is tried', () => {
  const withAction = [...routesOf('portal', portalTable), ...routesOf('console', consoleTable)].filter(
    // What a workspace sends is JSON: plan-edits.test.ts has it.
    ({ id, hasAction }) => hasAction && !/absent|sign-out|sign-in-link|plan-edits/.test(id),
  )
  expect(forms.filter(({ isFurther }) => !isFurther)).toHaveLength(withAction.length)
})

describe.each(forms)('$name', ({ fields, ready }) => {
  let form: Ready
  const send = (values: Fields) => form.by.send(form.at, bodyOf(form, values))

  beforeAll(async () => {
    form = await ready(scene)
    // What it took to stand ready may have mails to send.
    await untilIdle(scene.sql)
  })

  test('is refused with a sentence, and nothing of it stored, when a field holds what it cannot mean', async () => {
    const before = await whatIsKept(scene.sql)
    for (const [name, kind] of Object.entries(fields)) {
      for (const [what, value] of badValuesFor(kind)) {
        // A row that is empty is no row.
        if (value.trim() === '' && /\.0\./.test(name)) continue
        expectRefused(await send({ ...form.good, [name]: value }), `${name}: ${what}`)
        await forgetGuesses()
      }
      const { [name]: _, ...others } = form.good
      if (!kind.endsWith('?') && kind !== 'box' && !/\.0\./.test(name))
        expectRefused(await send(others), `without ${name}`)
      if (name !== 'milestone')
        expectRefused(
          await send({ ...form.good, [name]: [form.good[name] as string, 'more'] }),
          `${name} twice`,
        )
      expectRefused(await send({ ...form.good, [`${name}.deeper`]: 'x' }), `${name} as an object`)
      await forgetGuesses()
    }
    expect(await whatIsKept(scene.sql)).toEqual(before)
  })

  test('is refused with fields that it does not have', async () => {
    const before = await whatIsKept(scene.sql)
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`x${number}`, 'y']))
    const extras: Fields[] = [
      { 'role.admin': 'admin', isAdmin: 'true' },
      { __proto__x: '1', 'constructor.prototype.admin': '1' },
      { ['__proto__']: '1' },
      { projectId: '00000000-0000-4000-8000-000000000000' },
      { '': 'nameless' },
      { 'a b[c]': 'strange' },
      many,
      ...('role' in form.good ? [] : [{ role: 'admin' }]),
    ]
    for (const extra of extras)
      expectRefused(await send({ ...form.good, ...extra }), `with ${Object.keys(extra)[0]}`)
    expect(await whatIsKept(scene.sql)).toEqual(before)
  })

  test('is refused when it is no form at all, or only a part of one', async () => {
    const before = await whatIsKept(scene.sql)
    const whole = multipart(form.good, form.files ?? []).body
    const bodies = {
      JSON: { type: 'application/json', body: JSON.stringify(form.good) },
      'text/plain': { type: 'text/plain', body: 'name=value' },
      'no type': { type: '', body: 'name=value' },
      'multipart without a boundary': { type: 'multipart/form-data', body: whole },
      'multipart that breaks off': {
        type: multipart({}, []).type,
        body: whole.subarray(0, whole.length - 20),
      },
      'multipart of nonsense': { type: multipart({}, []).type, body: '------walls\r\nContent-Disp' },
    }
    for (const [what, { type, body }] of Object.entries(bodies))
      expectRefused(await form.by.send(form.at, { type, body: Buffer.from(body) }), what)
    const file = {
      field: Object.keys(fields)[0] ?? 'password',
      name: 'x.txt',
      type: 'text/plain',
      content: 'a file',
    }
    const { [file.field]: _, ...others } = form.good
    expectRefused(await form.by.send(form.at, multipart(others, [file])), 'a file where text belongs')
    expect(await whatIsKept(scene.sql)).toEqual(before)
  })

  test('is taken as it should be: what was refused above was refused for its own sake', async () => {
    await forgetGuesses()
    const { status, text } = await send(form.good)
    expect(status, alertOf(text)).toBe(form.answers ?? 302)
    await untilIdle(scene.sql)
  })
})

describe('names and prose of any language', () => {
  test.each(oddButRight.line)('may be a customer’s name: %s', async (name) => {
    const form = await forms.find((each) => each.name === 'a new customer')!.ready(scene)
    expect((await form.by.post(form.at, { ...form.good, name })).status).toBe(302)
    expect((await form.by.get('/customers')).text).toContain(name.replaceAll("'", '&#x27;'))
  })

  test.each(oddButRight.prose)('may be a note: %j', async (text) => {
    const form = await forms.find((each) => each.name === 'a note')!.ready(scene)
    expect((await form.by.post(form.at, { text })).status).toBe(302)
    const page = await form.by.get(form.at)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script>alert(1)')
  })
})

describe('days and amounts at the edge of what can be written', () => {
  test.each([
    { field: 'constraintOn', value: '9999-12-31' },
    { field: 'constraintOn', value: '0001-01-01' },
    { field: 'deadline', value: '1970-01-01' },
    { field: 'deadline', value: '2199-12-31' },
    { field: 'duration', value: '100000' },
  ])('$field $value of a task breaks no page', async ({ field, value }) => {
    const form = await forms.find((each) => each.name === 'a task')!.ready(scene)
    const { status } = await form.by.post(form.at, { ...form.good, [field]: value })
    expect(status).toBeLessThan(500)
    const project = form.at.split('/tasks/')[0]!
    for (const page of ['', '/plan', '/publish', '/tasks/1'])
      expect((await form.by.get(project + page)).status, page).toBe(200)
    expect((await form.by.post(form.at, form.good)).status).toBe(302)
  })
})

/** A 4xx with a sentence that somebody can read; the lists of the wall name the value that got through. */
function expectRefused({ status, text, headers }: Answer, what: string): void {
  const isRefused = status >= 400 && status < 500
  expect.soft(isRefused ? 'refused' : `answered with ${status}`, what).toBe('refused')
  const isPage = String(headers['content-type']).startsWith('text/html')
  const said = isPage ? alertOf(text) : text
  if (isRefused) expect.soft(said, `${what} is told why`).toMatch(/\p{L}[\p{L}\p{P}\d ]{12,}/u)
}

/** What the page says of the form: its alert, or for what was no form the error page’s words. */
function alertOf(html: string): string {
  const [, alert] =
    /role="(?:alert|status)"[^>]*>([\s\S]*?)<\/div>/.exec(html) ??
    /<main[^>]*>([\s\S]*?)<\/main>/.exec(html) ??
    []
  return (alert ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Wrong passwords close an account after ten; that wall has its own tests. */
async function forgetGuesses(): Promise<void> {
  await scene.sql`delete from public.sign_in_attempts`
  await pause(0)
}
