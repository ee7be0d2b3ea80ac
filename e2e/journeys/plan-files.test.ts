import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { formIsLive } from '../src/live-form'
import { foundProject, harbourName, uniqueCode, uploadChangedPlan, uploadPlan } from '../src/manager'
import { atTheConsole } from '../src/people'

let browser: Browser
let mara: Page
let project: string
beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  project = `/projects/${await foundProject(mara, { code: uniqueCode('PF'), name: 'A link for files' })}`
})
afterAll(() => browser?.close())

const csv = (text: string) => ({ name: 'tasks.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
async function exported(ending: 'xml' | 'xlsx' | 'csv'): Promise<Buffer> {
  const answer = await mara.request.get(`${project}/plan.${ending}`)
  expect(answer.status()).toBe(200)
  return answer.body()
}
const takeOver = async () => {
  await mara.getByRole('button', { name: 'Take it over' }).click()
  await mara.getByText('The file was taken over.').waitFor()
}

describe('A manager,', { timeout: 120_000 }, () => {
  test('reads a table by its columns, and is told each row that is none', async () => {
    await uploadPlan(mara, csv('Nr,Was,Tage,Nach\n1,Dig,5,1\n2,Fill,-3,\n'), harbourName)
    await mara.getByRole('heading', { name: 'What is in which column?' }).waitFor()
    await mara.getByLabel('Name', { exact: true }).selectOption({ label: 'Was' })
    await mara.getByLabel('ID', { exact: true }).selectOption({ label: 'Nr' })
    await mara.getByLabel('Duration', { exact: true }).selectOption({ label: 'Tage' })
    await mara.getByLabel('Predecessors', { exact: true }).selectOption({ label: 'Nach' })
    await mara.getByRole('button', { name: 'Read the table' }).click()
    await mara.getByRole('heading', { name: 'Rows that cannot be read' }).waitFor()
    await mara.getByText('It waits for itself.').waitFor()
    await mara.getByText('It lasts less than nothing.').waitFor()
  })

  test('prints a plan, is told what becomes of it, and gets it under its code', async () => {
    await mara.goto(`${project}/plan/print`)
    const make = mara.getByRole('button', { name: 'Make the PDF' })
    const file = mara.waitForEvent('download')
    await make.click()
    expect((await file).suggestedFilename()).toMatch(/^PF-[0-9A-F]{6}\.pdf$/)
    await mara.getByRole('status').filter({ hasText: 'The file is made' }).waitFor()
    await mara.getByLabel('Width of a page').fill('12')
    await make.click()
    await mara.getByRole('listitem').filter({ hasText: 'This number is too small.' }).waitFor()
  })

  test('finds her columns remembered the next time', async () => {
    const tasks = 'Nr,What it is,Days\n1,Dig,5\n2,Fill,3\n'
    for (const source of ['The columns were guessed', 'The columns are as you said last time.']) {
      await uploadPlan(mara, csv(tasks), harbourName)
      await mara.getByText(source).waitFor()
      await mara.getByLabel('Name', { exact: true }).selectOption({ label: 'What it is' })
      await mara.getByRole('button', { name: 'Read the table' }).click()
      await mara.getByRole('heading', { name: 'Check the plan' }).waitFor()
    }
  })

  test('brings an exported plan back without a difference, and a changed one with what she changed', async () => {
    const xml = await exported('xml')
    const upload = (text: string) => ({
      name: 'plan.xml',
      mimeType: 'application/xml',
      buffer: Buffer.from(text),
    })
    const again = `${project}/plan/import`
    await uploadChangedPlan(mara, again, upload(xml.toString()))
    await mara.getByRole('heading', { name: 'What the file changes' }).waitFor()
    expect(await mara.getByRole('heading', { name: 'Changed', exact: true }).count()).toBe(0)
    await takeOver()
    const renamed = xml.toString().replaceAll('Build the link', 'Build both links')
    await uploadChangedPlan(mara, again, upload(renamed))
    await mara.getByRole('cell', { name: 'Build both links' }).waitFor()
    await takeOver()
    await mara.getByRole('row').filter({ hasText: 'Build both links' }).first().waitFor()
  })

  test('exports a sheet and a table that an import reads back', async () => {
    const xlsx = await exported('xlsx')
    expect(xlsx.subarray(0, 2).toString()).toBe('PK')
    const table = (await exported('csv')).toString()
    await uploadChangedPlan(
      mara,
      `${project}/plan/import`,
      csv(table.replaceAll('Draw the design', 'Draw it')),
    )
    await mara.getByRole('button', { name: 'Read the table' }).click()
    await mara.getByRole('heading', { name: 'What the file changes' }).waitFor()
    await mara.getByRole('cell', { name: 'Draw it' }).waitFor()
    await takeOver()
  })

  test('gives the calendar a country’s holidays, and sees what moved', async () => {
    await mara.goto(`${project}/calendars`)
    await mara.getByRole('link', { name: /^Add public holidays to/ }).click()
    await formIsLive(mara)
    await mara.getByLabel('Country').selectOption('DE')
    await mara.waitForURL(/country=DE/)
    await mara.getByRole('button', { name: /^Add \d+ holidays$/ }).click()
    await mara.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    await mara
      .getByRole('checkbox', { name: /^Remove Christmas Day/ })
      .first()
      .waitFor()
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
      await mara.getByRole('textbox', { name: day }).fill('–')
    await mara.getByRole('button', { name: 'Save and date the plan anew' }).click()
    await mara.getByText('This calendar would have no working time').waitFor()
  })

  test('asks a task why it is where it is, and goes to what drives it', async () => {
    await mara.goto(`${project}/plan?view=read`)
    await mara.getByRole('link', { name: 'Design accepted' }).click()
    await mara.getByText('Why is this here?').waitFor()
    await mara
      .getByRole('link', { name: /Draw it/ })
      .first()
      .click()
    await mara.getByRole('heading', { name: /Draw it/ }).waitFor()
    await mara.getByLabel('Constraint', { exact: true }).selectOption({ label: 'Finish no later than' })
    await mara.getByRole('button', { name: 'Save and date the plan anew' }).click()
    await mara.getByText('This constraint needs a date.').waitFor()
  })

  test('subscribes to her milestones by an address that she can end', async () => {
    await mara.goto('/settings/calendar')
    await mara.getByRole('button', { name: 'Create the address' }).click()
    const address = await mara.getByLabel('Address of your feed').inputValue()
    const feed = await fetch(address)
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    expect(await feed.text()).toContain('Link in operation')
    await mara.getByRole('link', { name: 'End the feed' }).click()
    await mara.getByRole('button', { name: 'End the feed' }).click()
    await mara.getByText('You have no calendar feed.').waitFor()
    expect((await fetch(address)).status).toBe(404)
  })
})
