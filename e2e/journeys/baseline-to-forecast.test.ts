import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { day, defineDeliverable, foundProject, saveContract, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'
import { placesOfTheStory } from '../src/places'

let browser: Browser
let mara: Page
let project: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  const name = 'Third link to Portishead'
  project = `/projects/${await foundProject(mara, { code: uniqueCode('BTF'), name })}`
})
afterAll(() => browser?.close())

const figure = (page: Page, label: string) =>
  page
    .locator('.cs-figure')
    .filter({ has: page.getByText(label, { exact: true }) })
    .innerText()
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first()

describe('Mara agrees on an imported plan', () => {
  test('and is told that the first baseline comes with the contract', async () => {
    await mara.goto(`${project}/baselines`)
    await mara.getByText('No baseline yet').waitFor()
    await mara.goto(`${project}/baselines/new`)
    await mara.getByLabel('Name', { exact: true }).fill('Too early')
    await mara.getByLabel('Reason').fill('I cannot wait.')
    await mara.getByRole('button', { name: 'Take this baseline' }).click()
    await mara.getByRole('alert').getByText('The contract is not signed yet.').waitFor()
  })

  test('which its signature keeps', async () => {
    const id = project.split('/').at(-1)!
    await defineDeliverable(mara, id, { name: 'The link', criteria: [['It carries traffic.', 'Probe']] })
    const milestones = [{ name: 'Link in operation', amount: '50,000.00', releasedBy: ['The link'] }]
    await saveContract(mara, id, { value: '50,000.00', milestones, signedOn: day(0) })
    await mara.goto(`${project}/baselines`)
    await mara.getByRole('link', { name: '1: HT/2026/204' }).waitFor()
    expect(await figure(mara, 'Slip of the end')).toContain('as agreed')
  })

  test('changes a task, and sees what that does to every date', async () => {
    await mara.goto(`${project}/tasks/2`)
    await mara.getByLabel('Duration', { exact: true }).fill('15')
    await mara.getByRole('button', { name: 'Save and date the plan anew' }).click()
    await mara.getByRole('status').waitFor()
    await mara.goto(`${project}/baselines`)
    // A working week longer is seven days on the calendar, and the end of the plan moves with it.
    expect(await figure(mara, 'Slip of the end')).toContain('7 days late')
    expect(await rowOf(mara, 'Draw the design').innerText()).toMatch(/7 days late[\s\S]*\+5 days/)
    expect(await rowOf(mara, 'Link in operation').innerText()).toContain('7 days late')
  })

  test('takes a second baseline for a reason, against which nothing is late', async () => {
    await mara.getByRole('link', { name: 'Take a baseline' }).click()
    await mara.getByLabel('Name', { exact: true }).fill('After the survey')
    await mara.getByLabel('Reason').fill('The ducts were full.')
    await mara.getByRole('button', { name: 'Take this baseline' }).click()
    await mara.waitForURL(/baseline=kept-2/)
    expect(await figure(mara, 'Slip of the end')).toContain('as agreed')
    await mara.getByText('The ducts were full.').waitFor()
    await mara.getByLabel('Baseline', { exact: true }).selectOption({ label: '1: HT/2026/204' })
    await mara.getByRole('button', { name: 'Apply' }).click()
    await mara.waitForURL(/baseline=kept-1/)
    expect(await figure(mara, 'Slip of the end')).toContain('7 days late')
  })
})

