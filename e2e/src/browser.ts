import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { chromiumProgram } from './chromium'

export type PageOptions = {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  javaScriptEnabled?: boolean
  hasTouch?: boolean
  locale?: string
  timezoneId?: string
  baseURL?: string
  /** A further page of somebody who is signed in already. */
  context?: BrowserContext
}

/** Every width that the product is looked at in. */
export const viewports = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
} as const

const complaints: string[] = []
const heardContexts = new WeakSet<BrowserContext>()

// Whatever a page complains of fails the test in which it did.
afterEach(() => {
  const heard = complaints.splice(0)
  if (heard.length > 0) throw new Error(`The browser complained:\n${heard.join('\n')}`)
})

/** Starts a browser; close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await chromiumProgram()
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [
      // Chromium's sandbox refuses root; what it visits here is only ourselves.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Containers give /dev/shm too little for a page's pictures.
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-gpu',
    ],
  })
}

/**
 * A page in a context (a person) of its own, unless one is given. Its complaints, and those of the pages that it
 * opens, fail the running test.
 */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { context: given, ...wanted } = options
  const context =
    given ?? (await browser.newContext({ viewport: viewports.desktop, locale: 'en-GB', ...wanted }))
  if (!heardContexts.has(context)) {
    heardContexts.add(context)
    context.on('page', hear)
  }
  return context.newPage()
}

function hear(page: Page) {
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isTold(message)) complaints.push(`${page.url()} ${message.text()}`)
  })
}

/** What was heard so far, taken away: for a test that means to provoke a complaint. */
export function takeComplaints(): string[] {
  return complaints.splice(0)
}

/** Chromium reports every 4xx answer. The page itself tells a refused person; a missing asset tells nobody. */
function isTold(message: ConsoleMessage): boolean {
  const isRefusal = /^Failed to load resource: .* status of 4\d\d/.test(message.text())
  return isRefusal && !/\.(js|css|svg|png|ico|woff2?|webmanifest)(\?|$)/.test(message.location().url)
}
