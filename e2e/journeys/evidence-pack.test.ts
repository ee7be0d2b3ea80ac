import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openPack } from '@countersign/evidence/pack/read-pack'
import { Uint8ArrayReader } from '@zip.js/zip.js/index-native.js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { untilIdle } from '../walls/kept'
import { administrator } from '../walls/visitors'
import { launchBrowser, newPage } from '../src/browser'
import { atThePortal } from '../src/people'
import { placesOfTheStory } from '../src/places'

let browser: Browser
let folder: string
let pack: string
beforeAll(async () => {
  browser = await launchBrowser()
  folder = mkdtempSync(join(tmpdir(), 'countersign-pack-'))
  const sql = administrator(inject('product').adminUrl)
  await untilIdle(sql)
  await sql.end()
  const { accepted } = await placesOfTheStory()
  const grace = await atThePortal(browser, 'grace')
  await grace.goto(`/submissions/${accepted}`)
  pack = await downloaded(grace, 'pack.zip')
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the page's button gives, in a folder of its own. */
async function downloaded(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the evidence pack' }).click(),
  ])
  const path = join(folder, name)
  await download.saveAs(path)
  return path
}

/** The page as it lies in the pack, opened from the disk by somebody without a network. */
async function ownVerifier(locale: string): Promise<Page> {
  const opened = (await openPack(new Uint8ArrayReader(new Uint8Array(readFileSync(pack)))))!
  const path = join(folder, 'verify.html')
  writeFileSync(path, (await opened.bytes('verify.html'))!)
  const context = await browser.newContext({ locale, offline: true })
  const page = await newPage(browser, { context })
  await page.goto(pathToFileURL(path).href)
  return page
}

describe('an evidence pack that a customer downloads', () => {
  test('holds by the page in it, opened from the disk without a network', async () => {
    const page = await ownVerifier('en-GB')
    await page.getByLabel('Choose a file').first().setInputFiles(pack)
    await page.getByRole('heading', { name: 'This pack holds' }).waitFor()
    await page.getByText('this check cannot know').waitFor()
    expect(await page.getByRole('heading', { name: /What failed/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Dieses Paket hält' }).waitFor()
  })

  test('is found out by that page where a single byte was changed', async () => {
    const bytes = readFileSync(pack)
    const at = bytes.indexOf('"outcome":"accepted"')
    bytes.write('"outcome":"rejected"', at)
    const altered = join(folder, 'altered.zip')
    writeFileSync(altered, bytes)
    const page = await ownVerifier('de-DE')
    await page.getByLabel('Datei wählen').first().setInputFiles(altered)
    await page.getByRole('heading', { name: 'Dieses Paket hält nicht' }).waitFor()
    await page.getByText('nachträglich geändert oder beschädigt').first().waitFor()
  })

  test('holds by the command line, without our database', () => {
    const { status, stdout } = spawnSync(
      'node',
      ['scripts/countersign.mjs', 'evidence', 'verify', pack, '--json'],
      { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
    )
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as { holds: boolean }).holds).toBe(true)
  })
})

describe('the portal’s public page', () => {
  test('checks a certificate for somebody who is not signed in, and sends nothing anywhere', async () => {
    const opened = (await openPack(new Uint8ArrayReader(new Uint8Array(readFileSync(pack)))))!
    const certificate = opened.paths.find((path) => path.startsWith('certificates/'))!
    const path = join(folder, 'certificate.pdf')
    writeFileSync(path, (await opened.bytes(certificate))!)
    const page = await newPage(browser, { baseURL: inject('product').origins.portal })
    await page.goto(`/verify#${'0'.repeat(64)}`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByText('You came here by the code on a certificate').waitFor()
    await page.getByLabel('Choose a file').first().setInputFiles(path)
    // The code was another certificate's.
    await page.getByRole('heading', { name: 'This certificate does not hold' }).waitFor()
    await page.getByText('this is another certificate').waitFor()
    await page.goto('/verify')
    await page.reload()
    asked.length = 0
    await page.getByLabel('Choose a file').first().setInputFiles(path)
    await page.getByRole('heading', { name: 'This certificate holds' }).waitFor()
    expect(asked).toEqual([])
  })
})
