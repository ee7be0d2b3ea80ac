import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { day, defineDeliverable, foundProject, saveContract, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'

let browser: Browser
let mara: Page
let priya: Page
let project: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  priya = await atTheConsole(browser, 'priya')
  const name = 'Fourth link to Portishead'
  const id = await foundProject(mara, { code: uniqueCode('BUD'), name })
  project = `/projects/${id}`
  await defineDeliverable(mara, id, { name: 'The link', criteria: [['It carries traffic.', 'Probe']] })
  const milestones = [{ name: 'Link in operation', amount: '50,000.00', releasedBy: ['The link'] }]
  await saveContract(mara, id, { value: '50,000.00', milestones, signedOn: day(0) })
})
afterAll(() => browser?.close())

const line = (page: Page, position: number) =>
  page.getByRole('group', { name: `Line ${position}`, exact: true })
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first()
const paste = (field: Locator, block: string) =>
  field.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, block)

describe('Mara calculates what the link will cost', () => {
  test('from a block of a spreadsheet, and a line of her own', async () => {
    await mara.goto(`${project}/budget/versions`)
    await mara.getByLabel('Why a new version').fill('As sold')
    await mara.getByRole('button', { name: 'Begin' }).click()
    const block = [
      ['Draw the design', 'labour', 'network engineer', '100'],
      ['Build the link', 'labour', 'network engineer', '50'],
      ['Build the link', 'vendors', '', '', '9000', '', 'Ducts'],
    ]
    await paste(line(mara, 1).getByLabel('Work package'), block.map((cells) => cells.join('\t')).join('\n'))
    await mara.getByText('3 lines were pasted.').waitFor()
    await line(mara, 4).getByLabel('Work package').fill('Reserve')
    await line(mara, 4).getByLabel('Cost type').selectOption('contingency')
    await line(mara, 4).getByLabel('Amount').fill('10 %')
    await mara.getByRole('button', { name: 'Save the sheet' }).click()
    await mara.getByText('The sheet is saved.').waitFor()
    // 150 hours at 82, ducts for 9,000, and a tenth of both.
    expect(await rowOf(mara, 'Reserve').innerText()).toContain('€2,130.00')
  })

  test('is told which row of a file is wrong, and keeps her lines', async () => {
    await mara.getByRole('link', { name: 'Fill it from a file' }).click()
    const table =
      'Work package,Role,Hours\nBuild the link,network engineer,8\nBuild the link,network engineer,-8\n'
    await mara
      .getByLabel('File')
      .setInputFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await mara.getByRole('button', { name: 'Fill the sheet' }).click()
    await mara.getByText('Row 3, Hours: This is not a number.').first().waitFor()
    await mara.goto(`${project}/budget/versions/1`)
    expect(await line(mara, 3).getByLabel('Note').inputValue()).toBe('Ducts')
  })

  test('hands it in, and may take no baseline until it is approved', async () => {
    await mara.getByRole('link', { name: 'Hand in for approval' }).click()
    await mara.getByRole('button', { name: 'Hand it in' }).click()
    await mara.getByText('Waits for approval').first().waitFor()
    await takeBaseline()
    await mara
      .getByRole('alert')
      .getByText('The latest budget of this project is not approved yet.')
      .waitFor()
  })

  test('which Priya does, who also sees what an hour costs', async () => {
    await priya.goto(`${project}/budget`)
    await priya.getByRole('link', { name: 'Look at it' }).click()
    await priya.getByRole('link', { name: 'Approve or send back' }).click()
    expect(await priya.getByRole('table').nth(1).innerText()).toContain('€82.00')
    await priya.getByLabel('Approve').check()
    await priya.getByRole('button', { name: 'Decide' }).click()
    await priya.getByText('Approved', { exact: true }).first().waitFor()
    await takeBaseline()
    await mara.getByRole('link', { name: '2: With a budget' }).waitFor()
  })
})

describe('When a threat comes true', () => {
  test('Mara asks for contingency, and Priya grants it', async () => {
    await mara.goto(`${project}/risks/new`)
    await mara.getByLabel('What may happen').fill('Rock under the dock')
    await mara.getByLabel('Probability in per cent').fill('40')
    await mara.getByLabel('Impact').fill('1,500.00')
    await mara.getByLabel('Owner').selectOption('Mara Lindqvist')
    await mara.getByRole('button', { name: 'Save' }).click()
    await mara.getByRole('link', { name: '1: Rock under the dock' }).click()
    await mara.getByLabel('Came true').check()
    await mara.getByRole('button', { name: 'Save' }).click()
    await mara.goto(`${project}/budget/transfers`)
    await mara.getByLabel('From').selectOption('Reserve · Contingency')
    await mara.getByLabel('To', { exact: true }).selectOption('Build the link · Vendors')
    await mara.getByLabel('Amount').fill('1,500.00')
    await mara.getByLabel('Risk that came true').selectOption('1: Rock under the dock')
    await mara.getByLabel('Why').fill('Drilling')
    await mara.getByRole('button', { name: 'Ask' }).click()
    await mara.getByText('The transfer waits for an answer.').waitFor()
    await priya.goto(`${project}/budget/transfers`)
    await priya.getByRole('link', { name: 'Answer' }).click()
    await priya.getByLabel('Approve').check()
    await priya.getByRole('button', { name: 'Answer' }).click()
    await priya.getByText('Approved', { exact: true }).waitFor()
    await mara.goto(`${project}/budget`)
    expect(await mara.getByRole('row').filter({ hasText: 'Vendors' }).innerText()).toContain('€10,500.00')
  })
})

async function takeBaseline() {
  await mara.goto(`${project}/baselines/new`)
  await mara.getByLabel('Name', { exact: true }).fill('With a budget')
  await mara.getByLabel('Reason').fill('Now we know what it costs.')
  await mara.getByRole('button', { name: 'Take this baseline' }).click()
}
