import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import type { ContactName, StaffName } from '@countersign/story/cast'
import type { Browser, Page } from 'playwright-core'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import consoleRoutes from '../../apps/console/app/routes'
import portalRoutes from '../../apps/portal/app/routes'
import { axeFindings } from '../src/axe'
import { launchBrowser, newPage, viewports } from '../src/browser'
import { deemedAccepted } from '../src/deemed'
import { planUpload, uploadChangedPlan, uploadPlan } from '../src/manager'
import { atTheConsole, atThePortal } from '../src/people'
import { governanceLooks } from '../src/governance-looks'
import { capacityLooks } from '../src/capacity-looks'
import { placesOfTheStory, type Places } from '../src/places'
import type { Origins } from '../src/running-product'

/** What has to be uploaded before it can be looked at: an import's id, and the pages of the others. */
type Uploaded = { planImport: string; planMerge: string; planTable: string; deemed: string }
type Address = string | ((places: Places & Uploaded) => string)
/** Who looks, the page by its pattern in the route table, and where that is. Signed out where nobody is named. */
type Look<Name> = [who: Name | null, pattern: string, address: Address]

const atConsole: Look<StaffName>[] = [
  [null, 'sign-in', '/sign-in'],
  [null, 'sign-in/link/:token', (p) => p.links.consoleSignIn],
  [null, 'invitation/:token', (p) => p.links.consoleInvitation],
  [null, 'invitation/:token', '/invitation/nothing-that-was-ever-sent'],
  [null, 'verify', '/verify'],
  ['mara', 'my-week', '/my-week'],
  ['jonas', 'my-week', '/my-week'],
  ['tomas', 'my-week', '/my-week'],
  ['priya', 'my-week', '/my-week'],
  ['jonas', 'activity', '/activity'],
  ['jonas', 'projects/:projectId/boards', (p) => `/projects/${p.lindau}/boards`],
  ['jonas', 'projects/:projectId/boards/:boardId', (p) => `/projects/${p.lindau}/boards/${p.board}`],
  [
    'jonas',
    'projects/:projectId/boards/:boardId/setup',
    (p) => `/projects/${p.lindau}/boards/${p.board}/setup`,
  ],
  [
    'jonas',
    'projects/:projectId/boards/:boardId/items',
    (p) => `/projects/${p.lindau}/boards/${p.board}/items`,
  ],
  [
    'jonas',
    'projects/:projectId/boards/:boardId/items/:number',
    (p) => `/projects/${p.lindau}/boards/${p.board}/items/1`,
  ],
  ['mara', 'search', '/search?q=design'],
  ['mara', 'projects', '/projects'],
  ['mara', 'projects/new', '/projects/new'],
  ['mara', 'imports/:importId', (p) => `/imports/${p.planImport}`],
  ['mara', 'projects/:projectId', (p) => `/projects/${p.harbour}`],
  ['tomas', 'projects/:projectId', (p) => `/projects/${p.harbour}`],
  ['jonas', 'projects/:projectId', (p) => `/projects/${p.lindau}`],
  ['mara', 'projects/:projectId/plan', (p) => `/projects/${p.harbour}/plan`],
  ['mara', 'projects/:projectId/plan', (p) => `/projects/${p.harbour}/plan?view=read`],
  ['tomas', 'projects/:projectId/plan', (p) => `/projects/${p.harbour}/plan`],
  ['mara', 'projects/:projectId/plan/print', (p) => `/projects/${p.harbour}/plan/print`],
  ['mara', 'projects/:projectId/plan/import', (p) => `/projects/${p.harbour}/plan/import`],
  ['mara', 'projects/:projectId/plan/import/:importId', (p) => p.planMerge],
  ['mara', 'imports/tables/:tableId', (p) => p.planTable],
  ['mara', 'projects/:projectId/calendars', (p) => `/projects/${p.harbour}/calendars`],
  ['tomas', 'projects/:projectId/calendars', (p) => `/projects/${p.harbour}/calendars`],
  ['mara', 'projects/:projectId/calendars/:uid', (p) => `/projects/${p.harbour}/calendars/1`],
  [
    'mara',
    'projects/:projectId/calendars/:uid/holidays',
    (p) => `/projects/${p.harbour}/calendars/1/holidays?country=GB&region=ENG`,
  ],
  ['mara', 'projects/:projectId/tasks/:uid', (p) => `/projects/${p.harbour}/tasks/7`],
  ['mara', 'projects/:projectId/tasks/:uid/assignments', (p) => `/projects/${p.harbour}/tasks/7/assignments`],
  [
    'mara',
    'projects/:projectId/tasks/:uid/assignments/:staffId/removal',
    (p) => `/projects/${p.harbour}/tasks/7/assignments/${p.tomas}/removal`,
  ],
  ...governanceLooks,
  ...capacityLooks,
  ['mara', 'projects/:projectId/baselines', (p) => `/projects/${p.harbour}/baselines`],
  [
    'mara',
    'projects/:projectId/baselines',
    (p) => `/projects/${p.harbour}/baselines?order=plan&only=milestones`,
  ],
  ['tomas', 'projects/:projectId/baselines', (p) => `/projects/${p.harbour}/baselines`],
  ['mara', 'projects/:projectId/baselines/new', (p) => `/projects/${p.harbour}/baselines/new`],
  ...(['jonas', 'priya'] as const).flatMap((who): Look<StaffName>[] => [
    [who, 'projects/:projectId/budget', (p) => `/projects/${p.nordwerft}/budget`],
    [who, 'projects/:projectId/budget/versions', (p) => `/projects/${p.nordwerft}/budget/versions`],
    [
      who,
      'projects/:projectId/budget/versions/:version',
      (p) => `/projects/${p.nordwerft}/budget/versions/1`,
    ],
    [who, 'projects/:projectId/budget/transfers', (p) => `/projects/${p.nordwerft}/budget/transfers`],
    [who, 'projects/:projectId/budget/forecasts', (p) => `/projects/${p.nordwerft}/budget/forecasts`],
  ]),
  ['mara', 'projects/:projectId/budget', (p) => `/projects/${p.harbour}/budget`],
  ['mara', 'projects/:projectId/risks', (p) => `/projects/${p.harbour}/risks`],
  ['jonas', 'projects/:projectId/budget/versions/:version', (p) => `/projects/${p.lindau}/budget/versions/1`],
  [
    'jonas',
    'projects/:projectId/budget/versions/:version/file',
    (p) => `/projects/${p.lindau}/budget/versions/1/file`,
  ],
  [
    'jonas',
    'projects/:projectId/budget/versions/:version/submission',
    (p) => `/projects/${p.lindau}/budget/versions/1/submission`,
  ],
  [
    'jonas',
    'projects/:projectId/budget/versions/:version/removal',
    (p) => `/projects/${p.lindau}/budget/versions/1/removal`,
  ],
  [
    'priya',
    'projects/:projectId/budget/versions/:version/review',
    (p) => `/projects/${p.nordwerft}/budget/versions/2/review`,
  ],
  [
    'priya',
    'projects/:projectId/budget/transfers/:transferId',
    (p) => `/projects/${p.nordwerft}/budget/transfers/${p.budgetTransfer}`,
  ],
  ['jonas', 'projects/:projectId/budget/estimate', (p) => `/projects/${p.nordwerft}/budget/estimate`],
  ['jonas', 'projects/:projectId/risks', (p) => `/projects/${p.nordwerft}/risks`],
  ['jonas', 'projects/:projectId/risks/new', (p) => `/projects/${p.nordwerft}/risks/new`],
  ['jonas', 'projects/:projectId/risks/:number', (p) => `/projects/${p.nordwerft}/risks/2`],
  ['mara', 'projects/:projectId/earned-value', (p) => `/projects/${p.harbour}/earned-value`],
  ['jonas', 'projects/:projectId/earned-value', (p) => `/projects/${p.lindau}/earned-value?of=1`],
  ['priya', 'projects/:projectId/earned-value', (p) => `/projects/${p.harbour}/earned-value`],
  ['mara', 'projects/:projectId/tasks/:uid/measure', (p) => `/projects/${p.harbour}/tasks/7/measure`],
  ['mara', 'projects/:projectId/forecast', (p) => `/projects/${p.harbour}/forecast`],
  ['jonas', 'projects/:projectId/forecast', (p) => `/projects/${p.lindau}/forecast`],
  ['ewan', 'projects/:projectId/forecast', (p) => `/projects/${p.harbour}/forecast`],
  ['mara', 'projects/:projectId/tasks/:uid/estimate', (p) => `/projects/${p.harbour}/tasks/12/estimate`],
  ['mara', 'projects/:projectId/scope', (p) => `/projects/${p.harbour}/scope`],
  ['tomas', 'projects/:projectId/scope', (p) => `/projects/${p.harbour}/scope`],
  ['mara', 'projects/:projectId/deliverables', (p) => `/projects/${p.harbour}/deliverables`],
  ['mara', 'projects/:projectId/deliverables/new', (p) => `/projects/${p.harbour}/deliverables/new`],
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId',
    (p) => `/projects/${p.harbour}/deliverables/${p.design}`,
  ],
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId/definition',
    (p) => `/projects/${p.harbour}/deliverables/${p.pilot}/definition`,
  ],
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId/outside-decision',
    (p) => `/projects/${p.harbour}/deliverables/${p.design}/outside-decision`,
  ],
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId/correction-agreement',
    (p) => `/projects/${p.harbour}/deliverables/${p.deemed}/correction-agreement`,
  ],
  ['mara', 'projects/:projectId/contract/acceptance', (p) => `/projects/${p.harbour}/contract/acceptance`],
  ...(['mara', 'tomas'] as const).flatMap((who): Look<StaffName>[] => [
    [who, 'projects/:projectId/warranty', (p) => `/projects/${p.harbour}/warranty`],
    [
      who,
      'projects/:projectId/deliverables/:deliverableId/clock',
      (p) => `/projects/${p.harbour}/deliverables/${p.design}/clock`,
    ],
    [
      who,
      'projects/:projectId/deliverables/:deliverableId/checks',
      (p) => `/projects/${p.harbour}/deliverables/${p.design}/checks`,
    ],
    [
      who,
      'projects/:projectId/deliverables/:deliverableId/tests',
      (p) => `/projects/${p.harbour}/deliverables/${p.pilot}/tests`,
    ],
  ]),
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId',
    (p) => `/projects/${p.harbour}/deliverables/${p.pilot}`,
  ],
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId/submission',
    (p) => `/projects/${p.harbour}/deliverables/${p.pilot}/submission`,
  ],
  [
    'mara',
    'projects/:projectId/deliverables/:deliverableId/charter',
    (p) => `/projects/${p.groupIt}/deliverables/${p.charter}/charter`,
  ],
  ['jonas', 'projects/:projectId/contract', (p) => `/projects/${p.nordwerft}/contract`],
  ['jonas', 'projects/:projectId/contract/terms', (p) => `/projects/${p.nordwerft}/contract/terms`],
  ['priya', 'projects/:projectId/contract/orders', (p) => `/projects/${p.nordwerft}/contract/orders`],
  ['priya', 'projects/:projectId/changes', (p) => `/projects/${p.nordwerft}/changes`],
  ['jonas', 'projects/:projectId/changes/new', (p) => `/projects/${p.nordwerft}/changes/new`],
  ['jonas', 'projects/:projectId/changes/:changeId', (p) => `/projects/${p.nordwerft}/changes/${p.change}`],
  ['mara', 'projects/:projectId/contract', (p) => `/projects/${p.groupIt}/contract`],
  ['jonas', 'projects/:projectId/contract', (p) => `/projects/${p.lindau}/contract`],
  ['mara', 'projects/:projectId/publish', (p) => `/projects/${p.harbour}/publish`],
  ['jonas', 'projects/:projectId/publish', (p) => `/projects/${p.lindau}/publish`],
  ['mara', 'projects/:projectId/publications/:number', (p) => `/projects/${p.harbour}/publications/1`],
  ['mara', 'projects/:projectId/contacts', (p) => `/projects/${p.harbour}/contacts`],
  ['mara', 'projects/:projectId/notes', (p) => `/projects/${p.harbour}/notes`],
  ['priya', 'saved-views', '/saved-views'],
  ['mara', 'margins', '/margins'],
  ['ewan', 'margins', '/margins'],
  ['priya', 'margins', '/margins?by=customer&col=value&col=percent&col=completionPercent'],
  ['jonas', 'alerts', '/alerts'],
  ['jonas', 'projects/:projectId/money', (p) => `/projects/${p.nordwerft}/money`],
  ['priya', 'projects/:projectId/money', (p) => `/projects/${p.nordwerft}/money?by=month`],
  ['jonas', 'projects/:projectId/money/about', (p) => `/projects/${p.nordwerft}/money/about`],
  ['jonas', 'projects/:projectId/money/steps/:step', (p) => `/projects/${p.nordwerft}/money/steps/hours`],
  ['priya', 'projects/:projectId/entries', (p) => `/projects/${p.nordwerft}/entries`],
  ['jonas', 'projects/:projectId/outside-scope', (p) => `/projects/${p.nordwerft}/outside-scope`],
  [
    'jonas',
    'projects/:projectId/deliverables/:deliverableId',
    (p) => `/projects/${p.lindau}/deliverables/${p.fachkonzept}`,
  ],
  ['jonas', 'projects/:projectId/points/:itemId', (p) => `/projects/${p.lindau}/points/${p.point}`],
  ['mara', 'projects/:projectId/signatories', (p) => `/projects/${p.harbour}/signatories`],
  ['tomas', 'expenses', '/expenses'],
  ['jonas', 'expenses', '/expenses?show=waiting'],
  ['priya', 'expenses', '/expenses?show=all'],
  ['tomas', 'expenses/new', '/expenses/new'],
  ['priya', 'expenses/policies', '/expenses/policies'],
  ['tomas', 'expenses/:expenseId', (p) => `/expenses/${p.expenseBack}`],
  ['jonas', 'expenses/:expenseId', (p) => `/expenses/${p.expenseWaiting}`],
  ['tomas', 'expenses/:expenseId/change', (p) => `/expenses/${p.expenseBack}/change`],
  ['jonas', 'vendors', '/vendors'],
  ['jonas', 'vendors/:vendorId', (p) => `/vendors/${p.vendor}`],
  ['jonas', 'orders', '/orders'],
  ['vera', 'orders', '/orders'],
  ['jonas', 'orders/:orderId', (p) => `/orders/${p.order}`],
  ['vera', 'orders/:orderId', (p) => `/orders/${p.order}`],
  ['jonas', 'orders/:orderId/receipts', (p) => `/orders/${p.newOrder}/receipts`],
  ['vera', 'orders/:orderId/invoices/new', (p) => `/orders/${p.order}/invoices/new`],
  [
    'priya',
    'orders/:orderId/invoices/:vendorInvoiceId',
    (p) => `/orders/${p.order}/invoices/${p.vendorInvoice}`,
  ],
  ['jonas', 'projects/:projectId/orders', (p) => `/projects/${p.nordwerft}/orders`],
  ['jonas', 'projects/:projectId/orders/new', (p) => `/projects/${p.nordwerft}/orders/new`],
  ['tomas', 'time', '/time'],
  ['aiko', 'time', '/time?rows=last'],
  ['tomas', 'time/week', '/time/week'],
  ['tomas', 'time/timer', '/time/timer'],
  ['tomas', 'time/hand-in', (p) => p.handIn],
  ['jonas', 'time/approvals', '/time/approvals'],
  ['jonas', 'time/approvals/:projectId/:staffId/:weekOn', (p) => p.weekToApprove],
  ['priya', 'utilisation', '/utilisation'],
  ['jonas', 'utilisation', '/utilisation?by=month'],
  ['ewan', 'utilisation', '/utilisation?by=project'],
  ['jonas', 'projects/:projectId/contract/hours', (p) => `/projects/${p.nordwerft}/contract/hours`],
  ['tomas', 'time/entries/:timeEntryId/removal', (p) => `/time/entries/${p.timeEntry}/removal`],
  ['priya', 'billing', '/billing'],
  ['priya', 'invoices', '/invoices'],
  ['priya', 'invoices/:invoiceId', (p) => `/invoices/${p.unpaid}`],
  ['priya', 'invoices/:invoiceId/payments', (p) => `/invoices/${p.unpaid}/payments`],
  ['priya', 'invoices/:invoiceId/refund', (p) => `/invoices/${p.unpaid}/refund`],
  ['priya', 'invoices/:invoiceId/credit', (p) => `/invoices/${p.unpaid}/credit`],
  ['priya', 'invoices/:invoiceId/write-off', (p) => `/invoices/${p.unpaid}/write-off`],
  ['priya', 'invoices/:invoiceId/dunning', (p) => `/invoices/${p.unpaid}/dunning`],
  ['priya', 'billing/drafts/:draftId', (p) => `/billing/drafts/${p.invoiceDraft}`],
  ['priya', 'billing/drafts/:draftId/review', (p) => `/billing/drafts/${p.invoiceDraft}/review`],
  ['priya', 'billing/drafts/:draftId/issue', (p) => `/billing/drafts/${p.invoiceDraft}/issue`],
  ['priya', 'billing/drafts/:draftId/removal', (p) => `/billing/drafts/${p.invoiceDraft}/removal`],
  ['priya', 'ageing', '/ageing'],
  ['priya', 'provider', '/provider'],
  ['priya', 'customers/:customerId/statement', (p) => `/customers/${p.payer}/statement`],
  ['priya', 'customers/:customerId/address', (p) => `/customers/${p.payer}/address`],
  ['priya', 'rates', '/rates'],
  ['priya', 'rates/bill', '/rates/bill'],
  ['priya', 'rates/exchange', '/rates/exchange'],
  ['priya', 'rates/:kind/:rateId/removal', (p) => p.rateToRemove],
  ['priya', 'closing', '/closing'],
  ['priya', 'closing/:month', (p) => `/closing/${p.closedMonth}`],
  ['priya', 'closing/:month', (p) => `/closing/${p.openMonth}`],
  ['priya', 'closing/:month/reopening', (p) => `/closing/${p.closedMonth}/reopening`],
  ['priya', 'corrections', '/corrections'],
  ['priya', 'corrections/time/:timeEntryId', (p) => `/corrections/time/${p.closedEntry}`],
  ['priya', 'corrections/expenses/:expenseId', (p) => `/corrections/expenses/${p.someExpense}`],
  ['priya', 'journal', '/journal'],
  ['priya', 'journal/accounts', '/journal/accounts'],
  ['priya', 'changes', '/changes'],
  ['ines', 'people', '/people'],
  ['ines', 'people/new', '/people/new'],
  ['ines', 'people/:kind/:personId/access', (p) => `/people/contact/${p.lena}/access`],
  ['ines', 'settings', '/settings'],
  ['ines', 'people/:kind/:personId/access', (p) => `/people/colleague/${p.tomas}/access`],
  ['ines', 'customers', '/customers'],
  ['ines', 'customers/new', '/customers/new'],
  ['ines', 'jobs', '/jobs'],
  ['tomas', 'settings', '/settings'],
  ['tomas', 'settings/calendar', '/settings/calendar'],
  ['tomas', 'settings/calendar/removal', '/settings/calendar/removal'],
]

