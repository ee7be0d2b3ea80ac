import { localDateIn } from '@countersign/domain/calendar-day'
import { contactCast } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { designSubmitted } from '../src/design-submitted'
import { atTheConsole, atThePortal } from '../src/people'

const { grace } = contactCast
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${name}\n`),
})
const clockIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date())

let browser: Browser
let mara: Page
let project: Awaited<ReturnType<typeof designSubmitted>>
beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  project = await designSubmitted(mara, 'OUT', [{ ...grace, upTo: '500,000.00' }])
})
afterAll(() => browser?.close())

describe('A decision that Grace signed with another service', () => {
  test('is recorded by Mara with its envelope, and refused with a picture in place of a PDF', async () => {
    await mara.getByRole('link', { name: 'Record a decision made outside' }).click()
    await mara.getByLabel('Accepted').check()
    await mara.getByLabel(/^Grace Okafor/).check()
    // The project's clock, not the office's.
    const hint = await mara.getByText(/^As the certificate of completion says/).innerText()
    const timeZone = /in (\S+) time/.exec(hint)![1]!
    await mara.getByLabel('Signed there on').fill(localDateIn(timeZone, new Date()))
    await mara.getByLabel('At', { exact: true }).fill(clockIn(timeZone))
    await mara.getByLabel('Signing service').fill('Signing Service Ltd')
    await mara.getByLabel('Envelope id').fill('7f1c-22')
    await mara.getByLabel('Reason').fill('The customer signs everything with its own service.')
    await mara.getByLabel('Signed document (PDF)').setInputFiles({
      name: 'acceptance.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Accepted.'),
    })
    await mara.getByLabel('Certificate of completion (PDF)').setInputFiles(pdf('Completion.pdf'))
    await mara.getByRole('button', { name: 'Record the decision' }).click()
    await mara.getByText('An envelope is two different PDFs').waitFor()
    await mara.getByLabel('Signed document (PDF)').setInputFiles(pdf('Acceptance.pdf'))
    await mara.getByRole('button', { name: 'Record the decision' }).click()
    await mara.getByText('Grace Okafor signed with Signing Service Ltd, envelope 7f1c-22').waitFor()
    expect(await mara.getByRole('main').innerText()).toContain('Not signed here, and not verified by us.')
  })

  test('is shown to Grace as what it is, with both files and in time its certificate', async () => {
    const signatory = await atThePortal(browser, 'grace', { viewport: { width: 390, height: 844 } })
    await signatory.goto(`/projects/${project.projectId}/deliverables`)
    await signatory.getByRole('link', { name: 'Version 1' }).click()
    await signatory.getByText('Accepted outside, not signed here').waitFor()
    const [download] = await Promise.all([
      signatory.waitForEvent('download'),
      signatory.getByRole('link', { name: 'Acceptance.pdf' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Acceptance.pdf')
    await signatory.getByRole('link', { name: /Acceptance certificate .* \(PDF\)/ }).waitFor()
    expect(await signatory.getByRole('main').innerText()).not.toContain('Signed with the name')
  })
})
