import { createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { acceptPlan, harbourName, planUpload, uniqueCode, uploadPlan, type Upload } from '../src/manager'
import { atTheConsole } from '../src/people'
import { whatIsStored } from '../src/stored'

const oracles = join(import.meta.dirname, '../../../shared/oracles/schedule')
const realPlans = existsSync(oracles)
  ? readdirSync(oracles).filter((name) => name.endsWith('.input.xml'))
  : []

let browser: Browser
let mara: Page
const folder = mkdtempSync(join(tmpdir(), 'countersign-plans-'))

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await browser?.close()
})

describe('Mara imports a plan for Harbour Telecom', () => {
  const code = uniqueCode('IMP')
  const plan = withCost(planUpload('Second link to Clevedon'))

  test('sees how far the upload is while it is under way', async () => {
    // A megabyte more of plan on a slow line, so that there is something to see.
    const slow = {
      ...plan,
      buffer: Buffer.concat([plan.buffer, Buffer.from(`<!--${' '.repeat(1_000_000)}-->\n`)]),
    }
    const line = await mara.context().newCDPSession(mara)
    const speed = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 700_000 }
    await line.send('Network.emulateNetworkConditions', speed)
    await uploadPlan(mara, slow)

    await expect.poll(() => mara.getByRole('status').textContent()).toMatch(/Uploading: [1-9]\d? ?%/)
    await mara.getByRole('progressbar', { name: 'Upload and check' }).waitFor()

    await mara.getByRole('heading', { level: 1, name: 'Check the plan' }).waitFor()
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1 })
    await line.detach()
  })

  test('sees tasks, milestones, links and calendars before anything is founded', async () => {
    await uploadPlan(mara, plan)
    await mara.getByRole('heading', { level: 1, name: 'Check the plan' }).waitFor()

    expect(await mara.getByRole('main').innerText()).toContain(`for ${harbourName}`)
    expect(await figures(mara)).toMatchObject({
      Tasks: '2',
      Summaries: '2',
      Milestones: '2',
      Links: '3',
      Calendars: '1',
    })
    const breakdown = mara.getByRole('table', { name: 'Timeline' })
    expect(await breakdown.getByRole('rowheader').allInnerTexts()).toEqual(
      expect.arrayContaining(
        ['Draw the design', 'Link in operation'].map((name) => expect.stringContaining(name)),
      ),
    )
    await mara.getByRole('img', { name: /^Timeline\. Bars for 6 rows/ }).waitFor()
    await mara.getByText('Show what waits for what').click()
    expect(await mara.getByRole('table', { name: 'Links' }).innerText()).toContain('Finish to start')
  })

  test('sees, line by line, what was not taken over', async () => {
    const line =
      String(plan.buffer)
        .split('\n')
        .findIndex((each) => each.includes('Draw the design')) + 1
    const row = mara
      .getByRole('table', { name: 'Not taken over' })
      .getByRole('row')
      .filter({ hasText: 'Draw the design' })
    expect(await row.innerText()).toContain('Costs and rates are not taken over.')
    expect(await row.getByRole('rowheader').innerText()).toBe(String(line))
  })

  test('accepts it, and the plan stands with its timeline', async () => {
    await acceptPlan(mara, {
      code,
      name: 'Second link to Clevedon',
      objective: 'No outage when one link fails.',
    })
    await mara.getByRole('heading', { level: 1, name: 'Second link to Clevedon' }).waitFor()

    await mara.getByRole('link', { name: 'Planning', exact: true }).click()
    await mara.getByRole('application', { name: /^Timeline\. 6 rows/ }).waitFor()
    const built = mara
      .getByRole('treegrid', { name: 'Tasks' })
      .getByRole('row')
      .filter({ hasText: 'Build the link' })
    expect(await built.innerText()).toMatch(/\d{1,2} \w{3} \d{4}/)
    await mara.getByRole('link', { name: 'Reading view' }).click()
    await mara.getByRole('img', { name: /^Timeline\. Bars for 6 rows/ }).waitFor()
  })

  test('cannot give a second project the same code, and loses nothing of what was typed', async () => {
    await uploadPlan(mara, planUpload('A third link'))
    await mara.getByLabel('Project code').fill(code)
    await mara.getByLabel('Objective').fill('One more.')
    await mara.getByRole('button', { name: 'Found the project' }).click()

    await mara.getByRole('alert').getByText('Another project has this code.').waitFor()
    expect(await mara.getByLabel('Objective').inputValue()).toBe('One more.')
  })
})

