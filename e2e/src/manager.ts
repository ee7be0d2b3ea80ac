import { randomBytes } from 'node:crypto'
import { addDays, localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { customerCast } from '@countersign/story/cast'
import { planFile, workday, type StoryTask } from '@countersign/story/plan-file'
import type { Page } from 'playwright-core'

export type Upload = { name: string; mimeType: string; buffer: Buffer }

export const harbourName = customerCast.harbour.name

/** Today as the office counts it, or a day so many days from it. */
export function day(fromToday: number): LocalDate {
  return addDays(localDateIn('Europe/Berlin', new Date()), fromToday)
}

/** A project code that no other run or file uses. */
export function uniqueCode(letters: string): string {
  return `${letters}-${randomBytes(3).toString('hex').toUpperCase()}`
}

/** Ten days of design, ten of building, each ending in a milestone. */
export const smallPlan: StoryTask[] = [
  { name: 'Design', level: 1 },
  { name: 'Draw the design', level: 2, days: 10 },
  { name: 'Design accepted', level: 2, days: 0, after: ['Draw the design'] },
  { name: 'Build', level: 1 },
  { name: 'Build the link', level: 2, days: 10, after: ['Design accepted'] },
  { name: 'Link in operation', level: 2, days: 0, after: ['Build the link'] },
]

/** A Microsoft Project file as it would be uploaded; the plan starts on the next working day. */
export function planUpload(title: string, tasks: StoryTask[] = smallPlan): Upload {
  return {
    name: `${title}.xml`,
    mimeType: 'application/xml',
    buffer: Buffer.from(planFile({ title, startsOn: workday(day(0)), tasks })),
  }
}

/** Chooses the customer and the file; what comes of it is on the page then. */
export async function uploadPlan(page: Page, file: Upload | string, customer: string = harbourName) {
  await page.goto('/projects/new')
  const known = page.getByLabel('Customer', { exact: true })
  const label = await known.getByRole('option').filter({ hasText: customer }).textContent()
  await known.selectOption({ label: label! })
  await page.getByLabel('Microsoft Project XML file').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload and check' }).click()
}

/** From a plan's file to a project; returns its id. */
export async function foundProject(
  page: Page,
  { code, name, plan = planUpload(name) }: { code: string; name: string; plan?: Upload },
): Promise<string> {
  await uploadPlan(page, plan)
  await page.getByRole('heading', { name: 'Check the plan' }).waitFor()
  await acceptPlan(page, { code, name, objective: 'A link between two sites that carries the traffic of both.' })
  return projectIdIn(page)
}

export async function acceptPlan(page: Page, words: { code: string; name: string; objective: string }) {
  await page.getByLabel('Project code').fill(words.code)
  await page.getByLabel('Name', { exact: true }).fill(words.name)
  await page.getByLabel('Objective').fill(words.objective)
  await page.getByRole('button', { name: 'Found the project' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
}

export function projectIdIn(page: Page): string {
  return /\/projects\/([0-9a-f-]{36})/.exec(page.url())![1]!
}
