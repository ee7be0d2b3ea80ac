import type { StoryTask } from '@countersign/story/plan-file'
import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../src/axe'
import { launchBrowser, viewports } from '../src/browser'
import { foundProject, planUpload, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'
import { storedPlan } from '../src/stored-plan'

/** Mara plans an imported plan of a thousand tasks anew, with a mouse, and on the way with a finger. */

let browser: Browser
let mara: Page
let project: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  const name = 'A thousand tasks'
  project = await foundProject(mara, { code: uniqueCode('TH'), name, plan: planUpload(name, thousand) })
  await open(mara)
})
afterAll(() => browser?.close())

/** Fifty packages of nineteen steps, one after the other; from the sixth on each waits for the one five before. */
const thousand: StoryTask[] = Array.from({ length: 50 }, (_, at) => at + 1).flatMap((number) => [
  { name: `Package ${number}`, level: 1 },
  ...Array.from({ length: 19 }, (_, at) => at + 1).map((step) => ({
    name: `Step ${number}.${step}`,
    level: 2,
    days: 1 + ((number + step) % 6),
    after: step > 1 ? [`Step ${number}.${step - 1}`] : number > 5 ? [`Step ${number - 5}.19`] : [],
  })),
])

async function open(page: Page) {
  await page.goto(`/projects/${project}/plan`)
  await grid(page).waitFor()
}

const grid = (page = mara) => page.getByRole('treegrid', { name: 'Tasks' })
const exactly = (name: string) => new RegExp(`^${name.replaceAll('.', '\\.')}$`)
const row = (name: string) =>
  grid()
    .getByRole('row')
    .filter({ has: mara.locator('.cw-name-text', { hasText: exactly(name) }) })
const cell = (name: string, column: string) => row(name).locator(`[data-column="${column}"]`)
const tool = (name: string, page = mara) => page.getByRole('button', { name: new RegExp(`^${name}`) })
const drawing = (page = mara) => page.getByRole('application', { name: /^Timeline/ })
const bar = (name: string, page = mara) =>
  drawing(page).getByRole('button', { name: new RegExp(`^${name.replaceAll('.', '\\.')},`) })
const said = (name: string) => bar(name).getAttribute('aria-label')
const saved = (page = mara) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()

async function search(name: string, page = mara) {
  await page.getByLabel('Search the tasks').fill(name)
  await page.getByLabel('Search the tasks').press('Enter')
}

async function retype(name: string, column: string, text: string) {
  await cell(name, column).dblclick()
  await mara.keyboard.type(text)
  await mara.keyboard.press('Enter')
}

