import { readFileSync } from 'node:fs'
import { contactCast, staffCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { fillDecision, sign } from '../src/customer'
import { designSubmitted, openSubmission } from '../src/design-submitted'
import { atTheConsole, atThePortal } from '../src/people'

const { grace } = contactCast

let browser: Browser
let mara: Page
let tomas: Page
let priya: Page
let project: Awaited<ReturnType<typeof designSubmitted>>

beforeAll(async () => {
  browser = await launchBrowser()
  ;[mara, tomas, priya] = await Promise.all([
    atTheConsole(browser, 'mara'),
    atTheConsole(browser, 'tomas'),
    atTheConsole(browser, 'priya'),
  ])
  // In pounds, for which nobody has set a rate yet.
  project = await designSubmitted(mara, 'TIME', [{ ...grace, upTo: '500,000.00' }], 'GBP')
  const signatory = await atThePortal(browser, 'grace')
  await openSubmission(signatory, project.name)
  await signatory.getByRole('link', { name: 'Review and decide' }).click()
  await fillDecision(signatory, { outcome: 'accept', name: grace.name })
  await sign(signatory)
  await signatory.getByRole('heading', { level: 2, name: 'Decision', exact: true }).waitFor()
  await signatory.context().close()
})
afterAll(() => browser?.close())

describe('Tomás logs his time', () => {
  test('finds the task that Mara gave him', async () => {
    await mara.goto(`/projects/${project.projectId}/tasks/2/assignments`)
    const person = mara.getByLabel('Person')
    const label = await person.getByRole('option').filter({ hasText: staffCast.tomas.name }).textContent()
    await person.selectOption({ label: label! })
    await mara.getByLabel('Effort in hours').fill('40')
    await mara.getByRole('button', { name: 'Assign' }).click()
    await mara.waitForURL(/\/tasks\/2$/)

    await tomas.goto('/time')
    const task = tomas.getByRole('listitem').filter({ hasText: project.name })
    expect(await task.innerText()).toMatch(/Draw the design[\s\S]*0:00 h logged of 40:00 h planned/)
    await task.getByRole('link', { name: /^Log time: / }).click()
  })

  test('logs seven and a half hours on it', async () => {
    await tomas.getByRole('textbox', { name: 'Hours' }).fill('7:30')
    await tomas.getByLabel('Note').fill('Route and capacity')
    await tomas.getByRole('button', { name: 'Log time' }).click()
    const entry = tomas
      .getByRole('listitem')
      .filter({ hasText: project.name })
      .filter({ hasText: 'Route and capacity' })
    expect(await entry.innerText()).toMatch(/7:30[\s\S]*Draw the design/)
  })

  test('cannot log more hours than a day has', async () => {
    const tasks = tomas.getByLabel('Task', { exact: true })
    const mine = tasks
      .getByRole('option')
      .filter({ hasText: 'Draw the design' })
      .filter({ hasText: project.name })
    await tasks.selectOption((await mine.getAttribute('value'))!)
    await tomas.getByRole('textbox', { name: 'Hours' }).fill('20')
    await tomas.getByRole('button', { name: 'Log time' }).click()
    await tomas.getByRole('alert').getByText('more than 24 hours would be logged for that day').waitFor()
    expect(await tomas.getByRole('textbox', { name: 'Hours' }).inputValue()).toBe('20')
    // The week on the same page is another form: saved as it stands, it loses nothing.
    const week = tomas.getByRole('row').filter({ hasText: project.name })
    const cells = await week.getByRole('textbox').all()
    expect(await Promise.all(cells.map((cell) => cell.inputValue()))).toContain('7:30')
  })

  test('sees neither money nor the way to it', async () => {
    await tomas.goto(`/projects/${project.projectId}`)
    await tomas.getByRole('heading', { level: 1, name: project.name }).waitFor()
    const seen = [await tomas.locator('body').innerText()]
    await tomas.getByRole('link', { name: 'Delivery', exact: true }).click()
    await tomas.getByRole('table', { name: 'Deliverables' }).waitFor()
    seen.push(await tomas.locator('body').innerText())
    for (const text of seen) expect(text).not.toMatch(/£|margin|contract value|\brates?\b|50,000/i)
  })

  test.each(['/margins', '/margins.csv', '/rates', '/billing', '/invoices'])(
    'is told that %s is not there',
    async (path) => {
      const { origins } = inject('product')
      const answer = await tomas.request.get(origins.console + path)
      expect(answer.status()).toBe(404)
    },
  )
})

describe('Priya keeps the cost rates', () => {
  test('sees that hours have no rate, and that the margin is too good', async () => {
    await priya.goto(`/margins?q=${project.code}`)
    await priya.getByText('7:30 hours have no cost rate').waitFor()
    expect(await rowOf(priya)).toMatchObject({ Earned: '50000.00', Cost: '0.00', Margin: '50000.00' })
  })

  test('sets the missing rate', async () => {
    await priya.getByRole('link', { name: 'Add the missing rates' }).click()
    const missing = priya.getByRole('listitem').filter({ hasText: 'network engineer in projects in GBP' })
    await missing.getByRole('link', { name: 'Set this rate' }).click()
    expect(await priya.getByLabel('Job role', { exact: true }).inputValue()).toBe('network engineer')
    expect(await priya.getByLabel('Currency', { exact: true }).inputValue()).toBe('GBP')
    await priya.getByLabel('Cost of an hour').fill('96.40')
    await priya.getByRole('button', { name: 'Set rate' }).click()
    await priya.getByRole('row').filter({ hasText: '£96.40' }).first().waitFor()
    expect(await missing.count()).toBe(0)
  })

  test('cannot set a second one from the same day', async () => {
    await priya.getByLabel('Job role', { exact: true }).selectOption('network engineer')
    await priya.getByLabel('Currency', { exact: true }).selectOption('GBP')
    await priya.getByLabel('Cost of an hour').fill('99.00')
    await priya.getByRole('button', { name: 'Set rate' }).click()
    await priya
      .getByRole('alert')
      .getByText(/There is a rate from .* already/)
      .waitFor()
  })

  test('sees the cost and the margin of the project', async () => {
    await priya.goto(`/margins?q=${project.code}`)
    expect(await rowOf(priya)).toMatchObject({ Earned: '50000.00', Cost: '723.00', Margin: '49277.00' })
  })
})

describe('The table of margins', () => {
  test('sorts by a column when its header is followed, and back again', async () => {
    // By another column first: by project is how the list begins.
    await priya.goto('/margins?sort=-percent')
    const header = priya.getByRole('columnheader', { name: 'Project' })
    await header.getByRole('link').click()
    await expect.poll(() => header.getAttribute('aria-sort')).not.toBeNull()
    const direction = await header.getAttribute('aria-sort')
    const once = await projectsShown(priya)
    const ascending = [...once].sort()
    expect(once).toEqual(direction === 'ascending' ? ascending : ascending.reverse())

    await header.getByRole('link').click()
    await expect.poll(() => header.getAttribute('aria-sort')).not.toBe(direction)
    expect(await projectsShown(priya)).toEqual([...once].reverse())
  })

  test('sorts amounts within their currency, for euros and pounds do not compare', async () => {
    await priya.goto('/margins')
    const header = priya.getByRole('columnheader', { name: 'Contract value' })
    await header.getByRole('link').click()
    await expect.poll(() => header.getAttribute('aria-sort')).not.toBeNull()
    const isAscending = (await header.getAttribute('aria-sort')) === 'ascending'
    const shown = await valuesShown(priya)
    const euros = shown.filter(({ text }) => text.startsWith('€')).map(({ amount }) => amount)
    expect(euros.length).toBeGreaterThan(2)
    expect(euros).toEqual([...euros].sort((a, b) => (isAscending ? a - b : b - a)))
    expect(shown.map(({ text }) => text[0]).join('')).toMatch(/^(€+[^€]*|[^€]*€+)$/)
  })

  test('filters, and the address says how, so that it can be sent to a colleague', async () => {
    await priya.getByRole('searchbox', { name: 'Search' }).fill(project.code)
    const filters = priya.getByRole('search', { name: 'Filter margins' })
    await filters.getByLabel('Customer', { exact: true }).selectOption({ label: 'Harbour Telecom plc' })
    await priya.getByRole('button', { name: 'Apply' }).click()
    await priya.waitForURL(
      (url) => url.searchParams.get('q') === project.code && url.searchParams.has('sort'),
    )
    expect(await projectsShown(priya)).toEqual([`${project.code} ${project.name}`])

    const colleague = await priya.context().newPage()
    await colleague.goto(priya.url())
    expect(await projectsShown(colleague)).toEqual([`${project.code} ${project.name}`])
    expect(await colleague.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe(project.code)
    await colleague.close()
  })

  test.each(['/margins?sort=-percent', '/margins?sort=project&q=-260'])(
    'exports %s as it is shown',
    async (address) => {
      await priya.goto(address)
      const shown = await projectsShown(priya)
      const values = await valuesShown(priya)
      const coming = priya.waitForEvent('download')
      await priya.getByRole('link', { name: 'Export as CSV' }).click()
      const download = await coming
      expect(download.suggestedFilename()).toMatch(/^margins-\d{4}-\d\d-\d\d\.csv$/)

      const lines = readFileSync((await download.path())!, 'utf8')
        .replace(/^\ufeff/, '')
        .trim()
        .split('\r\n')
      const rows = lines.slice(1).map((line) => line.split(','))
      expect(rows.map(([code, name]) => `${code} ${name}`)).toEqual(shown)
      expect(rows.map((row) => Number(row[lines[0]!.split(',').indexOf('Contract value')]))).toEqual(
        values.map(({ amount }) => amount),
      )
    },
  )
})

describe('Mara', () => {
  test('sees the margin of her project, and nobody’s rate', async () => {
    await mara.goto(`/projects/${project.projectId}`)
    const page = await mara.getByRole('main').innerText()
    expect(page).toContain('Gross margin')
    expect(page).toContain('£49,277.00')
    expect(page).not.toContain('96.40')

    await mara.goto(`/margins?q=${project.code}`)
    expect(await rowOf(mara)).toMatchObject({ Margin: '49277.00' })
    expect(await mara.locator('body').innerText()).not.toContain('96.40')
    expect((await mara.request.get(`${inject('product').origins.console}/rates`)).status()).toBe(404)
  })

  test('does not see Jonas’s projects', async () => {
    await mara.goto('/margins')
    expect((await projectsShown(mara)).join()).not.toContain('SL-2602')
  })
})

describe('Ewan', () => {
  let ewan: Page

  test('reads the margins of all', async () => {
    ewan = await atTheConsole(browser, 'ewan')
    await ewan.getByRole('heading', { level: 1, name: 'Margins' }).waitFor()
    expect((await projectsShown(ewan)).join()).toContain('SL-2602')
    await ewan.goto(`/margins?q=${project.code}`)
    expect(await rowOf(ewan)).toMatchObject({ Margin: '49277.00' })
  })

  test('finds nothing to change', async () => {
    const { origins } = inject('product')
    // What he may read of a project is its forecasts.
    const link = ewan.getByRole('main').getByRole('link', { name: project.code })
    expect(await link.getAttribute('href')).toBe(`/projects/${project.projectId}/forecast`)
    for (const path of [
      '/rates',
      '/billing',
      '/invoices',
      '/time',
      '/projects/new',
      `/projects/${project.projectId}`,
    ])
      expect((await ewan.request.get(origins.console + path)).status(), path).toBe(404)
    const sent = await ewan.request.post(`${origins.console}/rates`, {
      headers: { Origin: origins.console },
      form: { jobRole: 'developer', currency: 'GBP', hour: '1.00', fromOn: '2026-01-01' },
    })
    expect(sent.status()).toBe(404)
  })
})

/** The only row of the table, by the headers of its columns; amounts as plain numbers. */
async function rowOf(page: Page): Promise<Record<string, string>> {
  const table = page.getByRole('table', { name: 'Margins by project' })
  const row = table.getByRole('row').filter({ hasText: project.code })
  const headers = await table.getByRole('columnheader').allInnerTexts()
  const cells = [
    await row.getByRole('rowheader').innerText(),
    ...(await row.getByRole('cell').allInnerTexts()),
  ]
  return Object.fromEntries(headers.map((header, index) => [header.trim(), plain(cells[index] ?? '')]))
}

function plain(cell: string): string {
  const amount = /[€£$] ?-?([\d,]+\.\d\d)/.exec(cell)
  return amount ? amount[1]!.replaceAll(',', '') : cell.trim()
}

async function projectsShown(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: 'Margins by project' })
  // Not the sums at its foot.
  const headers = await table.locator('tbody').getByRole('rowheader').allInnerTexts()
  // Below the project stands who manages it.
  return headers.map((text) => text.trim().split('\n')[0]!)
}

async function valuesShown(page: Page): Promise<{ text: string; amount: number }[]> {
  const table = page.getByRole('table', { name: 'Margins by project' })
  const headers = await table.getByRole('columnheader').allInnerTexts()
  const at = headers.findIndex((text) => text.includes('Contract value'))
  const rows = table.locator('tbody').getByRole('row')
  return Promise.all(
    (await rows.all()).map(async (row) => {
      const text = (await row.getByRole('cell').allInnerTexts())[at - 1]!.trim()
      return { text, amount: Number(plain(text)) }
    }),
  )
}
