import { paper } from '@countersign/story/paper'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { atTheConsole } from '../src/people'

/** What finance does in a month, from a receipt to the closed books; four eyes on the invoice. */
const what = `Crane survey ${Date.now().toString(36)}`

let browser: Browser
let tomas: Page
let jonas: Page
let priya: Page
let noor: Page
let draft: string
let invoice: string
let number: string

beforeAll(async () => {
  browser = await launchBrowser()
  tomas = await atTheConsole(browser, 'tomas')
  jonas = await atTheConsole(browser, 'jonas')
  priya = await atTheConsole(browser, 'priya')
  noor = await atTheConsole(browser, 'noor')
})
afterAll(() => browser?.close())

describe('An expense', () => {
  let waited: number

  test('is handed in with its receipt', async () => {
    waited = await waiting(jonas, 'Auslagen')
    await tomas.goto('/expenses/new')
    const buffer = await paper('Receipt', ['Hotel in Kiel, one night'], new Date())
    await tomas
      .getByLabel('Or choose a file')
      .setInputFiles({ name: 'receipt.pdf', mimeType: 'application/pdf', buffer })
    const task = tomas.getByLabel('Project and task')
    const option = task.getByRole('option').filter({ hasText: 'Anbindung der Krane' })
    await task.selectOption((await option.first().getAttribute('value'))!)
    await tomas.getByLabel('What for').fill(what)
    await tomas.getByLabel('Category').selectOption('accommodation')
    await tomas.getByLabel('Amount paid, tax included').fill('119.00')
    await tomas.getByLabel('Tax in it').fill('19.00')
    await tomas.getByLabel('The customer pays for it').check()
    await tomas.getByRole('button', { name: 'Save' }).click()
    await tomas.getByRole('button', { name: 'Hand in' }).click()
    await tomas.getByText('To approve').first().waitFor()
  })

  test('is counted in the menu of who approves it, until he has', async () => {
    expect(await waiting(jonas, 'Auslagen')).toBe(waited + 1)
    await jonas.goto('/expenses?show=waiting')
    await jonas.getByRole('link', { name: what }).click()
    await jonas.getByRole('button', { name: 'Genehmigen' }).click()
    await jonas.getByRole('main').getByText('Genehmigt', { exact: true }).first().waitFor()
    expect(await waiting(jonas, 'Auslagen')).toBe(waited)
  })
})

describe('An invoice', () => {
  test('bills it and nothing else, as a draft', async () => {
    await priya.goto('/billing')
    const project = priya.getByRole('article').filter({ hasText: what })
    for (const box of await project.getByRole('checkbox').all())
      if (await box.isChecked()) await box.uncheck()
    await project.getByRole('checkbox', { name: new RegExp(what) }).check()
    await project.getByRole('button', { name: 'Make a draft' }).click()
    await priya.waitForURL(/\/billing\/drafts\/[0-9a-f-]{36}$/)
    draft = new URL(priya.url()).pathname
    expect(await priya.getByRole('main').innerText()).toContain('€119.00')
  })

  test('waits for the second person that was asked, and cannot be issued meanwhile', async () => {
    await priya.getByRole('link', { name: 'Review', exact: true }).click()
    await priya.getByRole('button', { name: 'Ask for review' }).click()
    await priya.waitForURL((url) => url.pathname === draft)
    await priya.goto(`${draft}/issue`)
    await priya.getByText('A second person looks this draft through').waitFor()
    expect(await priya.getByRole('button', { name: /^Issue invoice/ }).count()).toBe(0)
    await priya.goto(`${draft}/review`)
    await priya.getByText('You wrote this draft').waitFor()
  })

  test('is looked through by Noor, whose menu says that it waits', async () => {
    const waited = await waiting(noor, 'Abrechnung')
    expect(waited).toBeGreaterThan(0)
    await noor.goto(`${draft}/review`)
    await noor.getByLabel('Freigeben').check()
    await noor.getByRole('button', { name: 'Entscheidung speichern' }).click()
    await noor.waitForURL((url) => url.pathname === draft)
    expect(await waiting(noor, 'Abrechnung')).toBe(waited - 1)
  })

  test('is issued then, and paid in part', async () => {
    await priya.goto(`${draft}/issue`)
    await priya.getByRole('button', { name: /^Issue invoice/ }).click()
    await priya.waitForURL(/\/invoices\/[0-9a-f-]{36}$/)
    invoice = new URL(priya.url()).pathname
    number = (await priya.getByRole('heading', { level: 1 }).innerText()).replace('Invoice ', '')
    await priya.goto(`${invoice}/payments`)
    await priya.getByLabel('Amount received').fill('19.00')
    await priya.getByRole('button', { name: 'Record payment' }).click()
    await priya.waitForURL((url) => url.pathname === invoice)
    expect(await priya.getByRole('main').innerText()).toContain('€100.00')
  })

  test('says when a reminder would go out', async () => {
    await priya.goto(`${invoice}/dunning`)
    const next = priya.getByRole('term').filter({ hasText: 'Next reminder' }).locator('xpath=..')
    expect(await next.innerText()).toMatch(/Level 1, from \d{1,2} \w+ \d{4}/)
  })

  test('is reminded of no more while dunning is paused, for a reason that the customer never reads', async () => {
    await priya.getByLabel('Why it is paused').fill('A promise to pay by Friday.')
    await priya.getByRole('button', { name: 'Pause dunning' }).click()
    await priya.waitForURL((url) => url.pathname === invoice)
    await priya.getByRole('status').getByText('Dunning is paused: no reminder goes out.').waitFor()
    await noor.goto(`${invoice}/dunning`)
    await noor.getByText('A promise to pay by Friday.').waitFor()
    await noor.getByText('Keine, solange sie ausgesetzt ist.').waitFor()
    await noor.getByRole('button', { name: 'Mahnen wieder aufnehmen' }).click()
    await noor.waitForURL((url) => url.pathname === invoice)
    await priya.goto(`${invoice}/dunning`)
    await priya.getByText(/Level 1, from/).waitFor()
  })

  test('is written off in part, by no more than is open, and says so', async () => {
    await priya.goto(`${invoice}/write-off`)
    await priya.getByLabel('Amount, gross').fill('100.01')
    await priya.getByLabel('Reason').fill('Settled for less.')
    await priya.getByRole('button', { name: 'Write off' }).click()
    await priya.getByText('At most what is open can be written off.').first().waitFor()
    expect(await priya.getByLabel('Reason').inputValue()).toBe('Settled for less.')
    await priya.getByLabel('Amount, gross').fill('40.00')
    await priya.getByRole('button', { name: 'Write off' }).click()
    await priya.waitForURL((url) => url.pathname === invoice)
    await priya.getByRole('status').getByText('It is written off.').waitFor()
    const told = await priya.getByRole('main').innerText()
    expect(told).toMatch(/Written off\s+€40\.00/)
    expect(told).toMatch(/Open\s+€60\.00/)
    expect(told).toMatch(/Settled for less\.\s+-€40\.00/)
  })

  test('ages with all that is open, in figures that the drawing says in words', async () => {
    await priya.goto('/ageing')
    const drawing = priya.getByRole('figure').filter({ hasText: 'Open in EUR, by age' })
    expect(await drawing.innerText()).toMatch(/Not due\s+€[\d,.]+\s+1–30 days\s+€[\d,.]+/)
  })
})

