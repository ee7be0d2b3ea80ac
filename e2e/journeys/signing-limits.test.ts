import { contactCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { acceptInvitation, fillDecision, sign } from '../src/customer'
import { designSubmitted, openSubmission } from '../src/design-submitted'
import { inviteContact } from '../src/manager'
import { atTheConsole, atThePortal } from '../src/people'

const { grace, daniel } = contactCast
const upTo = '500,000.00'

let browser: Browser
let mara: Page
let signatory: Page
let project: Awaited<ReturnType<typeof designSubmitted>>
let submission: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  project = await designSubmitted(mara, 'SIG', [
    { ...grace, upTo },
    { ...daniel, upTo },
  ])
  signatory = await atThePortal(browser, 'grace')
  await openSubmission(signatory, project.name)
  submission = new URL(signatory.url()).pathname
})
afterAll(() => browser?.close())

describe('A viewer', () => {
  let viewer: Page

  test('sees what was submitted and who decides, and no way to decide', async () => {
    const email = `ruth.${project.code.toLowerCase()}@harbour.example`
    await inviteContact(mara, project.projectId, {
      name: 'Ruth Adeyemi',
      email,
      jobTitle: 'Programme Office',
    })
    viewer = await acceptInvitation(browser, { email, project: project.name })

    await viewer.goto(submission)
    await viewer.getByText('You follow this project; deciding is up to its signatories.').waitFor()
    expect(await viewer.getByRole('main').innerText()).toContain(grace.name)
    expect(await viewer.getByRole('link', { name: 'Review and decide' }).count()).toBe(0)
  })

  test('finds no form behind the address of the decision either', async () => {
    await viewer.goto(`${submission}/decision`)
    await viewer.getByText('You follow this project; deciding is up to its signatories.').waitFor()
    expect(await viewer.getByRole('button', { name: 'Sign the decision' }).count()).toBe(0)
  })

  test('cannot send one without the form', async () => {
    await signatory.goto(`${submission}/decision`)
    const form = await decisionFields(signatory, 'Ruth Adeyemi')
    const { origins } = inject('product')
    const answer = await viewer.request.post(`${origins.portal}${submission}/decision`, {
      headers: { Origin: origins.portal },
      form,
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(409)
    expect(await answer.text()).toContain('You follow this project; deciding is up to its signatories.')
    expect(await stateOf(mara)).toContain('Waits for the customer')
  })
})

describe('A signatory beyond the recorded authority', () => {
  test('Daniel may sign up to €20,000 and not for the low-level design of €96,000', async () => {
    const page = await atThePortal(browser, 'daniel')
    const card = page.getByRole('article').filter({ hasText: 'Low-level design' })
    expect(await card.innerText()).toContain('€96,000.00')
    await card.getByRole('link', { name: 'Look at it' }).click()
    await page.getByText('Its value is above what you may sign for.').waitFor()
    expect(await page.getByRole('link', { name: 'Review and decide' }).count()).toBe(0)

    await page.goto(`${new URL(page.url()).pathname}/decision`)
    await page.getByText('Its value is above what you may sign for.').waitFor()
    expect(await page.getByRole('button', { name: 'Sign the decision' }).count()).toBe(0)
    await page.context().close()
  })
})

describe('A signature that does not hold is refused, and what was typed stays', () => {
  const reason = 'Chapter 4 says nothing about Clevedon.'

  test.for<[string, Parameters<typeof fillDecision>[1], string]>([
    [
      'a wrong password',
      { outcome: 'reject', missing: { 2: reason }, name: grace.name, password: 'not-this-one-either' },
      'The password is not right.',
    ],
    [
      'another name than the recorded one',
      { outcome: 'reject', missing: { 2: reason }, name: 'G. Okafor' },
      'The name is not the one on record.',
    ],
    [
      'acceptance although a criterion is not met',
      { outcome: 'accept', missing: { 2: reason }, name: grace.name },
      'You marked a criterion as not met.',
    ],
    [
      'rejection although every criterion is met',
      { outcome: 'reject', name: grace.name },
      'To reject, mark at least one criterion as not met',
    ],
  ])('%s', async ([, verdict, sentence]) => {
    await signatory.goto(`${submission}/decision`)
    await fillDecision(signatory, verdict)
    await sign(signatory)

    const alert = signatory.getByRole('alert')
    await alert.getByText(sentence).waitFor()
    expect(await alert.innerText()).toContain('Nothing was signed')
    expect(await signatory.getByLabel('Your name').inputValue()).toBe(verdict.name)
    expect(await signatory.getByLabel('Your password').inputValue()).toBe('')
    const outcome = verdict.outcome === 'accept' ? 'Accept this version' : 'Reject this version'
    expect(await signatory.getByRole('radio', { name: outcome }).isChecked()).toBe(true)
    if (verdict.missing)
      expect(await signatory.getByLabel('What is missing?').nth(1).inputValue()).toBe(reason)
    expect(await stateOf(mara)).toContain('Waits for the customer')
  })
})

describe('Two signatories at once', () => {
  test('Grace accepts and Daniel rejects in the same moment, and one decision is recorded', async () => {
    const other = await atThePortal(browser, 'daniel')
    await Promise.all([signatory, other].map((page) => page.goto(`${submission}/decision`)))
    await fillDecision(signatory, { outcome: 'accept', name: grace.name })
    await fillDecision(other, {
      outcome: 'reject',
      missing: { 1: 'Portishead is missing.' },
      name: daniel.name,
    })
    await Promise.all([signAndWait(signatory), signAndWait(other)])

    const outcomes = await Promise.all([signatory, other].map((page) => page.getByRole('main').innerText()))
    const refused = outcomes.filter((text) => text.includes('This version has already been decided.'))
    expect(refused).toHaveLength(1)

    await mara.goto(project.design)
    const history = await mara.getByRole('main').innerText()
    expect(history.match(/(accepted|rejected) version 1/g)).toHaveLength(1)
    await other.context().close()
  })
})

/** Signs and waits for the answer: the decision on record, or that a colleague was faster. */
async function signAndWait(page: Page) {
  await sign(page)
  const decided = page.getByRole('heading', { level: 2, name: 'Decision', exact: true })
  await decided.or(page.getByText('This version has already been decided.')).first().waitFor()
}

/** What the project's manager sees of the deliverable now. */
async function stateOf(page: Page): Promise<string> {
  await page.goto(project.design)
  return page.getByRole('main').innerText()
}

/** A whole acceptance as the form would send it. */
async function decisionFields(page: Page, name: string): Promise<Record<string, string>> {
  await fillDecision(page, { outcome: 'accept', name })
  const fields = await page
    .getByRole('button', { name: 'Sign the decision' })
    .evaluate((button: HTMLButtonElement) =>
      [...new FormData(button.form!)].map(([name, value]) => [name, String(value)]),
    )
  return Object.fromEntries(fields) as Record<string, string>
}