describe('Earned value', () => {
  test('shows each index with its formula and the project’s own numbers', async () => {
    await mara.goto(`${project}/tasks/2`)
    await mara.getByLabel('Per cent complete').fill('50')
    await mara.getByRole('button', { name: 'Save and date the plan anew' }).click()
    await mara.getByRole('status').waitFor()
    await mara.goto(`${project}/earned-value?baseline=1`)
    // Two tasks of eighty hours each in the first baseline; half of one is earned and nobody has logged an hour.
    const complete = mara.getByRole('row').filter({ hasText: 'Per cent complete' })
    expect(await complete.innerText()).toContain('%complete = EV ÷ BAC × 100 = 40 ÷ 160 × 100 = 25%')
    const cpi = mara.getByRole('row').filter({ hasText: 'Cost performance index' })
    expect(await cpi.innerText()).toContain('No hours are logged yet.')
    await mara.getByRole('img', { name: /^Planned, earned and spent\./ }).waitFor()
  })

  test('counts steps where the manager says so', async () => {
    await mara.getByRole('link', { name: 'Per cent: change how Build the link is measured' }).click()
    await mara.getByRole('radio', { name: 'Steps' }).check()
    for (const [index, [name, weight]] of [
      ['Ducts', '1'],
      ['Fibre', '3'],
    ].entries()) {
      await mara.getByLabel('Step', { exact: true }).nth(index).fill(name!)
      await mara.getByLabel('Weight').nth(index).fill(weight!)
    }
    await mara.getByRole('checkbox', { name: 'Done' }).nth(1).check()
    await mara.getByRole('button', { name: 'Measure it so' }).click()
    await mara.waitForURL(/earned-value\?of=5/)
    // Three of four parts of eighty hours.
    expect(await mara.getByRole('row').filter({ hasText: 'Per cent complete' }).innerText()).toContain(
      '60 ÷ 80 × 100 = 75%',
    )
  })

  test('is at another day what was known on it', async () => {
    await mara.goto(`${project}/earned-value?at=${day(-30)}`)
    expect(await figure(mara, 'Earned')).toContain('0%')
  })

  test('tells finance what was earned and spent in the story, and not when it was due', async () => {
    const { harbour } = await placesOfTheStory()
    const priya = await atTheConsole(browser, 'priya')
    await priya.goto(`/projects/${harbour}/earned-value`)
    await priya.getByText('What is agreed now').first().waitFor()
    expect(await priya.getByRole('row').filter({ hasText: 'Schedule performance' }).count()).toBe(0)
    await priya.locator('summary').getByText('Indices in money').click()
    await priya.getByText('CPI = EV ÷ AC = €').first().waitFor()
    await priya.context().close()
  })
})

describe('The forecast', () => {
  const p80 = (page: Page) => page.locator('.cn-forecast-answer').first().innerText()
  const run = async (page: Page) => {
    await page.goto(`${project}/forecast`)
    await page.getByText('Settings').click()
    await page.getByLabel('Seed').fill('4711')
    await page.getByLabel('Runs').selectOption('1000')
    await page.getByRole('button', { name: 'Run the forecast' }).click()
    await page.getByRole('button', { name: 'Keep this forecast' }).waitFor()
  }

  test('runs in the browser and says the same for the same seed', async () => {
    await run(mara)
    const first = await p80(mara)
    expect(first).toMatch(/^There is an 80 ?% chance to finish by \d{1,2} \w+ \d{4}\.$/)
    await mara.getByRole('img', { name: /^When the project ends\. There is an 80/ }).waitFor()
    await run(mara)
    expect(await p80(mara)).toBe(first)
  })

  test('is kept as it was seen, computed once more by the server', async () => {
    const seen = await p80(mara)
    await mara.getByRole('button', { name: 'Keep this forecast' }).click()
    await mara.waitForURL(/kept=1/)
    await mara.getByRole('heading', { name: /^Forecast 1, kept .* by Mara Lindqvist$/ }).waitFor()
    expect(await p80(mara)).toBe(seen)
    expect(await mara.getByText('seed 4711').count()).toBe(1)
  })

  test('follows the estimate of a task', async () => {
    const before = await p80(mara)
    await mara.getByRole('link', { name: 'Build the link' }).click()
    await mara.getByRole('radio', { name: 'Between two values, all alike' }).check()
    await mara.getByLabel('At least', { exact: true }).fill('40')
    await mara.getByLabel('At most', { exact: true }).fill('60')
    await mara.getByRole('button', { name: 'Keep the estimate' }).click()
    await mara.waitForURL(/\/forecast$/)
    await run(mara)
    expect(await p80(mara)).not.toBe(before)
    await mara.getByText('1 task by its own estimate.').waitFor()
  })

  test('runs on the server for a browser without JavaScript', async () => {
    const plain = await atTheConsole(browser, 'mara', { javaScriptEnabled: false })
    await plain.goto(`${project}/forecast`)
    await plain.getByRole('button', { name: 'Run and keep it' }).click()
    await plain.getByRole('heading', { name: /^Forecast 2, kept/ }).waitFor()
    await plain.context().close()
  })

  test('is what an executive reads of a project', async () => {
    const { harbour } = await placesOfTheStory()
    const ewan = await atTheConsole(browser, 'ewan')
    await ewan.goto(`/projects/${harbour}/forecast`)
    expect(await p80(ewan)).toContain('There is an 80')
    expect(await ewan.getByRole('button', { name: /Run|Keep/ }).count()).toBe(0)
    await ewan.context().close()
  })
})
