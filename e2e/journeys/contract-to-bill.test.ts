import { readFileSync } from 'node:fs'
import { contactCast, staffCast } from '@countersign/story/cast'
import { paper } from '@countersign/story/paper'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { acceptInvitation, confirmCriteria, fillDecision, sign } from '../src/customer'
import { letter, openMail } from '../src/mailbox'
import {
  defineDeliverable,
  foundProject,
  inviteContact,
  proposeCriteria,
  publish,
  saveContract,
  submitVersion,
  uniqueCode,
  type Upload,
} from '../src/manager'
import { atTheConsole } from '../src/people'

const code = uniqueCode('CTB')
const project = `Second link ${code}`
const owen = {
  name: 'Owen Blythe',
  email: `owen.${code.toLowerCase()}@harbour.example`,
  jobTitle: 'Director Networks',
}
const milestones = [
  { name: 'Design accepted', amount: '40,000.00', releasedBy: ['Link design'] },
  { name: 'Link in operation', amount: '60,000.00', releasedBy: ['Link in operation'] },
]

let browser: Browser
let mara: Page
let priya: Page
let customer: Page
let projectId: string
let design: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  priya = await atTheConsole(browser, 'priya')
})
afterAll(() => browser?.close())

describe('Mara sets up what is owed', () => {
  test('founds the project and defines what is delivered, with criteria', async () => {
    projectId = await foundProject(mara, { code, name: project })
    design = await defineDeliverable(mara, projectId, {
      name: 'Link design',
      description: 'Route, capacity and the way back.',
      dueWith: 'Design accepted',
      criteria: [
        ['The design covers both sites.', 'Reading'],
        ['Every step has a way back.', 'Walk-through'],
      ],
    })
    await defineDeliverable(mara, projectId, {
      name: 'Link in operation',
      dueWith: 'Link in operation',
      criteria: [['Both sites carry traffic.', 'Monitoring export']],
    })
    await mara.goto(`/projects/${projectId}/deliverables`)
    const table = mara.getByRole('table', { name: 'Deliverables' })
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      expect.stringContaining('charter'),
      expect.stringContaining('Link design'),
      expect.stringContaining('Link in operation'),
    ])
  })

  test('writes down the scope', async () => {
    await mara.goto(`/projects/${projectId}/scope`)
    await fill('In scope', 'A second link between Clevedon and Avonmouth')
    await fill('Out of scope', 'Electrical work')
    await fill('Assumptions', 'Access within two working days')
    await mara.getByRole('button', { name: 'Save the scope' }).click()
    await mara.getByRole('status').getByText('The scope is saved.').waitFor()

    function fill(kind: string, text: string) {
      return mara
        .getByRole('group', { name: kind, exact: true })
        .getByLabel('What', { exact: true })
        .first()
        .fill(text)
    }
  })

  test('cannot save a payment schedule that does not sum to the value, and loses nothing of it', async () => {
    const [first, second] = milestones
    await saveContract(mara, projectId, {
      value: '100,000.00',
      milestones: [first!, { ...second!, amount: '55,000.00' }],
    })

    await mara.getByRole('alert').getByText('are €5,000.00 less than its price').waitFor()
    const row = mara.getByRole('group', { name: 'Billing milestone 2', exact: true })
    expect(await row.getByLabel('Billing milestone', { exact: true }).inputValue()).toBe('Link in operation')
    expect(await row.getByLabel('Amount, net').inputValue()).toBe('55,000.00')
    expect(await row.getByRole('checkbox', { name: /Link in operation/ }).isChecked()).toBe(true)
    const line = mara.getByRole('group', { name: 'Contract line 1', exact: true })
    expect(await line.getByLabel('Price, estimate or cap, net').inputValue()).toBe('100,000.00')

    await mara.goto(`/projects/${projectId}`)
    await mara.getByText('There is no contract yet').waitFor()
  })

  test('saves it once it sums', async () => {
    await saveContract(mara, projectId, { value: '100,000.00', milestones })
    await mara.getByRole('status').getByText('The contract is saved.').waitFor()
    await mara.getByText('sums to the fixed prices').waitFor()
  })

  test('invites a signatory and a viewer of the customer', async () => {
    await inviteContact(mara, projectId, { ...owen, upTo: '250,000.00' })
    await inviteContact(mara, projectId, contactCast.daniel)
    const card = mara.getByRole('article').filter({ hasText: owen.name })
    expect(await card.innerText()).toMatch(/Signatory[\s\S]*up to €250,000\.00/)
  })
})