type Point = { x: number; y: number }
async function middleOf(what: Locator): Promise<Point> {
  const { x, y, width, height } = (await what.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}
async function startOf(what: Locator): Promise<Point> {
  const { x, y, height } = (await what.boundingBox())!
  return { x: x + 6, y: y + height / 2 }
}

async function drag(from: Point, to: Point) {
  await mara.mouse.move(from.x, from.y)
  await mara.mouse.down()
  for (let step = 1; step <= 8; step++)
    await mara.mouse.move(from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8)
  await mara.mouse.up()
}

/** The task's bar in sight, and at a scale at which a day is wide enough to be taken hold of. */
async function show(name: string, page = mara) {
  await search(name, page)
  await tool('Go to the task', page).click()
  await bar(name, page).waitFor()
}

async function stored(name: string) {
  return (await storedPlan(project)).tasks.find((task) => task.name === name)!
}

describe('A plan of a thousand tasks, by mouse,', () => {
  test('has a bar moved, and what waits for it follows', async () => {
    await show('Step 2.3')
    const before = await said('Step 2.4')
    const from = await middleOf(bar('Step 2.3'))
    await drag(from, { x: from.x + 120, y: from.y })
    await saved()
    expect(await said('Step 2.4')).not.toBe(before)
    expect((await stored('Step 2.4')).starts >= (await stored('Step 2.3')).finishes).toBe(true)
  })

  test('has a bar made longer by its end, and its progress drawn', async () => {
    await show('Step 3.2')
    const { minutes } = await stored('Step 3.2')
    const { x, y, width, height } = (await bar('Step 3.2').boundingBox())!
    const end = { x: x + width - 5, y: y + height / 2 }
    await drag(end, { x: end.x + 90, y: end.y })
    await saved()
    expect((await stored('Step 3.2')).minutes).toBeGreaterThan(minutes)

    await mara.mouse.move(x + 8, end.y)
    const grip = await middleOf(drawing().locator('.cn-tl-progress'))
    await drag(grip, { x: grip.x + width / 2, y: grip.y })
    await saved()
    expect((await stored('Step 3.2')).percent).toBeGreaterThan(0)
  })

  test('has a link drawn out of the end of one bar into another', async () => {
    await show('Step 4.1')
    await bar('Step 4.1').hover()
    const dot = await middleOf(drawing().locator('.cn-tl-dot').last())
    await drag(dot, await startOf(bar('Step 4.4')))
    await saved()
    expect((await storedPlan(project)).links).toContain('Step 4.1 → Step 4.4 FS 0')
  })

  test('says in sight why a link cannot be drawn, and draws none', async () => {
    const { links } = await storedPlan(project)
    await bar('Step 4.4').hover()
    const dot = await middleOf(drawing().locator('.cn-tl-dot').last())
    await drag(dot, await startOf(bar('Step 4.1')))
    const sentence = mara.getByRole('status').filter({ hasText: 'wait for each other in a circle' })
    await sentence.waitFor()
    await cell('Step 4.1', 'name').click()
    await sentence.waitFor({ state: 'detached' })
    expect((await storedPlan(project)).links).toEqual(links)
  })

  test('has a step made longer where it is written, and says why the next one is where it is', async () => {
    await search('Step 10.5')
    await retype('Step 10.5', 'duration', '4w')
    await saved()
    expect((await stored('Step 10.5')).minutes).toBe(20 * 480)
    await cell('Step 10.6', 'name').click()
    await tool('Details of the task').click()
    const details = mara.getByRole('complementary', { name: 'Details' })
    const why = details.getByRole('link', { name: /Step 10\.5$/ }).first()
    expect(await details.innerText()).toMatch(/Why is this date\?\s+It starts when .*Step 10\.5 finishes\./)
    await details.getByLabel(/Kind of link with .*Step 10\.5/).selectOption('SS')
    await saved()
    expect((await storedPlan(project)).links).toContain('Step 10.5 → Step 10.6 SS 0')
    await why.waitFor()
    await tool('Undo').click()
    await saved()
    expect((await storedPlan(project)).links).toContain('Step 10.5 → Step 10.6 FS 0')
    await tool('Close the details').click()
  })

  test('has a whole package moved', async () => {
    await search('Package 20')
    await cell('Package 20', 'name').click()
    await tool('Move up').click()
    await saved()
    const order = (await storedPlan(project)).tasks.map(({ name }) => name)
    expect(order.indexOf('Package 20')).toBeLessThan(order.indexOf('Package 19'))
    expect(order[order.indexOf('Package 20') + 19]).toBe('Step 20.19')
  })

  test('says of a row that waits for the one above why it cannot become a part of that', async () => {
    await cell('Step 20.2', 'name').click()
    await tool('Indent').click()
    expect(await row('Step 20.2').getByRole('alert').innerText()).toContain('wait for each other in a circle')
    await cell('Step 20.3', 'name').click()
    expect((await stored('Step 20.2')).level).toBe(2)
  })

  test('has a row put in, indented and outdented, linked with its neighbours and given to somebody', async () => {
    await search('Step 30.4')
    await tool('New row above').click()
    await mara.keyboard.type('Wait for the weather')
    await mara.keyboard.press('Enter')
    await cell('Wait for the weather', 'name').click()
    await tool('Indent').click()
    await saved()
    expect((await stored('Wait for the weather')).level).toBe(3)
    await tool('Outdent').click()
    await saved()
    expect((await stored('Wait for the weather')).level).toBe(2)
    await retype('Wait for the weather', 'duration', '3d')
    await cell('Step 30.3', 'name').click()
    await cell('Step 30.4', 'name').click({ modifiers: ['Shift'] })
    await tool('Link the chosen rows').click()
    // More of the table, to reach the people.
    const { x, width } = (await mara.getByRole('separator', { name: 'Width of the table' }).boundingBox())!
    const { y } = await middleOf(cell('Wait for the weather', 'name'))
    await drag({ x: x + width / 2, y }, { x: x + 300, y })
    await retype('Wait for the weather', 'people', 'Weather desk')
    await saved()
    const { links, people } = await storedPlan(project)
    expect(links).toContain('Step 30.3 → Wait for the weather FS 0')
    expect(links).toContain('Wait for the weather → Step 30.4 FS 0')
    expect(people).toEqual(['Wait for the weather: Weather desk'])
  })

  test('is filtered and put into groups, and a block pasted there goes into the rows in sight alone', async () => {
    await mara.getByLabel('Show tasks').selectOption({ label: 'Weather desk' })
    expect(await grid().getAttribute('aria-rowcount')).toBe('3')
    await mara.getByLabel('Show tasks').selectOption('all')
    await mara.getByLabel('Group the tasks').selectOption({ label: 'By critical or not' })
    await grid().hover()
    await mara.mouse.wheel(0, -100_000)
    await grid()
      .locator('.cw-group')
      .filter({ hasText: /^Critical/ })
      .waitFor()
    const shown = await grid().locator('.cw-row:not(.cw-group, .cw-head-row) .cw-name-text').allInnerTexts()
    await cell(shown[0]!, 'name').click()
    await mara.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Renamed one\nRenamed two')
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await saved()
    const names = (await storedPlan(project)).tasks.map(({ name }) => name)
    expect(names).not.toContain(shown[0])
    expect(names).not.toContain(shown[1])
    expect(names).toContain(shown[2])
    await mara.getByLabel('Group the tasks').selectOption('none')
  })

  test('has nothing that axe finds, with its menu open, while a cell is typed in and in groups', async () => {
    const found: string[] = []
    const look = async (state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await mara.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await mara.evaluate(settled)
        found.push(...(await axeFindings(mara)).map((finding) => `${state}, ${colorScheme}: ${finding}`))
      }
    }
    await mara.getByText('View', { exact: true }).click()
    await mara.getByText('Fold all phases').waitFor()
    await look('the menu')
    await mara.keyboard.press('Escape')
    await mara.getByText('Fold all phases').waitFor({ state: 'hidden' })
    await search('Step 40.2')
    await cell('Step 40.2', 'duration').dblclick()
    await look('typing')
    await mara.keyboard.press('Escape')
    await mara.getByLabel('Group the tasks').selectOption({ label: 'By status' })
    await look('groups')
    await mara.getByLabel('Group the tasks').selectOption('none')
    expect(found).toEqual([])
  })

  test('is all there when the page is loaded anew', async () => {
    await mara.reload()
    await grid().waitFor()
    await search('Wait for the weather')
    expect(await cell('Wait for the weather', 'duration').innerText()).toBe('3d')
  })
})

