import { staffCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { atTheConsole } from '../src/people'

/** A quarter of hours, as the people of the story hand them in and get them back. */
let browser: Browser
let aiko: Page
let jonas: Page
beforeAll(async () => {
  browser = await launchBrowser()
  aiko = await atTheConsole(browser, 'aiko')
  jonas = await atTheConsole(browser, 'jonas')
})
afterAll(() => browser?.close())

describe('Aiko', () => {
  test('sees why a week came back, and mends it by the keys alone', async () => {
    await aiko.goto('/time')
    await aiko.getByText('Donnerstag war Schulung').waitFor()
    await aiko.getByRole('link', { name: 'Diese Woche berichtigen' }).click()
    const cell = (day: string) =>
      aiko.getByRole('textbox', { name: new RegExp(`Leitstand-Software.*${day}`) })
    await cell('Donnerstag').focus()
    await aiko.keyboard.press('Control+A')
    await aiko.keyboard.type('0')
    await aiko.keyboard.press('ArrowLeft')
    await aiko.keyboard.press('ArrowLeft')
    expect(await aiko.evaluate(() => (document.activeElement as HTMLInputElement).dataset.day)).toBe('2')
    await aiko.keyboard.press('Control+A')
    await aiko.keyboard.type('90m')
    await aiko.keyboard.press('Control+Enter')
    await aiko.waitForURL(/\/time\?week=/)
    await expect.poll(() => cell('Mittwoch').inputValue()).toBe('1:30')
    expect(await cell('Donnerstag').inputValue()).toBe('')
  })

  test('is told which hours could not be read, and loses nothing of what she typed', async () => {
    const first = aiko.getByRole('textbox', { name: /Leitstand-Software.*Montag/ })
    await first.fill('-3')
    await aiko.getByRole('button', { name: 'Stunden speichern' }).click()
    await aiko
      .getByRole('alert')
      .getByText(/Montag.*Stunden/)
      .waitFor()
    expect(await first.inputValue()).toBe('-3')
    await first.fill('25')
    await aiko.getByRole('button', { name: 'Stunden speichern' }).click()
    await aiko.getByRole('alert').waitFor()
  })

  test('hands it in again', async () => {
    await aiko.goto('/time')
    await aiko.getByRole('link', { name: 'Diese Woche berichtigen' }).click()
    await aiko.getByRole('button', { name: /^Woche einreichen: NW-2604/ }).click()
    await aiko.getByRole('button', { name: /^Woche zurücknehmen: NW-2604/ }).waitFor()
    expect(await aiko.getByText('Donnerstag war Schulung').count()).toBe(0)
  })

  test('lets a timer run, which outlives the page', async () => {
    await aiko.goto('/time')
    await aiko.getByRole('button', { name: /^Stoppuhr starten: .*Datenübernahme/ }).click()
    await aiko.getByRole('button', { name: 'Anhalten und buchen' }).waitFor()
    await aiko.goto('/time/timer')
    await aiko.getByRole('button', { name: 'Anhalten und buchen' }).click()
    await aiko.waitForURL(/\/time$/)
    await aiko
      .getByRole('listitem')
      .filter({ hasText: '0:01' })
      .filter({ hasText: 'Datenübernahme' })
      .waitFor()
  })
})

describe('Jonas', () => {
  test('looks at her week and approves it with another', async () => {
    await jonas.goto('/time/approvals')
    const boxes = jonas.getByRole('checkbox', { name: new RegExp(staffCast.aiko.name) })
    expect(await boxes.count()).toBe(2)
    await jonas
      .getByRole('link', { name: new RegExp(`von ${staffCast.aiko.name}`) })
      .first()
      .click()
    await jonas.getByRole('heading', { level: 1, name: `Woche von ${staffCast.aiko.name}` }).waitFor()
    expect(await jonas.locator('body').innerText()).not.toMatch(/€/)
    await jonas.goto('/time/approvals')
    for (const box of await boxes.all()) await box.check()
    await jonas.getByRole('button', { name: 'Ausgewählte Wochen genehmigen' }).click()
    await boxes.first().waitFor({ state: 'detached' })
  })

  test('reads how his people are used, and no rate', async () => {
    await jonas.goto('/utilisation')
    const row = jonas.getByRole('row').filter({ hasText: staffCast.tomas.name })
    expect(await row.innerText()).toMatch(/\d+:\d\d[\s\S]*%/)
    const answer = await jonas.request.get(`${inject('product').origins.console}/rates/bill`)
    expect(answer.status()).toBe(404)
  })
})