describe('Owen of Harbour Telecom arrives', () => {
  test('opens the invitation in the mail, sets a password and sees what waits for him', async () => {
    customer = await acceptInvitation(browser, { email: owen.email, project })
    expect(await customer.getByRole('heading', { level: 1 }).innerText()).toBe(`Welcome, ${owen.name}`)
    await customer.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    await customer.getByText('Nothing is waiting for you').waitFor()
  })

  test('reads that nothing has been published yet', async () => {
    await customer.getByRole('link', { name: project }).click()
    await customer.getByRole('heading', { level: 1, name: project }).waitFor()
    await customer.getByText('Nothing has been published yet').waitFor()
  })
})

describe('Mara publishes', () => {
  const narrative = 'The design has begun.\n\nAccess was granted at both sites.'

  test('sees what the customer will see, and that all of it is new', async () => {
    await mara.goto(`/projects/${projectId}/publish`)
    await mara.getByText('This is the first publication: everything is new to the customer.').waitFor()
    expect(await mara.getByRole('main').innerText()).toContain(
      'The customer reads scope, milestones and deliverables.',
    )
    expect(await mara.getByRole('main').innerText()).not.toContain('Draw the design')
  })

  test('publishes, and the customer reads exactly that', async () => {
    await publish(mara, projectId, narrative)
    await customer.reload()
    const told = await customer.getByRole('main').innerText()
    for (const words of [
      'Access was granted at both sites.',
      'Design accepted',
      'Link design',
      'Electrical work',
    ])
      expect(told).toContain(words)
    expect(told).not.toContain('Draw the design')
  })

  test('finds nothing to tell while nothing has changed', async () => {
    await mara.goto(`/projects/${projectId}/publish`)
    const changes = mara.getByRole('article').filter({ hasText: 'What differs from the last publication' })
    expect(await changes.innerText()).toContain('Nothing has changed.')
  })

  test('sees, after moving a task, which dates move for the customer, and tells them', async () => {
    await mara.goto(`/projects/${projectId}/tasks/2`)
    await mara.getByLabel('Duration').fill('15')
    await mara.getByLabel('Per cent complete').fill('20')
    await mara.getByRole('button', { name: 'Save and date the plan anew' }).click()
    await mara.getByText('Saved. The plan was dated anew.').waitFor()

    await mara.goto(`/projects/${projectId}/publish`)
    const list = mara.getByRole('article').filter({ hasText: 'What differs from the last publication' })
    const moved = moves(await list.getByRole('listitem').allInnerTexts())
    expect(moved.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Milestone Design accepted'),
        expect.stringContaining('Milestone Link in operation'),
      ]),
    )
    for (const { from, to } of moved) expect(Date.parse(to)).toBeGreaterThan(Date.parse(from))

    await publish(mara, projectId, 'The design takes a week longer.')
    await customer.reload()
    const read = customer.getByRole('listitem').filter({ hasText: /from .* to / })
    expect(moves(await read.allInnerTexts()).map(({ from, to }) => [from, to])).toEqual(
      moved.map(({ from, to }) => [from, to]),
    )
    expect(await customer.getByRole('main').innerText()).toContain('first promised')
  })

  test('keeps the first publication as it was', async () => {
    await customer.getByRole('link', { name: 'Publication 1', exact: true }).click()
    await customer.getByText('This is what was published then, unchanged.').waitFor()
    expect(await customer.getByRole('main').innerText()).toContain('Access was granted at both sites.')
  })
})

