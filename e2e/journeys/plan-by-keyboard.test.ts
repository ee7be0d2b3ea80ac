import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../src/axe'
import { launchBrowser, viewports } from '../src/browser'
import { foundProject, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'

/** Mara plans without touching a mouse: from nothing to twenty tasks and more, and then all of it anew. */

let browser: Browser
let mara: Page

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  const id = await foundProject(mara, { code: uniqueCode('KEY'), name: 'Planned by keyboard' })
  await mara.goto(`/projects/${id}/plan`)
  await grid().waitFor()
})
afterAll(() => browser?.close())

const grid = () => mara.getByRole('treegrid', { name: 'Tasks' })
const row = (name: string) => grid().getByRole('row').filter({ hasText: name })
const press = async (...keys: string[]) => {
  for (const key of keys) await mara.keyboard.press(key)
}
/** Types into the cell that has the cursor and goes on below it. */
const enter = async (text: string) => {
  await mara.keyboard.type(text)
  await press('Enter')
}
const saved = () =>
  mara
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
const cell = (name: string, column: string) => row(name).locator(`[data-column="${column}"]`).innerText()
/** The cursor on a task, found as somebody would find it. */
const find = async (name: string) => {
  await press('Control+f')
  await mara.keyboard.type(name)
  await press('Enter', 'F6')
}

const phases: [phase: string, tasks: [name: string, duration: string, waitsFor: string][]][] = [
  [
    'Survey',
    [
      ['Visit the sites', '3d', ''],
      ['Measure the masts', '2d', '2'],
      ['Write the survey', '4d', '3'],
      ['Survey accepted', '0', '4'],
    ],
  ],
  [
    'Design',
    [
      ['Draw the network', '2w', '5'],
      ['Choose the radios', '3d', '7SS+2d'],
      ['Check the interference', '2d', '7;8'],
      ['Review with the customer', '1d', '9'],
      ['Design accepted', '0', '10'],
    ],
  ],
  [
    'Build',
    [
      ['Order the radios', '1d', '11'],
      ['Wait for delivery', '3w', '13'],
      ['Prepare the masts', '2w', '11'],
      ['Mount the radios', '1w', '14;15'],
      ['Lay the cables', '4d', '15'],
      ['Switch on', '1d', '16;17'],
      ['Link in operation', '0', '18'],
    ],
  ],
  [
    'Handover',
    [
      ['Train the staff', '2d', '19'],
      ['Write the manual', '1w', '11'],
      ['Hand over', '0', '21;22'],
    ],
  ],
]

describe('A plan from nothing, by keyboard alone,', () => {
  test('begins where the imported tasks were: all of them are removed', async () => {
    await press('F6', 'F6', 'Control+Home', 'Control+Shift+End', 'Delete')
    await mara.getByRole('heading', { name: 'A plan from nothing' }).waitFor()
    await saved()
  })

  test('has its tasks typed one below the other', async () => {
    for (const [phase, tasks] of phases)
      for (const name of [phase, ...tasks.map(([task]) => task)]) await enter(name)
    expect(await grid().getAttribute('aria-rowcount')).toBe('25')
    await saved()
  })

  test('gets its phases by indenting what lies below them', async () => {
    for (const [phase, tasks] of phases) {
      await find(phase)
      await press('ArrowDown')
      for (let i = 1; i < tasks.length; i++) await press('Shift+ArrowDown')
      await press('Alt+Shift+ArrowRight')
    }
    expect(await row('Mount the radios').getAttribute('aria-level')).toBe('2')
    expect(await row('Handover').getAttribute('aria-expanded')).toBe('true')
  })

  test('gets lengths and links, cell by cell', async () => {
    for (const [, tasks] of phases)
      for (const [name, duration, waitsFor] of tasks) {
        await find(name)
        await press('ArrowRight')
        await mara.keyboard.type(duration)
        await press('Tab')
        if (!waitsFor) {
          await press('Escape')
          continue
        }
        await press('ArrowRight', 'ArrowRight')
        await enter(waitsFor)
      }
    expect(await cell('Choose the radios', 'predecessors')).toBe('7SS+2d')
    expect(await cell('Mount the radios', 'predecessors')).toBe('14; 15')
    await saved()
  })

  test('is there in full after the page is loaded anew', async () => {
    await mara.reload()
    await grid().waitFor()
    expect(await grid().getAttribute('aria-rowcount')).toBe('25')
    await find('Link in operation')
    expect(await cell('Link in operation', 'start')).toBe(await cell('Switch on', 'finish'))
  })
})