describe('What changed', () => {
  test('is told in words, without a number of the machine', async () => {
    await priya.goto('/changes?noun=invoice_payments')
    const row = priya.getByRole('row').filter({ hasText: number })
    await row.getByText(/^Recorded, /).click()
    const told = await row.innerText()
    expect(told).toMatch(/Amount\s+€19\.00/)
    expect(told).toMatch(/Recorded by\s+Priya Nair/)
    await priya.goto('/changes')
    await priya.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))
    const all = await priya.getByRole('table').innerText()
    expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\b[a-z]+_(minor|id|at|by|on)\b/)
  })
})

describe('How people are used', () => {
  test('is drawn against the target of each', async () => {
    await priya.goto('/utilisation')
    const bar = priya.getByRole('listitem').filter({ hasText: 'Tomás Rey' })
    expect(await bar.innerText()).toMatch(/\d%, target \d+%/)
  })
})

describe('A month', () => {
  test('says that it is being closed, and takes no second press meanwhile', async () => {
    await priya.goto('/closing')
    await priya.getByRole('link', { name: 'Check' }).click()
    await priya.getByText('Nothing stands in the way.').waitFor()
    const sent: string[] = []
    // Sent and never answered: the page stays, as it does while the server is at it.
    await priya.route('**/closing/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      sent.push(route.request().url())
      await route.abort('aborted')
    })
    const close = priya.getByRole('button', { name: /^Close / })
    await close.click()
    await priya.getByRole('status').getByText('The month is being closed').waitFor()
    await close.press('Enter')
    await close.click({ force: true })
    expect(sent).toHaveLength(1)
    await priya.unrouteAll()
  })

  test('is closed once nothing hinders it, and opened again with a reason', async () => {
    await priya.goto('/closing')
    await priya.getByRole('link', { name: 'Check' }).click()
    await priya.getByText('Nothing stands in the way.').waitFor()
    const month = new URL(priya.url()).pathname
    await priya.getByRole('button', { name: /^Close / }).click()
    await priya.getByRole('heading', { level: 1, name: /^Report of / }).waitFor()

    await priya.goto('/closing')
    await priya.getByRole('link', { name: 'Check' }).click()
    await priya.getByText('This month cannot be closed yet').waitFor()
    const remedy = priya.getByRole('link', { name: /^See them: Hours that nobody approved/ }).first()
    await remedy.click()
    await priya.waitForURL(/\/projects\/[0-9a-f-]{36}\/entries/)

    await priya.goto(`${month}/reopening`)
    await priya.getByLabel('Reason').fill('The auditor asked for one correction.')
    await priya.getByRole('button', { name: 'Open the month' }).click()
    await priya.waitForURL((url) => url.pathname === month)
    await priya.getByRole('button', { name: /^Close / }).waitFor()
  })
})

/** The number beside a place in the menu; none is zero. */
async function waiting(page: Page, place: string): Promise<number> {
  await page.goto('/alerts')
  const link = page.locator('.cs-bar-nav').getByRole('link', { name: new RegExp(`^${place}( \\d+)?$`) })
  return Number(/\d+$/.exec(await link.innerText())?.[0] ?? 0)
}
