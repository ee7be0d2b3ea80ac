import { castPassword, contactCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { fillDecision, sign } from '../src/customer'
import { designCriteria, designSubmitted } from '../src/design-submitted'
import { atTheConsole, atThePortal } from '../src/people'

const { grace } = contactCast

let browser: Browser
let page: Page
let project: Awaited<ReturnType<typeof designSubmitted>>

beforeAll(async () => {
  browser = await launchBrowser()
  const mara = await atTheConsole(browser, 'mara')
  project = await designSubmitted(mara, 'NOJS', [{ ...grace, upTo: '500,000.00' }])
  await mara.context().close()
})
afterAll(() => browser?.close())

describe('Grace, in a browser without JavaScript', () => {
  test('signs in and sees what waits for her', async () => {
    page = await atThePortal(browser, 'grace', { javaScriptEnabled: false })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Welcome, ${grace.name}`)
    const card = page.getByRole('article').filter({ hasText: `${project.name} · Version 1` })
    expect(await card.innerText()).toContain('Acceptance releases €50,000.00 for billing.')
  })

  test('reads how the project stands', async () => {
    await page.getByRole('link', { name: project.name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: project.name }).waitFor()
    const told = await page.getByRole('main').innerText()
    expect(told).toContain('The design is ready for you.')
    expect(told).toContain('Link in operation')
    await page.getByRole('img', { name: /^Milestones\. / }).waitFor()
  })

  test('finds the deliverables with their criteria', async () => {
    await page.getByRole('link', { name: 'Deliverables', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Deliverables' }).waitFor()
    for (const criterion of designCriteria) await page.getByText(criterion).waitFor()
  })

  test('opens the version that waits and downloads its file', async () => {
    await page.goto('/')
    const card = page.getByRole('article').filter({ hasText: `${project.name} · Version 1` })
    await card.getByRole('link', { name: 'Review and decide' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: project.file.name }).click()
    expect((await coming).suggestedFilename()).toBe(project.file.name)
  })

  test('is told what is missing before anything is signed', async () => {
    await page.getByRole('link', { name: 'Review and decide' }).click()
    await fillDecision(page, { outcome: 'accept', missing: { 1: 'Only one site.' }, name: grace.name })
    await sign(page)
    await page.getByRole('alert').getByText('You marked a criterion as not met.').waitFor()
    expect(await page.getByLabel('What is missing?').first().inputValue()).toBe('Only one site.')
  })

  test('accepts, with a remark that stays in sight and goes on record', async () => {
    await page.getByRole('radio', { name: 'Met', exact: true }).first().check()
    await page.getByLabel('What is missing?').first().fill('Both sites, see page 4.')
    await page.getByLabel('Your password').fill(castPassword)
    await sign(page)
    await page.getByRole('heading', { level: 2, name: 'Decision', exact: true }).waitFor()
    await page.getByText(`I, ${grace.name}, accept`).waitFor()
    const criterion = page.getByRole('article').filter({ hasText: designCriteria[0] })
    expect(await criterion.innerText()).toMatch(/Met[\s\S]*Both sites, see page 4\./)
  })

  test('has the certificate as soon as the page has reloaded itself', async () => {
    const certificate = page.getByRole('link', { name: /^Acceptance certificate .* \(PDF\)$/ })
    await certificate.waitFor()
    const coming = page.waitForEvent('download')
    await certificate.click()
    expect((await coming).suggestedFilename()).toMatch(/\.pdf$/)
  })

  test('sees that the milestone can now be billed', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: project.name, exact: true }).click()
    await page.getByRole('link', { name: 'Payments', exact: true }).click()
    const milestone = page.getByRole('row').filter({ hasText: 'Design accepted' })
    const told = await milestone.innerText()
    for (const words of ['€50,000.00', 'Billable', 'Released by acceptance on']) expect(told).toContain(words)
  })

  test('signs out', async () => {
    await page.getByRole('banner').getByText(grace.name).first().click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  })
})