describe('Planning it anew', () => {
  test('moves what waits for a task that takes longer, and taking it back moves it back', async () => {
    await find('Link in operation')
    const before = await cell('Link in operation', 'finish')
    await find('Wait for delivery')
    await press('ArrowRight')
    await enter('5w')
    await find('Link in operation')
    const after = await cell('Link in operation', 'finish')
    expect(after).not.toBe(before)
    await press('Control+z')
    await find('Link in operation')
    expect(await cell('Link in operation', 'finish')).toBe(before)
    await press('Control+y')
    await find('Link in operation')
    expect(await cell('Link in operation', 'finish')).toBe(after)
  })

  test('names a circle beside the cell, keeps what was typed, and changes nothing', async () => {
    await find('Visit the sites')
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    const before = await cell('Visit the sites', 'start')
    await mara.keyboard.type('18')
    await press('Enter')
    const sentence = row('Visit the sites').getByRole('alert')
    expect(await sentence.innerText()).toContain('wait for each other in a circle')
    expect(await sentence.innerText()).toContain('Measure the masts')
    expect(await row('Visit the sites').getByRole('textbox').inputValue()).toBe('18')
    await press('Escape')
    expect(await cell('Visit the sites', 'start')).toBe(before)
  })

  test('says of a bad date what is a good one', async () => {
    await find('Prepare the masts')
    await press('ArrowRight', 'ArrowRight')
    await enter('someday')
    const sentence = row('Prepare the masts').getByRole('alert')
    expect(await sentence.innerText()).toContain('This is no day.')
    expect(await sentence.evaluate(isInSight)).toBe(true)
    await press('Escape')
  })

  test('says why a task is where it is, and goes there', async () => {
    await find('Mount the radios')
    await press('Alt+Enter')
    const details = mara.getByRole('complementary', { name: 'Details' })
    const why = details.getByRole('link', { name: /Wait for delivery/ })
    await why.focus()
    await press('Enter')
    await details.getByRole('heading', { name: 'Wait for delivery' }).waitFor()
  })

  test('fills a length down and pastes a block from a spreadsheet', async () => {
    await find('Order the radios')
    await press('ArrowRight', 'Shift+ArrowDown', 'Control+d')
    expect(await cell('Wait for delivery', 'duration')).toBe(await cell('Order the radios', 'duration'))
    await press('Control+z')

    await press('Control+End', 'Home', 'ArrowRight')
    await pasted('Celebrate\t1d\nClean up\t2d')
    await row('Clean up').waitFor()
    expect(await cell('Clean up', 'duration')).toBe('2d')
    expect(await grid().getAttribute('aria-rowcount')).toBe('27')
  })

  test('says of a block which cell is wrong, and pastes nothing', async () => {
    await press('Control+End', 'Home', 'ArrowRight')
    await pasted('Tidy\t1d\nSweep\tsoon')
    const sentence = grid().getByRole('alert')
    expect(await sentence.innerText()).toContain('Row 2 of the block, Duration:')
    expect(await grid().getAttribute('aria-rowcount')).toBe('27')
    await press('Escape')
    await saved()
  })
})

describe('The workspace', () => {
  test('has nothing that axe finds, at any size, light and dark, with its details and its keys open', async () => {
    const found: string[] = []
    for (const [size, viewport] of Object.entries(viewports)) {
      await mara.setViewportSize(viewport)
      for (const colorScheme of ['light', 'dark'] as const) {
        await mara.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        // Halfway from one scheme to the other no contrast is what it will be.
        await mara.evaluate(() =>
          Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
        )
        found.push(...(await axeFindings(mara)).map((finding) => `${size}-${colorScheme}: ${finding}`))
      }
    }
    await mara.getByRole('button', { name: /^Keys/ }).click()
    await mara.getByRole('dialog', { name: 'Keys of the table' }).waitFor()
    found.push(...(await axeFindings(mara)).map((finding) => `keys: ${finding}`))
    expect(found).toEqual([])
  })

  test('is a page to read where there is no JavaScript', async () => {
    const address = mara.url()
    const page = await atTheConsole(browser, 'mara', { javaScriptEnabled: false })
    await page.goto(address)
    expect(await page.getByRole('row').filter({ hasText: 'Link in operation' }).innerText()).toMatch(/\d{4}/)
    expect(await page.getByText('The plan is being opened').isVisible()).toBe(false)
    await page.context().close()
  })
})

/** Whether somebody sees it: nothing lies over its middle, and nothing cuts it off. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}

/** What a spreadsheet would have put on the clipboard: the browser's own event with it. */
async function pasted(text: string) {
  await mara.evaluate((block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}
