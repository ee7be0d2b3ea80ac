import type { StoryTask } from '@countersign/story/plan-file'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { frameFigures, recordFrames } from '../src/frames'
import { foundProject, planUpload, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'

/** Mara plans with the mouse, and with the keyboard on the bars. */

let browser: Browser
let mara: Page

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
})
afterAll(() => browser?.close())

const drawing = () => mara.getByRole('application', { name: /^Timeline/ })
const bar = (name: string) => drawing().getByRole('button', { name: new RegExp(`^${name},`) })
const said = (name: string) => bar(name).getAttribute('aria-label')
const saved = () =>
  mara
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()

async function openPlan(name: string, tasks?: StoryTask[]) {
  const id = await foundProject(mara, {
    code: uniqueCode('TL'),
    name,
    ...(tasks ? { plan: planUpload(name, tasks) } : {}),
  })
  await mara.goto(`/projects/${id}/plan`)
  await drawing().waitFor()
  await mara.getByRole('button', { name: 'Show the whole plan' }).click()
}

/** Takes hold of the middle of a bar, or of its end, and drags it so many pixels. */
async function drag(name: string, by: number, from: 'middle' | 'end' = 'middle') {
  const box = (await bar(name).boundingBox())!
  const y = box.y + box.height / 2
  await mara.mouse.move(box.x + box.width / 2, y)
  const x = from === 'middle' ? box.x + box.width / 2 : box.x + box.width - 4
  await mara.mouse.move(x, y)
  await mara.mouse.down()
  for (let step = 1; step <= 8; step++) await mara.mouse.move(x + (by * step) / 8, y)
}

