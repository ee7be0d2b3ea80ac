import { paper } from '@countersign/story/paper'
import { contactCast, type ContactName } from '@countersign/story/cast'
import type { Page } from 'playwright-core'
import { confirmCriteria } from './customer'
import {
  defineDeliverable,
  foundProject,
  inviteContact,
  proposeCriteria,
  publish,
  saveContract,
  submitVersion,
  uniqueCode,
  type Upload,
} from './manager'
import { atThePortal } from './people'

type Invited = Parameters<typeof inviteContact>[2]

export const designCriteria = ['The design covers both sites.', 'Every step has a way back.'] as const

/**
 * A project of its own, published, whose design waits for the customer's decision: acceptance releases 50,000. Made by
 * its manager through the pages.
 */
export async function designSubmitted(manager: Page, letters: string, contacts: Invited[], currency = 'EUR') {
  const code = uniqueCode(letters)
  const name = `Link design ${code}`
  const projectId = await foundProject(manager, { code, name })
  const design = await defineDeliverable(manager, projectId, {
    name: 'Link design',
    dueWith: 'Design accepted',
    criteria: designCriteria.map((statement) => [statement, 'Reading']),
  })
  await saveContract(manager, projectId, {
    value: '50,000.00',
    currency,
    milestones: [{ name: 'Design accepted', amount: '50,000.00', releasedBy: ['Link design'] }],
  })
  for (const contact of contacts) await inviteContact(manager, projectId, contact)
  await agreeOnCriteria(manager, projectId, design, signatoryAmong(contacts))
  await publish(manager, projectId, 'The design is ready for you.')
  const file: Upload = {
    name: 'Link design.pdf',
    mimeType: 'application/pdf',
    buffer: await paper('Link design', ['Route, capacity, and the way back.'], new Date()),
  }
  await submitVersion(manager, design, { message: 'The design for both sites.', files: [file] })
  return { projectId, code, name, design, file }
}

/** The manager proposes a deliverable's criteria, and one of the cast confirms them in the portal. */
export async function agreeOnCriteria(manager: Page, projectId: string, address: string, who: ContactName) {
  await proposeCriteria(manager, address)
  const signatory = await atThePortal(manager.context().browser()!, who)
  await confirmCriteria(signatory, projectId)
  await signatory.context().close()
}

function signatoryAmong(contacts: Invited[]): ContactName {
  const signs = contacts.filter(({ upTo }) => upTo).map(({ email }) => email)
  const names = Object.keys(contactCast) as ContactName[]
  const found = names.find((name) => signs.includes(contactCast[name].email))
  if (!found) throw new Error('none of the cast signs here')
  return found
}

/** From a contact's overview to the version that waits in a project. */
export async function openSubmission(page: Page, project: string) {
  await page.goto('/')
  await page
    .getByRole('article')
    .filter({ hasText: `${project} · Version` })
    .getByRole('link', { name: /Review and decide|Look at it/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Link design' }).waitFor()
}
