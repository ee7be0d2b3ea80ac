import { contactCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { fillDecision, sign } from '../src/customer'
import { designSubmitted, openSubmission } from '../src/design-submitted'
import { day, inviteContact } from '../src/manager'
import { atTheConsole, atThePortal } from '../src/people'
import { castPassword } from '@countersign/story/cast'

const { grace, daniel } = contactCast
const upTo = '500,000.00'

let browser: Browser
let mara: Page
beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
})
afterAll(() => browser?.close())

/** The latest entry of the history first. */
const historyOf = (page: Page) => page.getByRole('main').innerText()

describe('Grace accepts with reservations, on a phone without JavaScript', () => {
  let signatory: Page
  let project: Awaited<ReturnType<typeof designSubmitted>>
  let submission: string
  beforeAll(async () => {
    project = await designSubmitted(mara, 'RSV', [{ ...grace, upTo }])
    signatory = await atThePortal(browser, 'grace', {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    })
    await openSubmission(signatory, project.name)
    submission = new URL(signatory.url()).pathname
  })

  test('asks for more time first, and sees that it is not answered yet', async () => {
    await signatory.getByRole('link', { name: 'Ask for more time' }).click()
    await signatory.getByLabel('Until which day').fill(day(10))
    await signatory.getByLabel('Why').fill('Our auditor is on leave.')
    await signatory.getByRole('button', { name: 'Send the request' }).click()
    await signatory.getByText('Our auditor is on leave.').waitFor()
    await signatory.getByText('Not answered yet').waitFor()
  })

  test('reads what is released at once, lists a point, and signs', async () => {
    await signatory.goto(`${submission}/decision`)
    await signatory.getByText('Accepting with reservations releases').waitFor()
    await fillDecision(signatory, {
      outcome: 'reserve',
      left: [{ what: 'The drawing of the ring is missing.', name: 'Mara', until: day(14) }],
      name: grace.name,
    })
    await sign(signatory)
    await signatory.getByRole('heading', { name: 'What is left to be done' }).waitFor()
    await signatory.getByText('The drawing of the ring is missing.').waitFor()
  })

  test('Mara reports the point done at the deliverable', async () => {
    await mara.goto(project.design)
    await mara.getByRole('link', { name: 'Report done: Point 1' }).click()
    await mara.getByLabel('What was done').fill('Drawn, see sheet 7.')
    await mara.getByRole('button', { name: 'Report done' }).click()
    await mara.getByText('Drawn, see sheet 7.').waitFor()
  })

  test('Grace closes it', async () => {
    await signatory.goto(submission)
    await signatory.getByText('Drawn, see sheet 7.').waitFor()
    await signatory.getByRole('link', { name: 'Close point 1' }).click()
    await signatory.getByLabel('Remark').fill('Seen.')
    await signatory.getByRole('button', { name: 'Close this point' }).click()
    await signatory.getByText(`Closed by ${grace.name}`).waitFor()
  })

  test('corrects the decision to a plain acceptance, then withdraws it; all three stay on record', async () => {
    await signatory.getByRole('link', { name: 'Correct the decision' }).click()
    await fillDecision(signatory, { outcome: 'accept', name: grace.name })
    await signatory.getByLabel('Reason').fill('The drawing came the same day.')
    await signatory.getByRole('button', { name: 'Sign the correction' }).click()
    await signatory.getByText('corrected the decision on version 1: accepted').waitFor()

    await signatory.getByRole('link', { name: 'Withdraw the decision' }).click()
    await signatory.getByLabel('Reason').fill('Signed the wrong version.')
    await signatory.getByLabel('Your name').fill(grace.name)
    await signatory.getByLabel('Your password').fill(castPassword)
    await signatory.getByRole('button', { name: 'Sign the withdrawal' }).click()
    await signatory.getByRole('link', { name: 'Review and decide' }).waitFor()
    const history = await historyOf(signatory)
    for (const words of [
      'withdrew the decision on version 1',
      'corrected the decision on version 1: accepted',
      'accepted version 1 with reservations',
      'Signed the wrong version.',
    ])
      expect(history).toContain(words)
    await mara.goto(project.design)
    expect(await historyOf(mara)).toContain('withdrew the decision on version 1')
  })
})

describe('Two have to sign, in order, and one of them delegates', () => {
  let project: Awaited<ReturnType<typeof designSubmitted>>
  let first: Page
  let second: Page
  let submission: string
  beforeAll(async () => {
    project = await designSubmitted(mara, 'TWO', [
      { ...grace, upTo },
      { ...daniel, upTo },
    ])
    first = await atThePortal(browser, 'grace')
    second = await atThePortal(browser, 'daniel')
  })

  test('Mara names them and their places', async () => {
    await mara.goto(project.design)
    await mara.getByRole('link', { name: 'Say who has to sign' }).click()
    await mara.getByLabel(`${grace.name}, ${grace.jobTitle}: place in the order`).fill('1')
    await mara.getByLabel(`${daniel.name}, ${daniel.jobTitle}: place in the order`).fill('2')
    await mara.getByRole('button', { name: 'Save' }).click()
    await mara.getByRole('status').getByText('Saved.').waitFor()
  })

  test('Grace signs, and nothing is decided yet', async () => {
    await openSubmission(first, project.name)
    submission = new URL(first.url()).pathname
    await first.goto(`${submission}/decision`)
    await fillDecision(first, { outcome: 'accept', name: grace.name })
    await sign(first)
    await first.getByText('Your signature is recorded').waitFor()
    await mara.goto(project.design)
    const told = await historyOf(mara)
    expect(told).toContain('Has to sign')
    expect(told).not.toContain('accepted version 1')
  })

  test('Daniel lets Lena sign for him while he is away', async () => {
    await inviteContact(mara, project.projectId, {
      name: contactCast.lena.name,
      email: contactCast.lena.email,
      jobTitle: contactCast.lena.jobTitle,
    })
    await second.goto(`/projects/${project.projectId}/delegation`)
    await second.getByLabel('Colleague').selectOption({ label: contactCast.lena.name })
    await second.getByLabel('Last day').fill(day(7))
    await second.getByLabel('Your password').fill(castPassword)
    await second.getByRole('button', { name: 'Delegate', exact: true }).click()
    await second.getByText('In force').waitFor()
  })

  test('takes it back, and signs himself: the last signature decides', async () => {
    await second.getByRole('button', { name: `Take back: delegation to ${contactCast.lena.name}` }).click()
    await second.getByText('Taken back').waitFor()
    await second.goto(`${submission}/decision`)
    await fillDecision(second, { outcome: 'accept', name: daniel.name })
    await sign(second)
    await second.getByRole('heading', { level: 2, name: 'Decision', exact: true }).waitFor()
    const told = await historyOf(second)
    expect(told).toContain('accepted version 1')
  })
})
