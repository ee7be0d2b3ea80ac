import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../src/axe'
import { launchBrowser, viewports } from '../src/browser'
import { foundProject, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'
import { storedPlan } from '../src/stored-plan'

/** Mara plans without touching a mouse: from nothing to two hundred tasks, and then all of it anew. */

let browser: Browser
let mara: Page
let project: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  project = await foundProject(mara, { code: uniqueCode('KEY'), name: 'Planned by keyboard' })
  await mara.goto(`/projects/${project}/plan`)
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

const first = phases.flatMap(([phase, tasks]) => [phase, ...tasks.map(([name]) => name)])

/** What is the same at every site: how long each step takes, in days. */
const steps: [step: string, days: number][] = [
  ['permit', 10],
  ['access', 2],
  ['foundation', 5],
  ['curing', 4],
  ['fence', 2],
  ['mast', 3],
  ['earthing', 1],
  ['power', 4],
  ['cabinet', 2],
  ['cooling', 1],
  ['fibre', 3],
  ['splicing', 1],
  ['antenna', 2],
  ['alignment', 1],
  ['radio', 2],
  ['software', 1],
  ['first light', 1],
  ['drive test', 2],
  ['defects', 3],
  ['papers', 2],
  ['accepted', 0],
]
/** As the phases are called: no task has such a name in its own. */
const phaseOf = (site: string) => `Site ${site}`
const sites = ['North', 'East', 'South', 'West', 'Harbour', 'Airport', 'Castle', 'Lake']
/** The last one is also opened. */
const rowsOf = (site: string): [name: string, days: number][] => [
  ...steps.map(([step, days]): [string, number] => [`${site}: ${step}`, days]),
  ...(site === 'Lake' ? ([['Opening', 0]] as [string, number][]) : []),
]
const [typedSites, pastedSites] = [sites.slice(0, 5), sites.slice(5)]
const WHOLE = first.length + sites.flatMap((site) => [phaseOf(site), ...rowsOf(site)]).length
/** With the head and the row where a new task is typed. */
const rowCount = (tasks: number) => String(tasks + 2)

/** The tasks below a phase chosen as a block, from its first row down. */
async function chooseBelow(phase: string, count: number, column = 0) {
  await find(phase)
  await press('ArrowDown', ...Array<string>(column).fill('ArrowRight'))
  for (let i = 1; i < count; i++) await press('Shift+ArrowDown')
}

describe('A plan from nothing, by keyboard alone,', () => {
  test('begins where the imported tasks were: all of them are removed', async () => {
    await press('F6', 'F6', 'Control+Home', 'Control+Shift+End', 'Delete')
    await mara.getByRole('heading', { name: 'A plan from nothing' }).waitFor()
    await saved()
  })

  test('has its tasks typed one below the other', async () => {
    for (const name of first) await enter(name)
    for (const site of typedSites) for (const [name] of [[phaseOf(site)], ...rowsOf(site)]) await enter(name!)
    await saved()
  })

  test('has more of them pasted from a spreadsheet, with their lengths', async () => {
    const block = pastedSites.flatMap((site) => [
      `${phaseOf(site)}\t`,
      ...rowsOf(site).map(([name, days]) => `${name}\t${days}d`),
    ])
    await press('Control+End', 'Home', 'ArrowRight')
    await pasted(block.join('\n'))
    await row('Opening').waitFor()
    expect(WHOLE).toBe(200)
    expect(await grid().getAttribute('aria-rowcount')).toBe(rowCount(WHOLE))
    await saved()
  })

  test('gets its phases by indenting what lies below them', async () => {
    for (const [phase, tasks] of phases) {
      await chooseBelow(phase, tasks.length)
      await press('Alt+Shift+ArrowRight')
    }
    for (const site of sites) {
      await chooseBelow(phaseOf(site), rowsOf(site).length)
      await press('Alt+Shift+ArrowRight')
    }
    await find('Handover')
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
    await find('Choose the radios')
    expect(await cell('Choose the radios', 'predecessors')).toBe('7SS+2d')
    expect(await cell('Mount the radios', 'predecessors')).toBe('14; 15')
    await saved()
  })

  test('gets the lengths of a site down its column, and its links in one go', async () => {
    for (const site of typedSites) {
      await find(phaseOf(site))
      await press('ArrowRight', 'ArrowDown')
      for (const [, days] of rowsOf(site)) await enter(days === 0 ? '0' : `${days}d`)
    }
    for (const site of sites) {
      await chooseBelow(phaseOf(site), rowsOf(site).length)
      await press('Control+F2')
    }
    await find('Opening')
    expect(await cell('Opening', 'predecessors')).toBe('199')
    // The second site's permit waits for the design.
    for (const site of sites) {
      await find(`${site}: permit`)
      await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
      await enter('11')
    }
    await saved()
  })

  test('gets people: typed for one task, filled down to the others', async () => {
    for (const [at, site] of sites.entries()) {
      await find(`${site}: permit`)
      await press(...Array<string>(5).fill('ArrowRight'))
      await enter(at % 2 === 0 ? 'Crew A' : 'Crew B')
      await chooseBelow(phaseOf(site), 5, 5)
      await press('Control+d')
    }
    expect(await cell('Lake: fence', 'people')).toBe('Crew B')
    await saved()
  })

  test('is taken back step by step, and done again', async () => {
    const before = await storedPlan(project)
    for (let step = 0; step < 8; step++) await press('Control+z')
    await saved()
    expect((await storedPlan(project)).people.length).toBeLessThan(before.people.length)
    for (let step = 0; step < 8; step++) await press('Control+y')
    await saved()
    expect(await storedPlan(project)).toEqual(before)
  })

  test('is stored as it was typed', async () => {
    const { tasks, links, people } = await storedPlan(project)
    expect(tasks.map(({ name }) => name)).toEqual([
      ...first,
      ...sites.flatMap((site) => [phaseOf(site), ...rowsOf(site).map(([name]) => name)]),
    ])
    const lengths = new Map(tasks.map(({ name, minutes }) => [name, minutes]))
    for (const site of sites)
      for (const [name, days] of rowsOf(site)) expect([name, lengths.get(name)]).toEqual([name, days * 480])
    const tops = [...phases.map(([phase]) => phase), ...sites.map(phaseOf)]
    expect(tasks.filter(({ level }) => level === 1).map(({ name }) => name)).toEqual(tops)
    expect(links).toContain('Draw the network → Choose the radios SS 960')
    expect(links).toContain('West: papers → West: accepted FS 0')
    expect(links).toContain('Design accepted → Airport: permit FS 0')
    expect(people).toHaveLength(sites.length * 5)
    expect(people).toContain('East: curing: Crew B')
  })

  test('is there in full after the page is loaded anew', async () => {
    await mara.reload()
    await grid().waitFor()
    expect(await grid().getAttribute('aria-rowcount')).toBe(rowCount(WHOLE))
    await find('Link in operation')
    expect(await cell('Link in operation', 'start')).toBe(await cell('Switch on', 'finish'))
  })
})

describe('Looking at it in groups', () => {
  const group = () => mara.getByLabel('Group the tasks')
  const groups = () => grid().locator('.cw-group').allInnerTexts()

  test('shows each crew with what it has to do, in the drawing, too, and says so in the address', async () => {
    await group().focus()
    await press('ArrowDown', 'ArrowDown')
    expect(new URL(mara.url()).searchParams.get('group')).toBe('person')
    await press('F6')
    await press('Control+Home')
    expect((await groups())[0]).toContain('Crew A')
    const crew = mara
      .getByRole('application', { name: /^Timeline/ })
      .getByRole('button', { name: /^Crew A, / })
    expect(await crew.getAttribute('aria-label')).toMatch(/\d{4} to .*\d{4}/)
  })

  test('leaves a task where it is while it is changed, and puts it right when asked to', async () => {
    await press('ArrowDown', ...Array<string>(5).fill('ArrowRight'))
    await enter('Crew B')
    await mara.getByRole('button', { name: /^One task does not belong/ }).waitFor()
    expect(await row('North: permit').count()).toBe(1)
    await press('F9')
    await mara.getByRole('button', { name: 'Every task is shown where it belongs' }).waitFor()
    expect((await groups())[0]).toContain('19')
    await press('Control+z')
    await press('F9')
    expect((await groups())[0]).toContain('20')
  })

  test('folds a group, refuses to indent in one, and comes back when the page is loaded anew', async () => {
    await press('Control+Home', 'Enter')
    expect(await row('North: permit').count()).toBe(0)
    await press('Enter', 'ArrowDown', 'ArrowDown', 'Alt+Shift+ArrowRight')
    await mara.getByText('Rows change place and level in the breakdown.').waitFor()
    await saved()
    await mara.reload()
    await grid().waitFor()
    expect((await groups())[0]).toContain('Crew A')
    expect(await axeFindings(mara)).toEqual([])
    await group().focus()
    await press('ArrowUp', 'ArrowUp', 'F6')
    expect(await grid().getAttribute('aria-rowcount')).toBe(rowCount(WHOLE))
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
    expect(await grid().getAttribute('aria-rowcount')).toBe(rowCount(WHOLE + 2))
  })

  test('says of a block which cell is wrong, and pastes nothing', async () => {
    await press('Control+End', 'Home', 'ArrowRight')
    await pasted('Tidy\t1d\nSweep\tsoon')
    const sentence = grid().getByRole('alert')
    expect(await sentence.innerText()).toContain('Row 2 of the block, Duration:')
    expect(await grid().getAttribute('aria-rowcount')).toBe(rowCount(WHOLE + 2))
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
