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

export type Verdict = {
  outcome: 'accept' | 'reject'
  /** What is missing, by the number of the criterion; the others are met. */
  missing?: Record<number, string>
  name: string
  password?: string
}

/** Goes through the criteria, chooses, signs. The page is that of the decision. */
export async function fillDecision(
  page: Page,
  { outcome, missing = {}, name, password = castPassword }: Verdict,
) {
  const criteria = page.getByRole('listitem').filter({ has: page.getByRole('radio', { name: 'Not met' }) })
  for (let number = 1; number <= (await criteria.count()); number++) {
    const criterion = criteria.nth(number - 1)
    const reason = missing[number]
    await criterion.getByRole('radio', { name: reason ? 'Not met' : 'Met', exact: true }).check()
    if (reason) await criterion.getByLabel('What is missing?').fill(reason)
  }
  await page
    .getByRole('radio', { name: outcome === 'accept' ? 'Accept this version' : 'Reject this version' })
    .check()
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your password').fill(password)
}

export async function sign(page: Page) {
  await page.getByRole('button', { name: 'Sign the decision' }).click()
}