describe.each([
  ['phone', 'Step 6.1', 'Step 6.3'],
  ['tablet', 'Step 7.1', 'Step 7.3'],
] as const)('By touch, on a %s,', (size, from, to) => {
  let page: Page
  let finger: CDPSession

  beforeAll(async () => {
    page = await atTheConsole(browser, 'mara', { viewport: viewports[size], hasTouch: true })
    finger = await page.context().newCDPSession(page)
    await open(page)
  })
  afterAll(() => page?.context().close())

  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints })

  test('a link is drawn from one bar into another', async () => {
    await search(from, page)
    if (size === 'phone') await page.getByRole('button', { name: 'Timeline', exact: true }).tap()
    await tool('Go to the task', page).tap()
    await bar(from, page).tap()
    const dot = await middleOf(drawing(page).locator('.cn-tl-dot').last())
    const target = await startOf(bar(to, page))
    await touch('touchStart', dot)
    for (let step = 1; step <= 10; step++) {
      const share = step / 10
      await touch('touchMove', {
        x: dot.x + (target.x - dot.x) * share,
        y: dot.y + (target.y - dot.y) * share,
      })
    }
    await touch('touchEnd')
    await saved(page)
    expect((await storedPlan(project)).links).toContain(`${from} → ${to} FS 0`)
  })
})

/** Halfway from one scheme to the other, which begins with the next frame, no contrast is what it will be. */
async function settled() {
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
}
