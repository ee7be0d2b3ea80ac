import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { foundProject, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'

/** One plan, open in two browsers: who saves sees what the other saved, and neither loses anything. */

let browser: Browser
let desk: Page
let phone: Page

beforeAll(async () => {
  browser = await launchBrowser()
  desk = await atTheConsole(browser, 'mara')
  phone = await atTheConsole(browser, 'mara')
  const id = await foundProject(desk, { code: uniqueCode('TWO'), name: 'Planned by two' })
  for (const page of [desk, phone]) {
    await page.goto(`/projects/${id}/plan`)
    await grid(page).waitFor()
  }
  await phone.route('**/plan/edits**', async (route) => {
    await phoneWaitsFor
    await route.continue()
  })
})
afterAll(() => browser?.close())

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Tasks' })
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name })
const cell = (page: Page, name: string, column: string) =>
  row(page, name).locator(`[data-column="${column}"]`)

async function types(page: Page, name: string, column: string, text: string) {
  await cell(page, name, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function addsTask(page: Page, name: string) {
  await cell(page, 'Build the link', 'name').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()

const shows = (page: Page, name: string, column: string, text: string | RegExp) =>
  cell(page, name, column).filter({ hasText: text }).waitFor()

/** A connection on which nothing comes through until it is let go. */
let phoneWaitsFor: Promise<void> = Promise.resolve()
function holds(): () => void {
  let letGo!: () => void
  phoneWaitsFor = new Promise<void>((settle) => (letGo = settle))
  return letGo
}

/** Every row with what stands in its cells. */
async function everything(page: Page): Promise<string[]> {
  const rows = await grid(page).locator('[role="row"][aria-level]').allInnerTexts()
  return rows.map((text) => text.replace(/\s+/g, ' '))
}

describe('Two browsers in one plan', () => {
  test('see what the other saved, and keep what each did at once', async () => {
    await Promise.all([
      types(desk, 'Draw the design', 'duration', '15d'),
      types(phone, 'Build the link', 'duration', '6d'),
    ])
    await Promise.all([saved(desk), saved(phone)])
    for (const page of [desk, phone]) {
      await shows(page, 'Draw the design', 'duration', '15d')
      await shows(page, 'Build the link', 'duration', '6d')
    }
    expect(await everything(desk)).toEqual(await everything(phone))
  })

  test('both add a row at once, and both rows stay', async () => {
    const letGo = holds()
    await addsTask(phone, 'Added on the phone')
    await addsTask(desk, 'Added at the desk')
    await saved(desk)
    letGo()
    await saved(phone)
    for (const page of [desk, phone])
      for (const name of ['Added on the phone', 'Added at the desk']) await row(page, name).waitFor()
    expect(await everything(desk)).toEqual(await everything(phone))
  })

  test('name what both changed, and save the word that is chosen', async () => {
    const letGo = holds()
    await types(phone, 'Build the link', 'duration', '3d')
    await types(phone, 'Draw the design', 'name', 'Draw it twice')
    await types(desk, 'Build the link', 'duration', '9d')
    await saved(desk)
    letGo()
    const dialog = phone.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('Build the link')
    expect(await dialog.innerText()).toContain('The duration was changed to different values.')
    await dialog.getByRole('radio', { name: /^Mine/ }).check()
    await dialog.getByRole('button', { name: 'Save it so' }).click()
    await saved(phone)
    for (const page of [desk, phone]) {
      await shows(page, 'Build the link', 'duration', '3d')
      await row(page, 'Draw it twice').waitFor()
    }
    expect(await everything(desk)).toEqual(await everything(phone))
  })

  test('ask before what one removed is edited by the other, and put it back', async () => {
    const letGo = holds()
    await types(phone, 'Draw it twice', 'duration', '4d')
    await cell(desk, 'Draw it twice', 'name').click()
    await desk.keyboard.press('Delete')
    await row(desk, 'Draw it twice').waitFor({ state: 'detached' })
    await saved(desk)
    letGo()
    const dialog = phone.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('Somebody removed it while you changed it.')
    await dialog.getByRole('radio', { name: /^Mine/ }).check()
    await dialog.getByRole('button', { name: 'Save it so' }).click()
    await saved(phone)
    await shows(desk, 'Draw it twice', 'duration', '4d')
    expect(await everything(desk)).toEqual(await everything(phone))
  })

  test('save once what is sent again because the answer was lost', async () => {
    let lost = 0
    await phone.route('**/plan/edits', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost++
      const answer = await route.fetch()
      expect(answer.status()).toBe(200)
      // An answer that nobody can read is one that did not come.
      await route.fulfill({ status: 200, contentType: 'text/plain', body: '' })
    })
    await addsTask(phone, 'Sent twice')
    await saved(phone)
    expect(lost).toBe(1)
    await row(desk, 'Sent twice').waitFor()
    expect(await row(desk, 'Sent twice').count()).toBe(1)
    await phone.unroute('**/plan/edits')
  })

  test('have the same plan when it is loaded anew', async () => {
    const before = await everything(desk)
    await phone.reload()
    await grid(phone).waitFor()
    await row(phone, 'Sent twice').waitFor()
    expect(await everything(phone)).toEqual(before)
  })
})