const atPortal: Look<ContactName>[] = [
  [null, 'sign-in', '/sign-in'],
  [null, 'sign-in/link/:token', (p) => p.links.portalSignIn],
  [null, 'invitation/:token', (p) => p.links.portalInvitation],
  [null, 'invitation/:token', '/invitation/nothing-that-was-ever-sent'],
  ['grace', '', '/'],
  ['daniel', '', '/'],
  ['katrin', '', '/'],
  ['grace', 'settings', '/settings'],
  ['grace', 'projects/:projectId', (p) => `/projects/${p.harbour}`],
  ['katrin', 'projects/:projectId', (p) => `/projects/${p.lindau}`],
  ['samuel', 'projects/:projectId', (p) => `/projects/${p.groupIt}`],
  ['grace', 'projects/:projectId/deliverables', (p) => `/projects/${p.harbour}/deliverables`],
  ['grace', 'projects/:projectId/criteria', (p) => `/projects/${p.harbour}/criteria`],
  ['samuel', 'projects/:projectId/criteria', (p) => `/projects/${p.groupIt}/criteria`],
  ['grace', 'projects/:projectId/tests', (p) => `/projects/${p.harbour}/tests`],
  ['katrin', 'projects/:projectId/tests', (p) => `/projects/${p.lindau}/tests`],
  ['grace', 'tests/:roundId/:caseId', (p) => p.testRun],
  ['grace', 'projects/:projectId/warranty', (p) => `/projects/${p.harbour}/warranty`],
  ['katrin', 'projects/:projectId/warranty', (p) => `/projects/${p.lindau}/warranty`],
  ['grace', 'claims/:claimId/closure', (p) => p.claim],
  ['grace', 'projects/:projectId/needs', (p) => `/projects/${p.harbour}/needs`],
  ['daniel', 'projects/:projectId/needs', (p) => `/projects/${p.harbour}/needs`],
  ['katrin', 'projects/:projectId/needs', (p) => `/projects/${p.lindau}/needs`],
  ['grace', 'needs/:requestId', (p) => `/needs/${p.need}`],
  ['henrik', 'projects/:projectId/changes', (p) => `/projects/${p.nordwerft}/changes`],
  ['henrik', 'changes/:changeId', (p) => `/changes/${p.change}`],
  ['henrik', 'changes/:changeId', (p) => `/changes/${p.approvedChange}`],
  ['henrik', 'projects/:projectId/payments', (p) => `/projects/${p.nordwerft}/payments`],
  ['grace', 'projects/:projectId/payments', (p) => `/projects/${p.harbour}/payments`],
  ['katrin', 'projects/:projectId/payments', (p) => `/projects/${p.lindau}/payments`],
  ['grace', 'projects/:projectId/publications/:number', (p) => `/projects/${p.harbour}/publications/2`],
  ['grace', 'submissions/:submissionId', (p) => `/submissions/${p.waiting}`],
  ['grace', 'submissions/:submissionId', (p) => `/submissions/${p.rejected}`],
  ['grace', 'submissions/:submissionId', (p) => `/submissions/${p.accepted}`],
  ['katrin', 'submissions/:submissionId', (p) => `/submissions/${p.konzept}`],
  ['grace', 'submissions/:submissionId/decision', (p) => `/submissions/${p.waiting}/decision`],
  ['grace', 'submissions/:submissionId/more-time', (p) => `/submissions/${p.waiting}/more-time`],
  ['katrin', 'submissions/:submissionId/withdrawal', (p) => `/submissions/${p.konzept}/withdrawal`],
  ['katrin', 'submissions/:submissionId/correction', (p) => `/submissions/${p.konzept}/correction`],
  ['grace', 'submissions/:submissionId/withdrawal', (p) => `/submissions/${p.accepted}/withdrawal`],
  ['katrin', 'punch-items/:itemId/closure', (p) => `/punch-items/${p.point}/closure`],
  ['grace', 'projects/:projectId/delegation', (p) => `/projects/${p.harbour}/delegation`],
  ['daniel', 'submissions/:submissionId/decision', (p) => `/submissions/${p.waiting}/decision`],
  ['grace', 'settings', '/settings'],
  ['grace', 'settings/calendar', '/settings/calendar'],
  ['grace', 'settings/calendar/removal', '/settings/calendar/removal'],
  // Nobody of the story delegates: what stands there is that there is nothing to take back.
  ['grace', 'delegations/:delegationId/revocation', `/delegations/${randomUUID()}/revocation`],
  ['grace', '*', '/nothing-lives-here'],
]