describe('the timeline of a plan', () => {
  beforeAll(() => openPlan('Dragged by mouse'))

  test('moves a bar and all that follows it while it is dragged, and takes it back with Escape', async () => {
    const before = await Promise.all([said('Draw the design'), said('Link in operation')])
    await drag('Draw the design', 200)
    await expect.poll(() => said('Link in operation')).not.toBe(before[1])
    expect(await said('Draw the design')).not.toBe(before[0])
    await mara.keyboard.press('Escape')
    await mara.mouse.up()
    expect(await Promise.all([said('Draw the design'), said('Link in operation')])).toEqual(before)
  })

  test('keeps what was dragged, and undoes it', async () => {
    const before = await said('Draw the design')
    await drag('Draw the design', 200)
    await mara.mouse.up()
    await saved()
    const moved = await said('Draw the design')
    expect(moved).not.toBe(before)
    await mara.reload()
    await drawing().waitFor()
    expect(await said('Draw the design')).toBe(moved)
  })

  test('makes a task longer by its end', async () => {
    const [before, after] = await Promise.all([said('Draw the design'), said('Build the link')])
    await mara.getByRole('button', { name: 'Show the whole plan' }).click()
    await drag('Draw the design', 120, 'end')
    await mara.mouse.up()
    await saved()
    const now = (await said('Draw the design'))!
    expect(now).not.toBe(before)
    const begins = (label: string) => /, (.*) to /.exec(label)![1]
    expect(begins(now)).toBe(begins(before!))
    expect(await said('Build the link')).not.toBe(after)
  })

  test('moves, changes and links by keyboard, and says what came of it', async () => {
    const before = await said('Build the link')
    await bar('Build the link').focus()
    await mara.keyboard.press('ArrowRight')
    await expect.poll(() => said('Build the link')).not.toBe(before)
    await mara.getByText(/^Build the link: .* to /).waitFor({ state: 'attached' })
    const moved = await said('Build the link')
    await mara.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => said('Build the link')).not.toBe(moved)
    await mara.keyboard.press('+')
    await expect.poll(() => said('Build the link')).toContain('10% done')

    await bar('Draw the design').focus()
    await mara.keyboard.press('l')
    await mara.getByText(/^A link from Draw the design/).waitFor({ state: 'attached' })
    for (const key of ['ArrowDown', 'ArrowDown', 't', 'Enter']) await mara.keyboard.press(key)
    await mara
      .getByText('Linked, start to start: Draw the design to Build the link')
      .waitFor({ state: 'attached' })
    await saved()
  })

  test('says why a link cannot be, and makes none', async () => {
    await bar('Build the link').focus()
    for (const key of ['l', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter'])
      await mara.keyboard.press(key)
    await mara.getByText(/^Not changed\. /).waitFor({ state: 'attached' })
  })

  test('reaches from hours to years', async () => {
    for (let step = 0; step < 12; step++) await mara.getByRole('button', { name: /^Zoom in/ }).click()
    await drawing().locator('xpath=..').getByText('09:00').first().waitFor({ state: 'attached' })
    for (let step = 0; step < 28; step++) await mara.getByRole('button', { name: /^Zoom out/ }).click()
    await drawing()
      .locator('xpath=..')
      .getByText('2030', { exact: true })
      .first()
      .waitFor({ state: 'attached' })
  })
})

/** Phases of twenty-five steps, each after the one before it; every phase after the last but two. */
function thousands(count: number): StoryTask[] {
  const tasks: StoryTask[] = []
  for (let at = 0; at < count; at++) {
    const phase = Math.floor(at / 25)
    if (at % 25 === 0) tasks.push({ name: `Phase ${phase + 1}`, level: 1 })
    const after = at % 25 > 0 ? [`Step ${at}`] : phase > 2 ? [`Step ${(phase - 3) * 25 + 12}`] : []
    tasks.push({ name: `Step ${at + 1}`, level: 2, days: 1 + (at % 4), after })
  }
  return tasks
}

describe('a plan of five thousand tasks', () => {
  test('scrolls and is dragged frame by frame', { timeout: 300_000 }, async () => {
    await openPlan('Five thousand', thousands(4_800))
    const scroller = drawing().locator('xpath=ancestor::*[contains(@class, "cw-scroller")]')
    const figures: string[] = []

    const scrolled = await recordFrames(mara)
    await scroller.evaluate(async (element) => {
      for (let frame = 0; frame < 240; frame++) {
        element.scrollTop += 48
        await new Promise(requestAnimationFrame)
      }
    })
    figures.push(frameFigures('scrolling', await scrolled()))
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(8_000)

    const panned = await recordFrames(mara)
    await drawing().evaluate(async (element) => {
      for (let frame = 0; frame < 120; frame++) {
        element.dispatchEvent(
          new WheelEvent('wheel', { deltaY: 24, shiftKey: true, bubbles: true, cancelable: true }),
        )
        await new Promise(requestAnimationFrame)
      }
    })
    figures.push(frameFigures('going sideways', await panned()))

    await scroller.evaluate((element) => (element.scrollTop = 0))
    await mara.getByRole('button', { name: 'Show the whole plan' }).click()
    for (let step = 0; step < 6; step++) await mara.getByRole('button', { name: /^Zoom in/ }).click()
    await drawing().evaluate((element) =>
      element.parentElement!.querySelector('[role="group"]')!.scrollTo({ left: 0 }),
    )
    await bar('Step 3').waitFor()
    const before = await said('Step 20')
    const box = (await bar('Step 3').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await mara.mouse.move(x, y)
    await mara.mouse.down()
    await mara.mouse.move(x + 8, y)
    const draggedFrames = await recordFrames(mara)
    // In the page: a test's own messages to the browser come slower than a hand moves.
    await drawing().evaluate(
      async (element, from) => {
        for (let frame = 0; frame < 180; frame++) {
          const clientX = from.x + 10 + 160 * (1 - Math.cos(frame / 19))
          element.dispatchEvent(
            new PointerEvent('pointermove', { pointerId: 1, clientX, clientY: from.y, bubbles: true }),
          )
          await new Promise(requestAnimationFrame)
        }
      },
      { x, y },
    )
    figures.push(frameFigures('dragging', await draggedFrames()))
    await expect.poll(() => said('Step 20')).not.toBe(before)
    await mara.keyboard.press('Escape')
    await mara.mouse.up()
    expect(await said('Step 20')).toBe(before)
    console.log(`\nframes of a plan of 5,000 rows\n${figures.map((line) => `  ${line}`).join('\n')}`)
  })
})