describe('Every real plan', () => {
  test.skipIf(realPlans.length === 0).for(realPlans.length > 0 ? realPlans : ['each of the oracles'])(
    '%s becomes a preview with dates',
    async (name) => {
      await uploadPlan(mara, join(oracles, name))
      await mara.getByRole('heading', { level: 1, name: 'Check the plan' }).waitFor()
      expect(Number((await figures(mara)).Tasks?.replace(/\D/g, ''))).toBeGreaterThan(0)
      expect((await figures(mara))['Start and finish']).toMatch(/\d{4} to .*\d{4}/)
      await mara.getByRole('button', { name: 'Found the project' }).waitFor()
    },
  )
})

describe('What is no plan gets a clear sentence, and nothing is stored', () => {
  const good = planUpload('Not this one')

  test.for<[string, Upload, string]>([
    ['a file with a DOCTYPE', withDoctype(good), 'The file contains a DOCTYPE'],
    ['a file that ends in the middle', cut(good), 'The file ends in the middle.'],
    ['a ZIP archive renamed to .xml', zipped(good), 'This is a ZIP archive, whatever its name says.'],
    ['an empty file', { ...good, buffer: Buffer.alloc(0) }, 'The file is empty.'],
    ['a picture', { ...good, buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }, 'not XML'],
    [
      'XML that is something else',
      { ...good, buffer: Buffer.from('<?xml version="1.0"?><rss/>') },
      'not a Microsoft Project plan',
    ],
  ])('%s', async ([, file, sentence]) => {
    const before = await whatIsStored()
    await uploadPlan(mara, file)
    await mara.getByRole('alert').getByText(sentence).waitFor()
    expect(await mara.getByLabel('Customer', { exact: true }).inputValue()).not.toBe('')
    expect(await whatIsStored()).toEqual(before)
  })

  test('a file of 220 MB is not even sent', async () => {
    await uploadPlan(mara, await hugePlan())
    await mara.getByRole('alert').getByText('larger than 200 MB').waitFor()
  })

  test('a file of 220 MB that is sent after all, by a browser without JavaScript', async () => {
    const plain = await atTheConsole(browser, 'mara', { javaScriptEnabled: false })
    const before = await whatIsStored()
    await uploadPlan(plain, await hugePlan())
    await plain.getByRole('alert').getByText('The file is larger than 200 MB').waitFor()
    expect(await whatIsStored()).toEqual(before)
    await plain.context().close()
  })

  test('a customer whom nobody knows', async () => {
    const before = await whatIsStored()
    const { origins } = inject('product')
    const answer = await mara.request.post(`${origins.console}/projects/new`, {
      headers: { Origin: origins.console },
      multipart: { customerId: '00000000-0000-4000-8000-000000000000', file: good },
    })
    expect(answer.status()).toBe(422)
    expect(await answer.text()).toContain('This customer is not there any more.')
    expect(await whatIsStored()).toEqual(before)
  })
})

/** The page's key figures by their labels. */
async function figures(page: Page): Promise<Record<string, string>> {
  const terms = await page.getByRole('term').allInnerTexts()
  const values = await page.getByRole('definition').allInnerTexts()
  return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']))
}

function withCost(plan: Upload): Upload {
  const cost = '<FixedCost>1200</FixedCost>'
  return changed(plan, (xml) =>
    xml.replace(/(<Task>(?:(?!<\/Task>).)*Draw the design.*?)<\/Task>/, `$1\n${cost}</Task>`),
  )
}

function withDoctype(plan: Upload): Upload {
  return changed(plan, (xml) =>
    xml.replace('<Project ', '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Project '),
  )
}

function cut(plan: Upload): Upload {
  return changed(plan, (xml) => xml.slice(0, xml.indexOf('Build the link')))
}

function changed(plan: Upload, change: (xml: string) => string): Upload {
  return { ...plan, buffer: Buffer.from(change(String(plan.buffer))) }
}

/** An archive as programs write it: one stored entry; only its beginning matters. */
function zipped(plan: Upload): Upload {
  const entry = Buffer.from('504b03040a00000000000000000000000000', 'hex')
  return { ...plan, buffer: Buffer.concat([entry, plan.buffer]) }
}

/** A plan that is well-formed and far too large, on disk: a browser sends it from there. */
async function hugePlan(): Promise<string> {
  const file = join(folder, 'huge.xml')
  if (existsSync(file)) return file
  const [head, tail] = String(planUpload('Huge').buffer).split('<Tasks>') as [string, string]
  const filling = Buffer.from(`${'<Company>Halden, with so much to say</Company>\n'.repeat(20_000)}`)
  function* parts() {
    yield Buffer.from(head)
    for (let size = 0; size < 220_000_000; size += filling.length) yield filling
    yield Buffer.from(`<Tasks>${tail}`)
  }
  await pipeline(Readable.from(parts()), createWriteStream(file))
  return file
}