const pictures = join(import.meta.dirname, '../pictures')

let browser: Browser
let places: Places & Uploaded
const pages = new Map<string, Promise<Page>>()

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  browser = await launchBrowser()
  const mara = await pageOf('console', 'mara')
  await uploadPlan(mara, planUpload('A plan to look at'))
  await mara.getByRole('heading', { name: 'Check the plan' }).waitFor()
  const planImport = new URL(mara.url()).pathname.split('/').at(-1)!
  const story = await placesOfTheStory()
  const again = `/projects/${story.harbour}/plan/import`
  const planMerge = await uploadChangedPlan(mara, again, planUpload('A changed plan to look at'))
  const planTable = await uploadChangedPlan(mara, again, {
    name: 'tasks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('ID,Name,Duration,Predecessors\n1,Dig,5 d,\n2,Fill,3 d,1\n'),
  })
  const sql = postgres(inject('product').adminUrl, { max: 1 })
  const deemed = await deemedAccepted(sql, 'Migrated core network')
  await sql.end()
  places = { ...story, deemed, planImport, planMerge, planTable }
})
afterAll(() => browser?.close())

describe('At the portal,', () => {
  test('every page of the route table is looked at', () => {
    expect(atPortal.map(([, pattern]) => pattern)).toEqual(expect.arrayContaining(pagesIn(portalRoutes)))
  })
  test.for(numbered(atPortal))('%s looks at /%s', { timeout: 60_000 }, async (look) =>
    looksWell('portal', look),
  )
})

