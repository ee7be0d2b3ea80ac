import { castPassword } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { newPage } from './browser'
import { letter, openMail } from './mailbox'

/** Opens the invitation in the mailbox, follows it, sets the password; the page is on the portal's overview then. */
export async function acceptInvitation(
  browser: Browser,
  { email, project }: { email: string; project: string },
): Promise<Page> {
  const mailbox = await newPage(browser, { baseURL: inject('product').origins.portal })
  await openMail(mailbox, { to: email, subject: `Your invitation to ${project}` })
  const opened = mailbox.context().waitForEvent('page')
  await letter(mailbox).getByRole('link', { name: 'Accept the invitation' }).click()
  const page = await opened
  await page.getByLabel('New password').fill(castPassword)
  await page.getByRole('button', { name: 'Set password and go on' }).click()
  await page.getByRole('heading', { level: 1, name: /^Welcome, / }).waitFor()
  await mailbox.close()
  return page
}

/** Confirms every version of criteria that waits in a project. */
export async function confirmCriteria(page: Page, projectId: string) {
  await page.goto(`/projects/${projectId}/criteria`)
  const confirm = page.getByRole('button', { name: 'Confirm the criteria' })
  for (let waiting = await confirm.count(); waiting > 0; waiting--) {
    await confirm.first().click()
    await confirm.nth(waiting - 1).waitFor({ state: 'detached' })
  }
}

export type Verdict = {
  outcome: keyof typeof choices
  /** What is missing, by the number of the criterion; the others are met. */
  missing?: Record<number, string>
  /** What is left to be done, where it is accepted with reservations. */
  left?: { what: string; name: string; until: string }[]
  name: string
  password?: string
}

const choices = {
  accept: 'Accept this version',
  reserve: 'Accept with reservations',
  reject: 'Reject this version',
}

/** Goes through the criteria, chooses, signs. The page is that of the decision. */
export async function fillDecision(
  page: Page,
  { outcome, missing = {}, left = [], name, password = castPassword }: Verdict,
) {
  const criteria = page.getByRole('listitem').filter({ has: page.getByRole('radio', { name: 'Not met' }) })
  for (let number = 1; number <= (await criteria.count()); number++) {
    const criterion = criteria.nth(number - 1)
    const reason = missing[number]
    await criterion.getByRole('radio', { name: reason ? 'Not met' : 'Met', exact: true }).check()
    if (reason) await criterion.getByLabel('What is missing?').fill(reason)
  }
  await page.getByRole('radio', { name: choices[outcome] }).check()
  for (const [index, point] of left.entries()) {
    const row = page.getByRole('group', { name: `Point ${index + 1}`, exact: true })
    await row.getByLabel('What', { exact: true }).fill(point.what)
    await row.getByLabel('Name', { exact: true }).fill(point.name)
    await row.getByLabel('Until', { exact: true }).fill(point.until)
  }
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your password').fill(password)
}

export async function sign(page: Page) {
  await page.getByRole('button', { name: 'Sign the decision' }).click()
}
