import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** Opens a mail in the demo's mailbox, which shows what would have been mailed, as soon as it is there. */
export async function openMail(page: Page, { to, subject }: { to: string; subject: string | RegExp }) {
  const mail = page.getByRole('link', { name: subject }).first()
  await expect
    .poll(
      async () => {
        await page.goto(`${inject('product').origins.mailbox}/?to=${encodeURIComponent(to)}`)
        return mail.count()
      },
      { timeout: 20_000, interval: 300, message: `a mail ${subject} to ${to}` },
    )
    .toBeGreaterThan(0)
  await mail.click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

/** The mail as its reader sees it. */
export function letter(page: Page) {
  return page.frameLocator('iframe')
}
