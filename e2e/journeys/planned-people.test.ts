import { staffCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { foundProject, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'

/** Who is put on a task in the plan finds it among the own tasks, and logs time on it. */

let browser: Browser
let mara: Page
let aiko: Page
let code: string
let id: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  aiko = await atTheConsole(browser, 'aiko')
  code = uniqueCode('PUT')
  id = await foundProject(mara, { code, name: 'Planned with people' })
})
afterAll(() => browser?.close())

const cell = (name: string, column: string) =>
  mara
    .getByRole('treegrid', { name: 'Tasks' })
    .getByRole('row')
    .filter({ hasText: name })
    .locator(`[data-column="${column}"]`)

async function people(text: string) {
  // The column lies behind the timeline: the keys bring it before it.
  await cell('Draw the design', 'name').click()
  const at = () => mara.evaluate(() => (document.activeElement as HTMLElement).dataset.column)
  while ((await at()) !== 'people') {
    const was = await at()
    await mara.keyboard.press('ArrowRight')
    if ((await at()) === was) throw new Error(`there is no column behind ${was}`)
  }
  await mara.keyboard.press('F2')
  await mara.keyboard.press('Control+A')
  await mara.keyboard.press('Delete')
  await mara.keyboard.type(text)
  await mara.keyboard.press('Enter')
  const saved = mara.getByRole('status').filter({ hasText: /^Saved$/ })
  await saved.waitFor()
}
/** Of Aiko's own tasks, those of the project. */
async function tasksOfAiko() {
  await aiko.goto('/time')
  return aiko
    .getByRole('listitem')
    .filter({ hasText: code })
    .filter({ has: aiko.getByRole('link', { name: /^Zeit buchen: / }) })
}

describe('Whom a manager puts on a task in the plan', () => {
  test('finds it among the own tasks, and logs an hour on it', async () => {
    await mara.goto(`/projects/${id}/plan`)
    expect(await (await tasksOfAiko()).count()).toBe(0)
    await people(staffCast.aiko.name)
    const task = (await tasksOfAiko()).filter({ hasText: 'Draw the design' })
    await task.getByRole('link', { name: /^Zeit buchen: / }).click()
    await aiko.getByLabel('Stunden', { exact: true }).fill('1')
    await aiko.getByRole('button', { name: 'Zeit buchen' }).click()
    await task.filter({ hasText: '1:00' }).waitFor()
  })

  test('is off it again once the plan has the person no more: the hour stays', async () => {
    await people('')
    expect(await (await tasksOfAiko()).count()).toBe(0)
    const entry = aiko
      .getByRole('listitem')
      .filter({ hasText: 'Draw the design' })
      .filter({ hasText: '1:00' })
    await entry.waitFor()
  })
})
