import {
  castPassword,
  contactCast,
  staffCast,
  type ContactName,
  type StaffName,
} from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { newPage, type PageOptions } from './browser'

/** A member of staff at the console, signed in, on the first page. Relative addresses lead to the console. */
export function atTheConsole(browser: Browser, name: StaffName, options: PageOptions = {}): Promise<Page> {
  return signedIn(browser, inject('product').origins.console, staffCast[name].email, options)
}

/** A contact at the portal, signed in, on the overview. Relative addresses lead to the portal. */
export function atThePortal(browser: Browser, name: ContactName, options: PageOptions = {}): Promise<Page> {
  return signedIn(browser, inject('product').origins.portal, contactCast[name].email, options)
}

async function signedIn(
  browser: Browser,
  origin: string,
  email: string,
  options: PageOptions,
): Promise<Page> {
  const page = await newPage(browser, { baseURL: origin, ...options })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(castPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}