describe('A version goes to the customer and comes back', () => {
  let first: Upload

  test('Mara puts the criteria before the customer, and cannot submit before they are confirmed', async () => {
    await proposeCriteria(mara, design)
    await mara.getByText('The customer confirms the criteria first.').waitFor()
    expect(await mara.getByRole('link', { name: 'Submit a version' }).count()).toBe(0)
  })

  test('Owen confirms them', async () => {
    await customer.goto('/')
    await customer
      .getByRole('article')
      .filter({ hasText: project })
      .filter({ hasText: 'criteria' })
      .first()
      .waitFor()
    await confirmCriteria(customer, projectId)
    await customer.getByText(`I, ${owen.name}, confirm`).waitFor()
  })

  test('Mara submits version 1 with its file', async () => {
    first = {
      name: 'Link design.pdf',
      mimeType: 'application/pdf',
      buffer: await paper('Link design', ['Version 1'], new Date()),
    }
    await submitVersion(mara, design, { message: 'The design for both sites.', files: [first] })
    await mara.getByText('The customer has it.').waitFor()
  })

  test('Owen gets a mail and finds it waiting for him, with what it releases', async () => {
    const mailbox = await customer.context().newPage()
    await openMail(mailbox, { to: owen.email, subject: /^Waiting for you: .*Link design/ })
    await mailbox.close()

    await customer.goto('/')
    const card = customer.getByRole('article').filter({ hasText: `${project} · Version 1` })
    expect(await card.innerText()).toContain('Acceptance releases €40,000.00 for billing.')
    await card.getByRole('link', { name: 'Review and decide' }).click()
    await customer.getByRole('heading', { level: 1, name: 'Link design' }).waitFor()
  })

  test('Owen downloads the file, byte by byte what Mara gave', async () => {
    const link = customer.getByRole('link', { name: first.name })
    const coming = customer.waitForEvent('download')
    await link.click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(first.name)
    expect(readFileSync((await download.path())!).equals(first.buffer)).toBe(true)

    const answer = await customer.request.get((await link.getAttribute('href'))!)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
    expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  })

  test('the design is not billable yet, and Priya sees what it waits for', async () => {
    await priya.goto('/billing')
    const waiting = priya.getByRole('row').filter({ hasText: project }).filter({ hasText: 'Design accepted' })
    expect(await waiting.innerText()).toContain('version 1 before the customer')
    expect(await priya.getByRole('article').filter({ hasText: project }).count()).toBe(0)
  })

  test('Owen rejects it with a reason tied to a criterion', async () => {
    await customer.getByRole('link', { name: 'Review and decide' }).click()
    await fillDecision(customer, {
      outcome: 'reject',
      missing: { 2: 'The cut-over at Clevedon has no way back.' },
      name: owen.name,
    })
    await sign(customer)
    await customer.waitForURL(/\/submissions\/[0-9a-f-]{36}$/)
    const criterion = customer.getByRole('article').filter({ hasText: 'Every step has a way back.' })
    expect(await criterion.innerText()).toMatch(/Not met[\s\S]*The cut-over at Clevedon has no way back\./)
  })

  test('Mara reads the reason, at the deliverable and in her mail', async () => {
    await mara.goto(design)
    await mara.getByText('The cut-over at Clevedon has no way back.').waitFor()
    expect(await mara.getByRole('main').innerText()).toContain('Criterion 2: Every step has a way back.')

    const mailbox = await mara.context().newPage()
    await openMail(mailbox, { to: staffCast.mara.email, subject: /^Rejected: .*Link design/ })
    await letter(mailbox).getByText('The cut-over at Clevedon has no way back.').waitFor()
    await mailbox.close()
  })

  test('the design is still not billable', async () => {
    await priya.goto('/billing')
    const waiting = priya.getByRole('row').filter({ hasText: project }).filter({ hasText: 'Design accepted' })
    expect(await waiting.innerText()).toContain('version 1 rejected')
  })
})