describe('At the console,', () => {
  test('every page of the route table is looked at', () => {
    expect(atConsole.map(([, pattern]) => pattern)).toEqual(expect.arrayContaining(pagesIn(consoleRoutes)))
  })
  test.for(numbered(atConsole))('%s looks at /%s', { timeout: 60_000 }, async (look) =>
    looksWell('console', look),
  )
})

describe('At the mailbox,', () => {
  const atMailbox: Look<never>[] = [
    [null, '', '/'],
    [null, 'mails/:mailId', (p) => `/mails/${p.mail}`],
  ]
  test.for(numbered(atMailbox))('%s looks at /%s', { timeout: 60_000 }, async (look) =>
    looksWell('mailbox', look),
  )
})

type Numbered = [who: string, pattern: string, address: Address, number: string]

/** As the test and its pictures are called. */
function numbered(looks: Look<string>[]): Numbered[] {
  return looks.map(([who, pattern, address], index) => [
    who ?? 'nobody',
    pattern,
    address,
    String(index + 1).padStart(2, '0'),
  ])
}

/** Everybody signs in once; a page is looked at by whoever it is for. */
function pageOf(app: keyof Origins, who: string): Promise<Page> {
  const key = `${app} ${who}`
  if (!pages.has(key)) pages.set(key, open())
  return pages.get(key)!

  function open() {
    if (who === 'nobody') return newPage(browser)
    return app === 'portal'
      ? atThePortal(browser, who as ContactName)
      : atTheConsole(browser, who as StaffName)
  }
}

