import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../src/browser'
import { defineDeliverable, foundProject, harbourName, projectIdIn, uniqueCode } from '../src/manager'
import { atTheConsole } from '../src/people'

/** A project that went well becomes a template, and the next project begins with it, tailored. */
const code = uniqueCode('TPL')
const template = `Site link ${code}`
const next = uniqueCode('NXT')
/** A Monday far from holidays of the story’s places. */
const startsOn = '2031-03-03'

let browser: Browser
let mara: Page
let projectId: string
let draft: string

beforeAll(async () => {
  browser = await launchBrowser()
  mara = await atTheConsole(browser, 'mara')
})
afterAll(() => browser?.close())

describe('A template', () => {
  test('is saved from a project: phases, tasks, deliverables, but no customer', async () => {
    projectId = await foundProject(mara, { code, name: template })
    await defineDeliverable(mara, projectId, {
      name: 'Link design',
      dueWith: 'Design accepted',
      criteria: [['The design covers both sites.', 'Reading']],
    })
    await mara.goto(`/projects/${projectId}/gates`)
    await mara.getByRole('button', { name: 'Begin with five phases' }).click()
    await mara.getByRole('link', { name: 'Save as a template' }).click()
    await mara.getByLabel('Description').fill('Two sites, one link.')
    await mara.getByRole('button', { name: 'Save the template' }).click()
    await mara.waitForURL(/\/templates\/[0-9a-f-]{36}$/)
    const told = await mara.getByRole('main').innerText()
    for (const words of [
      'Draw the design',
      'Link in operation',
      'Link design',
      'The design covers both sites.',
    ])
      expect(told).toContain(words)
    expect(told).not.toContain(harbourName)
  })

  test('stands among the templates that projects can begin with', async () => {
    await mara.goto('/templates')
    await mara.getByRole('link', { name: template }).click()
    await mara.getByRole('link', { name: 'Begin a project with it' }).click()
    await mara.getByLabel('Customer').selectOption({ label: harbourName })
    await mara.getByLabel('Starts on').fill(startsOn)
    await mara.getByLabel('Code').fill(next)
    await mara.getByLabel('Name', { exact: true }).fill(`Second link ${next}`)
    await mara.getByLabel('Objective').fill('A second link between the sites.')
    await mara.getByRole('button', { name: 'Go on to tailoring' }).click()
    await mara.waitForURL(/\/project-drafts\/[0-9a-f-]{36}\/phase$/)
    draft = new URL(mara.url()).pathname.replace(/\/phase$/, '')
  })
})

describe('Tailoring', () => {
  test('asks for the reason of what is left out, and loses nothing of what was typed', async () => {
    await mara.goto(`${draft}/task`)
    const design = mara.getByRole('group', { name: 'Draw the design' })
    await design.getByLabel('Choice').selectOption('Adapt')
    await design.getByLabel('Called instead').fill('Draw the second design')
    await design.getByLabel('Working days').fill('15')
    await design.getByLabel('Reason').fill('This site is larger.')
    await mara
      .getByRole('group', { name: 'Link in operation' })
      .getByLabel('Choice')
      .selectOption('Leave out')
    await mara.getByRole('button', { name: 'Go on' }).click()
    await mara.getByText('“Link in operation”: say why it is adapted or left out.').first().waitFor()
    expect(await design.getByLabel('Called instead').inputValue()).toBe('Draw the second design')
    expect(await design.getByLabel('Working days').inputValue()).toBe('15')
  })

  test('goes on to the check once it knows why, where the end is known', async () => {
    await mara
      .getByRole('group', { name: 'Link in operation' })
      .getByLabel('Reason')
      .fill('It is switched on with the first one.')
    await mara.getByRole('button', { name: 'Go on' }).click()
    await mara.waitForURL((url) => url.pathname === `${draft}/deliverable`)
    await mara.goto(`${draft}/check`)
    const tailored = mara.getByRole('table')
    await tailored.getByRole('row', { name: /Draw the design.*Adapt.*Draw the second design/ }).waitFor()
    await tailored.getByRole('row', { name: /Link in operation.*Leave out.*switched on/ }).waitFor()
    // Three weeks of design and two of building, from a Monday on.
    expect(await mara.getByRole('main').innerText()).toMatch(
      /Starts\s+3 March 2031\s[\s\S]*Ends\s+4 April 2031/,
    )
  })
})

describe('The new project', () => {
  test('has its plan dated from its own start, as it was tailored', async () => {
    await mara.getByRole('button', { name: 'Begin the project' }).click()
    await mara.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
    projectId = projectIdIn(mara)
    await mara.goto(`/projects/${projectId}/plan?view=read`)
    const plan = await mara.getByRole('main').innerText()
    expect(plan).toContain('Draw the second design')
    expect(plan).toContain('Build the link')
    expect(plan).not.toContain('Link in operation')
    expect(plan).toMatch(/3 Mar 2031/)
  })

  test('has the deliverable with its criteria, due with the same milestone', async () => {
    await mara.goto(`/projects/${projectId}/deliverables`)
    await mara.getByRole('link', { name: 'Link design' }).click()
    await mara.getByText('The design covers both sites.').waitFor()
  })

  test('has the gates of the template, and keeps why it was tailored', async () => {
    await mara.goto(`/projects/${projectId}/gates`)
    await mara.getByRole('row', { name: /^1\. / }).waitFor()
    await mara.getByRole('link', { name: 'How it was tailored' }).click()
    await mara.getByText(`From “${template}”, applied by Mara Lindqvist`).waitFor()
    const kept = await mara.getByRole('table').innerText()
    for (const words of ['This site is larger.', 'It is switched on with the first one.'])
      expect(kept).toContain(words)
  })
})
