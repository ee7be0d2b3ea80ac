import type { Page } from 'playwright-core'

/** Waits until the page's script answers for its first form: before that, a change of a field starts nothing. */
export async function formIsLive(page: Page) {
  await page.waitForFunction(() => {
    const form = document.querySelector('main form')
    return form !== null && Object.keys(form).some((key) => key.startsWith('__reactProps'))
  })
}
