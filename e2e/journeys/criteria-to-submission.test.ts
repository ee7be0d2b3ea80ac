import { castPassword, staffCast } from '@countersign/story/cast'
import { paper } from '@countersign/story/paper'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, newPage, viewports } from '../src/browser'
import { acceptInvitation } from '../src/customer'
import { openMail } from '../src/mailbox'
import {
  defineDeliverable,
  foundProject,
  inviteContact,
  saveContract,
  submitVersion,
  uniqueCode,
  type Upload,
} from '../src/manager'
import { atTheConsole } from '../src/people'

const code = uniqueCode('CTS')
const project = `Tested link ${code}`
const owen = {
  name: 'Owen Blythe',
  email: `owen.${code.toLowerCase()}@harbour.example`,
  jobTitle: 'Director Networks',
}
const nia = {
  name: 'Nia Brooks',
  email: `nia.${code.toLowerCase()}@harbour.example`,
  jobTitle: 'Operator',
}
const photo: Upload = {
  name: 'red alarm.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
}

let browser: Browser
let mara: Page
let signatory: Page
let tester: Page
let projectId: string
let link: string
let design: Upload

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
  projectId = await foundProject(mara, { code, name: project })
  link = await defineDeliverable(mara, projectId, {
    name: 'Link design',
    dueWith: 'Design accepted',
    criteria: [['Traffic goes on when a fibre is cut.', 'Trying it in the lab']],
  })
  await saveContract(mara, projectId, {
    value: '50,000.00',
    milestones: [{ name: 'Design accepted', amount: '50,000.00', releasedBy: ['Link design'] }],
  })
  await inviteContact(mara, projectId, { ...owen, upTo: '100,000.00' })
  design = {
    name: 'Link design.pdf',
    mimeType: 'application/pdf',
    buffer: await paper('Link design', ['Version 1'], new Date()),
  }
})
afterAll(() => browser?.close())

describe('What it will be judged by is agreed before the work', () => {
  test('nothing can be submitted before, and the overview says what waits', async () => {
    await mara.goto(`/projects/${projectId}`)
    const card = mara.getByRole('article').filter({ hasText: 'Criteria still to be agreed' })
    expect(await card.innerText()).toContain('not put before the customer')
    await mara.goto(`${link}/submission`)
    await mara.getByLabel('Message to the customer').fill('Too early.')
    await mara.getByLabel('Files').setInputFiles([design])
    await mara.getByRole('button', { name: 'Submit version 1' }).click()
    await mara
      .getByRole('alert')
      .getByText(/The customer has not confirmed these criteria yet/)
      .waitFor()
  })

  test('Mara puts the criteria before the customer, and it waits for Owen by name', async () => {
    await mara.goto(link)
    await mara.getByRole('button', { name: 'Put the criteria before the customer' }).click()
    await mara.getByText(/Version 1 of these criteria waits for a signatory/).waitFor()
    await mara.goto(`/projects/${projectId}`)
    const card = mara.getByRole('article').filter({ hasText: 'Criteria still to be agreed' })
    expect(await card.innerText()).toContain(`waits for ${owen.name}`)
  })

  test('Owen is told by mail and on his overview, reads the words and confirms them', async () => {
    signatory = await acceptInvitation(browser, { email: owen.email, project })
    const mailbox = await signatory.context().newPage()
    await openMail(mailbox, {
      to: owen.email,
      subject: 'Please confirm the acceptance criteria: Link design',
    })
    await mailbox.close()
    await signatory.goto('/')
    await signatory.getByRole('link', { name: 'Read and confirm' }).click()
    const words = signatory.getByRole('blockquote').filter({ hasText: `I, ${owen.name}, confirm` })
    expect(await words.innerText()).toContain('Link design')
    await signatory.getByRole('button', { name: 'Confirm the criteria' }).click()
    await signatory
      .getByRole('status')
      .getByText(/The criteria are confirmed/)
      .waitFor()
    await mara.goto(link)
    await mara.getByText(/The customer confirmed version 1 of these criteria/).waitFor()
  })

  test('a criterion that is changed afterwards has to be confirmed anew', async () => {
    await mara.goto(`${link}/definition`)
    await mara.getByLabel('Proof wanted').first().fill('Probe export')
    await mara.getByRole('button', { name: 'Save' }).click()
    await mara.waitForURL((url) => url.pathname === link)
    await mara.getByRole('button', { name: 'Put the criteria before the customer' }).click()
    await mara.getByText(/Version 2 of these criteria waits/).waitFor()
    await signatory.goto(`/projects/${projectId}/criteria`)
    await signatory.getByText('Proof wanted: Probe export').waitFor()
    await signatory.getByRole('button', { name: 'Confirm the criteria' }).click()
    await signatory
      .getByRole('status')
      .getByText(/The criteria are confirmed/)
      .waitFor()
  })
})