/** One title, one h1, nothing wider than the window at any size and in both schemes, and nothing that axe finds. */
async function looksWell(app: keyof Origins, [who, pattern, address, number]: Numbered) {
  const page = await pageOf(app, who)
  const path = typeof address === 'string' ? address : address(places)
  const name = `${app}-${number}-${pattern.replace(/[^\w-]+/g, '_') || 'home'}-${who}`
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(inject('product').origins[app] + path)
    // What a page fetches once it is there is looked at as well.
    await page.locator('.cw-opening').waitFor({ state: 'detached' })
    expect(await page.title()).toContain('Countersign')
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([
      expect.stringMatching(/\S/),
    ])
    for (const [size, viewport] of Object.entries(viewports)) {
      await page.setViewportSize(viewport)
      const seen = `${size}-${colorScheme}`
      const spills = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      if (spills > 0) found.push(`${seen}: ${spills} pixels wider than the window`)
      if (seen === 'desktop-light' || seen === 'phone-dark')
        found.push(...(await axeFindings(page)).map((finding) => `${seen}: ${finding}`))
      await page.screenshot({ path: join(pictures, `${name}-${seen}.png`), fullPage: true })
    }
  }
  expect(found).toEqual([])
}

/** The full patterns of all pages; what only sends a file or an answer has no component and is not looked at. */
function pagesIn(routes: RouteConfigEntry[] | unknown, above = ''): string[] {
  return (routes as RouteConfigEntry[]).flatMap(({ path, file, index, children }) => {
    const here = [above, path].filter(Boolean).join('/')
    const isPage = file.endsWith('.tsx') && (path !== undefined || index)
    return [...(isPage ? [here] : []), ...(children ? pagesIn(children, here) : [])]
  })
}
