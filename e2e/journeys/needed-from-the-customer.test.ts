import { contactCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { designSubmitted } from '../src/design-submitted'
import { day } from '../src/manager'
import { atTheConsole, atThePortal } from '../src/people'

/** What a project needs of its customer: written down, put to it, answered, settled. */
const what = `Cards for the gate ${Date.now().toString(36)}`

let browser: Browser
let mara: Page
let grace: Page
let project: Awaited<ReturnType<typeof designSubmitted>>
let dependency: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  project = await designSubmitted(mara, 'NED', [{ ...contactCast.grace, upTo: '500,000.00' }])
  grace = await atThePortal(browser, 'grace')
})
afterAll(() => browser?.close())

/** What stands for it on the customer's first page. */
const waiting = () => grace.getByRole('article').filter({ hasText: what })

describe('A dependency on the customer', () => {
  test('stays with the team while it is only written down', async () => {
    await mara.goto(`/projects/${project.projectId}/dependencies`)
    await mara.getByRole('link', { name: 'Write one down' }).first().click()
    await mara.getByLabel('What is needed').fill(what)
    await mara.getByLabel('Customer', { exact: true }).check()
    await mara.getByLabel('Who sees to it at the customer’s').selectOption({ label: contactCast.grace.name })
    await mara.getByLabel('Needed by').fill(day(10))
    await mara.getByLabel('Note of the team').fill('Her predecessor lost them twice.')
    await mara.getByRole('button', { name: 'Save' }).click()
    await mara.waitForURL(/\/dependencies\/\d+$/)
    dependency = new URL(mara.url()).pathname
    await grace.goto('/')
    expect(await waiting().count()).toBe(0)
  })

  test('waits for her once it is put to the customer, without the team’s note', async () => {
    await mara.getByRole('link', { name: 'Put it to the customer' }).click()
    await mara.getByLabel('Message').fill('Six cards, please.')
    await mara.getByRole('button', { name: 'Put it to the customer' }).click()
    await mara.waitForURL((url) => url.pathname === dependency)
    await grace.goto('/')
    await waiting().getByRole('link', { name: 'Say that it is done, or when' }).click()
    await grace.getByText('Six cards, please.').waitFor()
    expect(await grace.getByRole('main').innerText()).not.toContain('predecessor')
  })

  test('asks for the day, where she says that it comes later', async () => {
    await grace.getByLabel('It will be later').check()
    await grace.getByLabel('Remark').fill('The printer is broken.')
    await grace.getByRole('button', { name: 'Send the answer' }).click()
    await grace.getByText('Say on which day it will be there.').first().waitFor()
    expect(await grace.getByLabel('Remark').inputValue()).toBe('The printer is broken.')
    await grace.getByLabel('It will be later').check()
    await grace.getByLabel('When it will be there').fill(day(14))
    await grace.getByRole('button', { name: 'Send the answer' }).click()
    await grace.waitForURL((url) => url.pathname.endsWith('/needs'))
    await grace.getByText('Promised', { exact: true }).waitFor()
  })

  test('is promised at the console then, in her words', async () => {
    await mara.goto(dependency)
    const told = await mara.getByRole('main').innerText()
    expect(told).toContain('Grace Okafor says that it comes later')
    expect(told).toContain('The printer is broken.')
    expect(told).toMatch(/promised for/)
  })

  test('leaves the customer’s actions when the team has it', async () => {
    await mara.getByRole('link', { name: 'Settle it' }).click()
    await mara.getByLabel('It is there').check()
    await mara.getByRole('button', { name: 'Settle it' }).click()
    await mara.waitForURL((url) => url.pathname.endsWith('/dependencies'))
    await mara.getByRole('row', { name: what }).getByText('Received', { exact: true }).waitFor()
    await grace.goto('/')
    expect(await waiting().count()).toBe(0)
    await grace.goto(`/projects/${project.projectId}/needs`)
    await grace.getByText('Received', { exact: true }).waitFor()
  })
})
