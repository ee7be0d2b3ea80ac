import { randomBytes } from 'node:crypto'
import { addDays, localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { customerCast } from '@countersign/story/cast'
import { planFile, workday, type StoryTask } from '@countersign/story/plan-file'
import type { Page } from 'playwright-core'

export type Upload = { name: string; mimeType: string; buffer: Buffer }

export const harbourName = customerCast.harbour.name

/** Today as the office counts it, or a day so many days from it. */
export function day(fromToday: number): LocalDate {
  return addDays(localDateIn('Europe/Berlin', new Date()), fromToday)
}

/** A project code that no other run or file uses. */
export function uniqueCode(letters: string): string {
  return `${letters}-${randomBytes(3).toString('hex').toUpperCase()}`
}

/** Ten days of design, ten of building, each ending in a milestone. */
export const smallPlan: StoryTask[] = [
  { name: 'Design', level: 1 },
  { name: 'Draw the design', level: 2, days: 10 },
  { name: 'Design accepted', level: 2, days: 0, after: ['Draw the design'] },
  { name: 'Build', level: 1 },
  { name: 'Build the link', level: 2, days: 10, after: ['Design accepted'] },
  { name: 'Link in operation', level: 2, days: 0, after: ['Build the link'] },
]

/** A Microsoft Project file as it would be uploaded; the plan starts on the next working day. */
export function planUpload(title: string, tasks: StoryTask[] = smallPlan): Upload {
  return {
    name: `${title}.xml`,
    mimeType: 'application/xml',
    buffer: Buffer.from(planFile({ title, startsOn: workday(day(0)), tasks })),
  }
}

/** Chooses the customer and the file; what comes of it is on the page then. */
export async function uploadPlan(page: Page, file: Upload | string, customer: string = harbourName) {
  await page.goto('/projects/new')
  const known = page.getByLabel('Customer', { exact: true })
  const label = await known.getByRole('option').filter({ hasText: customer }).textContent()
  await known.selectOption({ label: label! })
  await page.getByLabel('File').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload and check' }).click()
}

/** Uploads a file that is to change a project's plan; returns where what comes of it is looked at. */
export async function uploadChangedPlan(page: Page, at: string, file: Upload | string): Promise<string> {
  await page.goto(at)
  await page.getByLabel('File').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload and compare' }).click()
  await page.waitForURL((url) => url.pathname !== at)
  return new URL(page.url()).pathname
}

/** From a plan's file to a project; returns its id. */
export async function foundProject(
  page: Page,
  { code, name, plan = planUpload(name) }: { code: string; name: string; plan?: Upload },
): Promise<string> {
  await uploadPlan(page, plan)
  await page.getByRole('heading', { name: 'Check the plan' }).waitFor()
  await acceptPlan(page, {
    code,
    name,
    objective: 'A link between two sites that carries the traffic of both.',
  })
  return projectIdIn(page)
}

export async function acceptPlan(page: Page, words: { code: string; name: string; objective: string }) {
  await page.getByLabel('Project code').fill(words.code)
  await page.getByLabel('Name', { exact: true }).fill(words.name)
  await page.getByLabel('Objective').fill(words.objective)
  await page.getByRole('button', { name: 'Found the project' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
}

export function projectIdIn(page: Page): string {
  return /\/projects\/([0-9a-f-]{36})/.exec(page.url())![1]!
}

export type Deliverable = {
  name: string
  description?: string
  dueWith?: string
  criteria: [statement: string, howChecked: string][]
}

/** Returns the address of the deliverable's page. */
export async function defineDeliverable(
  page: Page,
  projectId: string,
  deliverable: Deliverable,
): Promise<string> {
  await page.goto(`/projects/${projectId}/deliverables/new`)
  await page.getByLabel('Name', { exact: true }).fill(deliverable.name)
  await page.getByLabel('Description').fill(deliverable.description ?? '')
  if (deliverable.dueWith) {
    const dueWith = page.getByLabel('Due with')
    const label = await dueWith.getByRole('option').filter({ hasText: deliverable.dueWith }).textContent()
    await dueWith.selectOption({ label: label! })
  }
  for (const [index, [statement, howChecked]] of deliverable.criteria.entries()) {
    await page.getByLabel('What must be true').nth(index).fill(statement)
    await page.getByLabel('How it is checked').nth(index).fill(howChecked)
  }
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/deliverables\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

export type BillingMilestone = { name: string; amount: string; dueOn?: LocalDate; releasedBy: string[] }

/** Fills the contract and its payment schedule and saves; what came of it is on the page then. */
export async function saveContract(
  page: Page,
  projectId: string,
  {
    value,
    currency = 'EUR',
    signedOn,
    milestones,
  }: { value: string; currency?: string; signedOn?: LocalDate; milestones: BillingMilestone[] },
) {
  await page.goto(`/projects/${projectId}/contract`)
  const line = page.getByRole('group', { name: 'Contract line 1', exact: true })
  await line.getByLabel('Price, estimate or cap, net').fill(value)
  await page.getByLabel('Currency').selectOption(currency)
  await page.getByLabel('Reference').fill('HT/2026/204')
  if (signedOn) await page.getByLabel('Signed on').fill(signedOn)
  for (const [index, milestone] of milestones.entries()) {
    const row = page.getByRole('group', { name: `Billing milestone ${index + 1}`, exact: true })
    await row.getByLabel('Billing milestone', { exact: true }).fill(milestone.name)
    await row.getByLabel('Amount, net').fill(milestone.amount)
    await row.getByLabel('Expected').fill(milestone.dueOn ?? day(30))
    for (const name of milestone.releasedBy)
      await row.getByRole('checkbox', { name: new RegExp(name) }).check()
  }
  await page.getByRole('button', { name: 'Save the contract' }).click()
}

type Contact = { name: string; email: string; jobTitle: string }

/** `upTo` makes a signatory of the contact, with an authority in the contract's currency. */
export async function inviteContact(
  page: Page,
  projectId: string,
  { upTo, ...contact }: Contact & { upTo?: string },
) {
  await page.goto(`/projects/${projectId}/contacts`)
  await page.getByLabel('Name', { exact: true }).fill(contact.name)
  await page.getByLabel('E-mail').fill(contact.email)
  await page.getByLabel('Job title').fill(contact.jobTitle)
  await page.getByRole('radio', { name: upTo ? 'Signatory' : 'Viewer' }).check()
  if (upTo) {
    await page.getByLabel('Up to an amount of').fill(upTo)
    await page.getByLabel('How this is known').fill('Schedule of authorities, annex C')
  }
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('status').getByText('The invitation is on its way.').waitFor()
}

/** Puts the criteria of a deliverable, whose page is at `address`, before the customer. */
export async function proposeCriteria(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Put the criteria before the customer' }).click()
  await page.getByText('waits for a signatory to confirm it').waitFor()
}

/** Submits the next version of a deliverable, whose page is at `address`. */
export async function submitVersion(
  page: Page,
  address: string,
  { message, files }: { message: string; files: Upload[] },
) {
  await page.goto(`${address}/submission`)
  await page.getByLabel('Message to the customer').fill(message)
  await page.getByLabel('Files').setInputFiles(files)
  await page.getByRole('button', { name: /^Submit version \d+$/ }).click()
  await page.waitForURL((url) => url.pathname === address)
}

export async function publish(page: Page, projectId: string, narrative: string) {
  await page.goto(`/projects/${projectId}/publish`)
  await page.getByLabel('Your words to the customer').fill(narrative)
  await page.getByRole('button', { name: /^Publish number \d+$/ }).click()
  await page
    .getByRole('status')
    .getByText(/^Number \d+ is published\.$/)
    .waitFor()
}