describe('An end user tests it before it is submitted', () => {
  test('Mara invites Nia as a tester who signs nothing, and opens the test', async () => {
    await mara.goto(`/projects/${projectId}/contacts`)
    await mara.getByLabel('Name', { exact: true }).fill(nia.name)
    await mara.getByLabel('E-mail').fill(nia.email)
    await mara.getByRole('radio', { name: 'Tester' }).check()
    await mara.getByLabel('Group of end users').fill('Control room')
    await mara.getByRole('button', { name: 'Invite' }).click()
    await mara.getByText('End user: Control room').waitFor()

    await mara.goto(`${link}/tests`)
    await mara.getByLabel('Title').first().fill('Cut a fibre')
    await mara
      .getByLabel('Steps')
      .first()
      .fill('Pull the fibre => Traffic goes on\nPlug it in => No alarm is left')
    await mara.getByRole('button', { name: 'Save the test cases' }).click()
    await mara.getByLabel('Message to the testers').fill('The lab is yours.')
    await mara.getByRole('button', { name: 'Open version for testing' }).click()
    await mara.getByRole('heading', { name: 'Version 1, round 1' }).waitFor()
  })

  test('Nia, on a phone without JavaScript, has to say what she saw where a step fails', async () => {
    const arrived = await acceptInvitation(browser, { email: nia.email, project })
    await openMail(arrived, { to: nia.email, subject: /^Ready to be tested: Link design/ })
    await arrived.context().close()
    tester = await newPage(browser, {
      baseURL: inject('product').origins.portal,
      viewport: viewports.phone,
      javaScriptEnabled: false,
    })
    await tester.goto('/sign-in')
    await tester.getByLabel('E-mail').fill(nia.email)
    await tester.getByLabel('Password').fill(castPassword)
    await tester.getByRole('button', { name: 'Sign in' }).click()
    await tester.goto(`/projects/${projectId}/tests`)
    await tester.getByRole('link', { name: 'Run: Cut a fibre' }).click()
    await result(1, 'As expected')
    await result(2, 'Not as expected')
    await tester.getByRole('button', { name: 'Record this run' }).click()
    await tester
      .getByRole('alert')
      .getByText('Say what you saw in each step that was not as expected.')
      .waitFor()
    expect(await step(2).getByRole('radio', { name: 'Not as expected' }).isChecked()).toBe(true)
  })

  test('and attaches a photo, which becomes part of a defect', async () => {
    await step(2).getByLabel('What did you see?').fill('The alarm of port 3 stays red.')
    await step(2).getByLabel('Pictures or files').setInputFiles([photo])
    await tester.getByRole('button', { name: 'Record this run' }).click()
    await tester.getByRole('status').getByText('Your run is recorded.').waitFor()
    const defect = tester.getByRole('article').filter({ hasText: /Defect \d+: Cut a fibre/ })
    expect(await defect.innerText()).toContain('The alarm of port 3 stays red.')
    const file = await defect.getByRole('link', { name: photo.name }).getAttribute('href')
    const answer = await tester.request.get(file!)
    expect((await answer.body()).equals(photo.buffer)).toBe(true)
    expect(await tester.getByRole('main').innerText()).toContain(`${nia.name} (Control room)`)
  })

  test('Nia cannot confirm criteria or sign', async () => {
    await tester.goto(`/projects/${projectId}/criteria`)
    expect(await tester.getByRole('button', { name: 'Confirm the criteria' }).count()).toBe(0)
  })

  test('Mara hears of it, sees the photo and answers that it is mended', async () => {
    const mailbox = await mara.context().newPage()
    await openMail(mailbox, {
      to: staffCast.mara.email,
      subject: /^Test not passed: Cut a fibre \(Link design/,
    })
    await mailbox.close()
    await mara.goto(`${link}/tests`)
    const defect = mara.getByRole('article').filter({ hasText: 'The alarm of port 3 stays red.' })
    const file = await defect.getByRole('link', { name: photo.name }).getAttribute('href')
    const answer = await mara.request.get(file!)
    expect((await answer.body()).equals(photo.buffer)).toBe(true)
    await defect.getByRole('radio', { name: 'It is mended' }).check()
    await defect.getByLabel('What was done, or why it is none').fill('The alarm clears itself now.')
    await defect.getByRole('button', { name: 'Answer' }).click()
    await mara.getByText('Mended, to be tested again').waitFor()
  })

  test('the submission page warns of the defect that is open', async () => {
    await mara.goto(`${link}/submission`)
    await mara.getByText(/A defect is open\. The customer reads it/).waitFor()
  })

  test('Nia tests again, it passes, and the defect is closed', async () => {
    await mara.goto(`${link}/tests`)
    await mara.getByRole('button', { name: 'Open version for testing' }).click()
    await mara.getByRole('heading', { name: 'Version 1, round 2' }).waitFor()
    await tester.goto(`/projects/${projectId}/tests`)
    await tester.getByText('The alarm clears itself now.').waitFor()
    await tester.getByRole('link', { name: 'Run: Cut a fibre' }).click()
    await result(1, 'As expected')
    await result(2, 'As expected')
    await tester.getByRole('button', { name: 'Record this run' }).click()
    await tester.getByText('Closed by a re-test').waitFor()
  })

  /** A step's card, by its number. */
  function step(number: number) {
    return tester
      .getByRole('article')
      .filter({ has: tester.getByRole('heading', { name: `Step ${number}` }) })
  }

  async function result(number: number, name: string) {
    await step(number).getByRole('radio', { name, exact: true }).check()
  }
})

describe('Our own side lets it pass', () => {
  test('a check that nobody passed keeps it back', async () => {
    await mara.goto(`${link}/checks`)
    await mara.getByLabel('What has to be true').first().fill('Every step was walked through.')
    await mara.getByLabel('Checked by').first().selectOption({ label: staffCast.mara.name })
    await mara.getByRole('button', { name: 'Save the checks' }).click()
    await mara.getByText('Not checked yet').waitFor()
    await mara.goto(`${link}/submission`)
    await mara.getByLabel('Message to the customer').fill('The design.')
    await mara.getByLabel('Files').setInputFiles([design])
    await mara.getByRole('button', { name: 'Submit version 1' }).click()
    await mara
      .getByRole('alert')
      .getByText(/A check of this version has not passed yet/)
      .waitFor()
  })

  test('its checker passes it, and it goes out', async () => {
    await mara.goto(`${link}/checks`)
    await mara.getByRole('radio', { name: 'Passed' }).check()
    await mara.getByRole('button', { name: 'Record the result' }).click()
    await mara.getByRole('article').filter({ hasText: 'Passed' }).first().waitFor()
    await mara.goto(`${link}/submission`)
    const frozen = await mara.getByRole('main').innerText()
    for (const words of ['Version 2 of the criteria', 'Every step was walked through.', 'Cut a fibre'])
      expect(frozen).toContain(words)
    expect(frozen).not.toContain('A defect is open')
    await submitVersion(mara, link, { message: 'The design.', files: [design] })
  })
})

test('Owen decides with what was tested before his eyes, and so does the criterion at Mara’s', async () => {
  await signatory.goto('/')
  const card = signatory.getByRole('article').filter({ hasText: `${project} · Version 1` })
  await card.getByRole('link', { name: 'Review and decide' }).click()
  await signatory.getByRole('heading', { level: 1, name: 'Link design' }).waitFor()
  const tested = signatory.getByRole('listitem').filter({ hasText: 'Cut a fibre' })
  expect(await tested.innerText()).toMatch(/Passed/)
  await signatory.getByRole('link', { name: 'Review and decide' }).click()
  await signatory.getByRole('heading', { level: 1, name: 'Decide on Link design' }).waitFor()
  expect(await tested.innerText()).toMatch(
    /Defect \d+ was closed by a re-test: The alarm of port 3 stays red\.[\s\S]*Passed/,
  )

  await mara.goto(link)
  const row = mara.getByRole('row').filter({ hasText: 'Traffic goes on when a fibre is cut.' })
  expect(await row.innerText()).toMatch(/Cut a fibre[\s\S]*Passed[\s\S]*Not judged yet/)
})