describe('Version 2 is accepted', () => {
  test('Mara submits it', async () => {
    const buffer = await paper('Link design', ['Version 2, with a way back at every step'], new Date())
    await submitVersion(mara, design, {
      message: 'Chapter 4 now has the way back.',
      files: [{ name: 'Link design 2.pdf', mimeType: 'application/pdf', buffer }],
    })
  })

  test('Owen reads the statement, signs, and has the certificate without asking for it', async () => {
    await customer.goto('/')
    await customer
      .getByRole('article')
      .filter({ hasText: `${project} · Version 2` })
      .getByRole('link', { name: 'Review and decide' })
      .click()
    await customer.getByRole('link', { name: 'Review and decide' }).click()
    const statement = customer
      .getByRole('blockquote')
      .filter({ hasText: `I, ${owen.name}, accept` })
      .first()
    expect(await statement.innerText()).toMatch(
      /version 2, on behalf of Harbour Telecom plc[\s\S]*€40,000\.00 for billing/,
    )

    await fillDecision(customer, { outcome: 'accept', name: owen.name })
    await sign(customer)
    await customer.waitForURL(/\/submissions\/[0-9a-f-]{36}$/, { waitUntil: 'commit' })
    const answeredAt = performance.now()
    await customer.getByRole('link', { name: /^Acceptance certificate .* \(PDF\)$/ }).waitFor()
    const seconds = (performance.now() - answeredAt) / 1000
    console.info(`The certificate was on the page ${seconds.toFixed(2)} s after the answer.`)
  })

  test('Owen downloads the certificate', async () => {
    const coming = customer.waitForEvent('download')
    await customer.getByRole('link', { name: /^Acceptance certificate/ }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    expect(
      readFileSync((await download.path())!)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test.each([
    ['Owen', owen.email],
    ['Mara', staffCast.mara.email],
  ])('%s has it in the mail', async (_who, to) => {
    const mailbox = await customer.context().newPage()
    await openMail(mailbox, { to, subject: /^Accepted: .*Link design/ })
    const href = await mailbox.getByRole('link', { name: /\.pdf$/ }).getAttribute('href')
    const attached = await mailbox.request.get(new URL(href!, inject('product').origins.mailbox).href)
    expect((await attached.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await mailbox.close()
  })
})

describe('Priya bills it', () => {
  let number: string

  test('finds the milestone billable, by nobody’s tick', async () => {
    await priya.goto('/billing')
    const billable = priya.getByRole('article').filter({ hasText: project })
    expect(await billable.innerText()).toMatch(/Design accepted[\s\S]*€40,000\.00[\s\S]*version 2, accepted/)
    expect(await billable.innerText()).not.toContain('Link in operation')
  })

  test('sees the invoice before it is one, and issues it under the next number', async () => {
    const known = await invoiceNumbers(priya)
    await priya.goto('/billing')
    await priya
      .getByRole('article')
      .filter({ hasText: project })
      .getByRole('button', { name: 'Make a draft' })
      .click()
    await priya.getByRole('link', { name: 'Issue', exact: true }).click()
    expect(await priya.getByRole('main').innerText()).toContain('€47,600.00')
    await priya.getByRole('button', { name: /^Issue invoice/ }).click()
    number = (await priya.getByRole('heading', { level: 1, name: /^Invoice / }).innerText()).replace(
      'Invoice ',
      '',
    )

    const numbers = await invoiceNumbers(priya)
    expect(numbers.filter((each) => !known.includes(each))).toEqual([number])
    const counted = numbers.map((each) => Number(/\d+$/.exec(each)![0])).sort((a, b) => a - b)
    expect(counted).toEqual(counted.map((_, index) => index + 1))
  })

  test('downloads it as a PDF', async () => {
    await priya.goto('/invoices')
    await priya.getByRole('link', { name: number }).click()
    const pdf = priya.getByRole('link', { name: 'Download PDF' })
    await expect.poll(async () => (await priya.reload(), pdf.count()), { timeout: 10_000 }).toBe(1)
    const coming = priya.waitForEvent('download')
    await pdf.click()
    expect(
      readFileSync((await (await coming).path())!)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('records a part of the payment', async () => {
    await record('20,000.00')
    expect(await priya.getByRole('main').innerText()).toContain('€27,600.00')
  })

  test('cannot record more than is open, and is told how much that is', async () => {
    await record('27,600.01')
    await priya.getByRole('alert').getByText('Only €27,600.00 of this invoice is open.').waitFor()
    expect(await priya.getByLabel('Amount received').inputValue()).toBe('27,600.01')
  })

  test('records the rest', async () => {
    await priya.goto('/invoices')
    await priya.getByRole('link', { name: number }).click()
    await record('27,600.00')
    await priya.getByText('This invoice is paid in full.').waitFor()
  })

  test('and Owen sees it paid', async () => {
    await customer.goto('/')
    await customer.getByRole('link', { name: project }).click()
    await customer.getByRole('link', { name: 'Payments', exact: true }).click()
    const invoice = customer.getByRole('row').filter({ hasText: `Invoice ${number} (PDF)` })
    for (const words of ['€47,600.00', 'Paid']) expect(await invoice.innerText()).toContain(words)
    const milestone = customer.getByRole('row').filter({ hasText: 'Design accepted' })
    expect(await milestone.innerText()).toContain('Paid')
  })

  async function record(amount: string) {
    await priya.getByRole('link', { name: 'Record a payment' }).click()
    await priya.getByLabel('Amount received').fill(amount)
    await priya.getByLabel('Reference').fill('SEPA credit transfer')
    await priya.getByRole('button', { name: 'Record payment' }).click()
  }
})

type Move = { name: string; from: string; to: string }

/** The dates that moved, of a list of changes: 'Moved Milestone Design accepted from 1 May 2026 to 8 May 2026 …'. */
function moves(changes: string[]): Move[] {
  return changes.flatMap((change) => {
    const found = /^(?:Moved)?\s*([\s\S]*?)\s*from (\d+ \w+ \d{4}) to (\d+ \w+ \d{4})/.exec(change)
    return found ? [{ name: found[1]!, from: found[2]!, to: found[3]! }] : []
  })
}

async function invoiceNumbers(page: Page): Promise<string[]> {
  await page.goto('/invoices')
  const table = page.getByRole('table', { name: 'Invoices' })
  return table.locator('tbody').getByRole('rowheader').allInnerTexts()
}
