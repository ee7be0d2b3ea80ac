import { defaultAccounts } from '@countersign/domain/journal'
import { randomUUID } from 'node:crypto'
import type { StaffName } from '@countersign/story/cast'
import type postgres from 'postgres'
import { deemedAccepted } from '../../src/deemed'
import type { Fields, SentFile } from '../ask'
import { invoiceExamples } from './invoice-examples'
import { boardExamples } from './board-examples'
import { buyingExamples } from './buying-examples'
import { capacityExamples } from './capacity-examples'
import { governanceExamples } from './governance-examples'
import { marginExamples } from './margin-examples'
import { rateExamples, timeExamples } from './time-examples'

/** The cast, and for the roles that nobody of it has somebody who is there for the walls only. */
export type Who = StaffName | 'petra' | 'alan'
export const everybody: Who[] = [
  'mara',
  'jonas',
  'tomas',
  'aiko',
  'priya',
  'ewan',
  'ines',
  'vera',
  'petra',
  'alan',
]

export type Example = {
  at: string
  /** The same address with an id that nobody has, for what belongs to one project or person. */
  absent?: string
  /** Open to strangers; else who of the staff gets in, and with which answer. */
  opens: Who[] | 'everybody' | 'strangers'
  status?: number
  /** What the page's form would send, and from whom it is taken. */
  takes?: { from: Who[]; form: Fields; files?: SentFile[] }
}

export const nobodys = randomUUID()

export const deliverers: Who[] = ['mara', 'tomas', 'aiko', 'petra']
const managersOfAny: Who[] = ['mara', 'jonas']
const atWork: Who[] = ['mara', 'jonas', 'tomas', 'aiko', 'petra', 'priya']

/** An example of a page with a form: what it would send, and from whom it is taken. */
export function taking(example: Example, from: Who[], form: Fields, files?: SentFile[]): Example {
  return { ...example, takes: { from, form, ...(files ? { files } : {}) } }
}

type Ids = Record<
  | 'project'
  | 'deliverable'
  | 'draft'
  | 'planImport'
  | 'planTable'
  | 'again'
  | 'unpaid'
  | 'milestone'
  | 'timeEntry'
  | 'task'
  | 'assigned'
  | 'customer'
  | 'tomas'
  | 'file',
  string
>

/** By the route's pattern. The project is Mara's; Tomás and Aiko are in its team, Jonas has another one. */
export async function examplesOfConsole(sql: postgres.Sql): Promise<Record<string, Example>> {
  await readButNotAccepted(sql)
  const deemed = await deemedAccepted(sql, 'Migrated core network')
  const [ids] = await sql<Ids[]>`
    select p.id as project, p.customer_id as customer,
      (select d.id from public.deliverables d where d.project_id = p.id and d.name = 'Low-level design') as deliverable,
      (select d.id from public.deliverables d where d.project_id = p.id and d.name = 'Acceptance test report') as draft,
      (select i.id from public.plan_imports i where i.title = p.name limit 1) as "planImport",
      (select t.id from public.plan_tables t where t.file_name = 'walls.csv' limit 1) as "planTable",
      (select i.id from public.plan_imports i where i.into_project_id = p.id limit 1) as again,
      (select i.id from public.invoices i where i.project_id = p.id
        and not exists (select from public.invoice_payments y where y.invoice_id = i.id) limit 1) as unpaid,
      (select m.id from public.billing_milestones m where m.project_id = p.id and m.name = 'Final acceptance') as milestone,
      (select e.id from public.time_entries e join public.staff s on s.id = e.staff_id
        where s.email like 'tomas@%' order by e.worked_on limit 1) as "timeEntry",
      (select t.id from public.tasks t where t.project_id = p.id and t.name = 'Stage and burn in') as task,
      (select t.uid from public.tasks t where t.project_id = p.id and t.name = 'Stage and burn in') as assigned,
      (select s.id from public.staff s where s.email like 'tomas@%') as tomas,
      (select f.sha256 from public.submission_files f join public.submissions s on s.id = f.submission_id
        join public.deliverables d on d.id = s.deliverable_id
        where f.project_id = p.id and d.kind = 'result' limit 1) as file
    from public.projects p where p.code = 'HT-2601'`
  const {
    project,
    deliverable,
    draft,
    planImport,
    planTable,
    again,
    unpaid,
    milestone,
    timeEntry,
    task,
    assigned,
    customer,
    tomas,
    file,
  } = ids!

  const [point] = await sql<{ id: string; project: string }[]>`
    select id, project_id as project from public.punch_items limit 1`
  const pointAt = point!

  const [proposed] = await sql<{ id: string; project: string }[]>`
    select change_request_id as id, project_id as project from app.change_request_states where state = 'proposed' limit 1`
  const changed = proposed!

  const ofProject = (path: string, opens = deliverers): Example => ({
    at: `/projects/${project}${path}`,
    absent: `/projects/${nobodys}${path}`,
    opens,
  })
  const criteria = { 'criteria.0.statement': 'It works.', 'criteria.0.howChecked': 'By trying' }
  const definition = {
    name: 'Spare parts list',
    description: '',
    dueTaskUid: '',
    acceptance: 'once',
    ...criteria,
  }
  const report: SentFile = {
    field: 'files',
    name: 'report.txt',
    type: 'text/plain',
    content: 'All is well.\n',
  }

  // Budgets are of Jonas's projects: one whose second version and a transfer wait, one whose first is still written.
  const [budget] = await sql<Record<'nordwerft' | 'lindau' | 'transfer' | 'line', string>[]>`
    select p.id as nordwerft, (select id from public.projects where code = 'SL-2602') as lindau,
      (select t.id from public.budget_transfers t where t.project_id = p.id and not exists (
        select from public.budget_transfer_answers a where a.budget_transfer_id = t.id) limit 1) as transfer,
      (select l.id from public.budget_lines l join public.budgets b on b.id = l.budget_id
        where b.project_id = p.id and b.version = 1 order by l.position limit 1) as line
    from public.projects p where p.code = 'NW-2604'`
  const ofBudget = (path: string, opens: Who[], id: 'nordwerft' | 'lindau' = 'nordwerft'): Example => ({
    at: `/projects/${budget![id]}/budget${path}`,
    absent: `/projects/${nobodys}/budget${path}`,
    opens,
  })
  const readers: Who[] = ['jonas', 'petra', 'priya']
  const risk = {
    title: 'It rains',
    response: '',
    probabilityPercent: '10',
    impactMinor: '1',
    ownerId: tomas,
    reviewOn: '',
  }
  const risksOf = (path: string, opens: Who[]): Example => ({
    at: `/projects/${budget!.nordwerft}/risks${path}`,
    absent: `/projects/${nobodys}/risks${path}`,
    opens,
  })
  const budgets: Record<string, Example> = {
    '/projects/:projectId/budget': ofBudget('', readers),
    '/projects/:projectId/budget/estimate': taking(ofBudget('/estimate', ['jonas']), ['jonas'], {
      of: 'contingency||Reserve',
      amount: '1',
      reason: 'It rains.',
    }),
    '/projects/:projectId/budget/forecasts': taking(ofBudget('/forecasts', readers), ['jonas', 'priya'], {
      note: 'It rains.',
    }),
    '/projects/:projectId/budget/transfers': taking(ofBudget('/transfers', readers), ['jonas'], {
      from: budget!.line,
      to: nobodys,
      amount: '1',
      risk: '',
      reason: 'It rains.',
    }),
    '/projects/:projectId/budget/transfers/:transferId': taking(
      {
        at: `/projects/${budget!.nordwerft}/budget/transfers/${budget!.transfer}`,
        absent: `/projects/${budget!.nordwerft}/budget/transfers/${nobodys}`,
        opens: ['petra', 'priya'],
      },
      ['petra', 'priya'],
      { answer: 'refused', reason: '' },
    ),
    '/projects/:projectId/budget/versions': taking(ofBudget('/versions', readers), ['jonas'], {
      reason: 'It rains.',
    }),
    '/projects/:projectId/budget/versions/:version': taking(
      ofBudget('/versions/1', readers, 'lindau'),
      ['jonas'],
      {
        'lines.0.workPackage': 'Reisen',
        'lines.0.costType': 'expenses',
        'lines.0.jobRole': '',
        'lines.0.hours': '',
        'lines.0.amount': '100',
        'lines.0.billHour': '',
        'lines.0.note': '',
      },
    ),
    '/projects/:projectId/budget/versions/:version/file': taking(
      ofBudget('/versions/1/file', ['jonas'], 'lindau'),
      ['jonas'],
      {},
      [{ field: 'file', name: 'budget.csv', type: 'text/csv', content: 'Arbeitspaket\n' }],
    ),
    '/projects/:projectId/budget/versions/:version/submission': taking(
      ofBudget('/versions/1/submission', ['jonas']),
      ['jonas'],
      {},
    ),
    // Jonas, whose budget it is, finds its project’s frame around the page that is not his: no example of its absence.
    '/projects/:projectId/budget/versions/:version/review': taking(
      { ...ofBudget('/versions/2/review', ['petra', 'priya']), absent: undefined },
      ['petra', 'priya'],
      { act: 'sent-back', reason: '' },
    ),
    '/projects/:projectId/budget/versions/:version/removal': taking(
      ofBudget('/versions/1/removal', ['jonas']),
      ['jonas'],
      {},
    ),
    '/projects/:projectId/risks': risksOf('', ['jonas', 'petra']),
    '/projects/:projectId/risks/new': taking(risksOf('/new', ['jonas']), ['jonas'], {
      kind: 'threat',
      ...risk,
    }),
    '/projects/:projectId/risks/:number': taking(risksOf('/1', ['jonas']), ['jonas'], {
      state: 'open',
      ...risk,
    }),
  }

  const [closed] = await sql<Record<'month' | 'closing' | 'timeEntry' | 'expense', string>[]>`
    select left(month_on::text, 7) as month, closing_id as closing,
      (select t.id from public.time_entries t where t.booked_on < month_on + interval '1 month' limit 1) as "timeEntry",
      (select e.id from public.expenses e order by e.spent_on limit 1) as expense
    from public.closed_months order by month_on desc limit 1`
  const closing: Record<string, Example> = {
    '/closing': { at: '/closing', opens: ['priya'] },
    '/closing/:month': taking(
      { at: `/closing/${closed!.month}`, absent: '/closing/2026-13', opens: ['priya'] },
      ['priya'],
      {},
    ),
    '/closing/:month/reopening': taking(
      { at: `/closing/${closed!.month}/reopening`, absent: '/closing/1999-01/reopening', opens: ['priya'] },
      ['priya'],
      { reason: 'An invoice was missing.' },
    ),
    '/month-reports/:closingId': {
      at: `/month-reports/${closed!.closing}`,
      absent: `/month-reports/${nobodys}`,
      opens: ['priya'],
    },
    '/corrections': { at: '/corrections', opens: ['priya'] },
    '/corrections/time/:timeEntryId': taking(
      {
        at: `/corrections/time/${closed!.timeEntry}`,
        absent: `/corrections/time/${nobodys}`,
        opens: ['priya'],
      },
      ['priya'],
      { outcome: 'nothing', task, hours: '1:00', kind: 'billable', reason: 'Twice' },
    ),
    '/corrections/expenses/:expenseId': taking(
      {
        at: `/corrections/expenses/${closed!.expense}`,
        absent: `/corrections/expenses/${nobodys}`,
        opens: ['priya'],
      },
      ['priya'],
      { outcome: 'nothing', gross: '1', tax: '0', reason: 'Twice' },
    ),
    '/journal': { at: '/journal', opens: ['priya'] },
    '/journal.csv': { at: '/journal.csv', opens: ['priya'] },
    '/journal.json': { at: '/journal.json', opens: ['priya'] },
    '/journal/accounts': taking({ at: '/journal/accounts', opens: ['priya'] }, ['priya'], {
      ...defaultAccounts,
      bank: '1810',
    }),
    '/changes': { at: '/changes', opens: ['priya'] },
  }

  return {
    ...budgets,
    ...closing,
    '/': { at: '/', opens: 'everybody', status: 302 },
    '/my-week': taking({ at: '/my-week', opens: [...atWork] }, [...atWork], {
      until: '2026-01-05T09:00:00.000Z',
    }),
    ...(await boardExamples(sql)),
    '/activity': { at: '/activity', opens: ['mara', 'jonas', 'petra'] },
    '/search': { at: '/search?q=design', opens: 'everybody' },
    '/healthcheck': { at: '/healthcheck', opens: 'strangers' },
    '/sign-in': { at: '/sign-in', opens: 'strangers' },
    '/sign-in/link/:token': { at: '/sign-in/link/never-made', opens: 'strangers' },
    '/invitation/:token': { at: '/invitation/never-made', opens: 'strangers' },
    '/sign-out': { at: '/sign-out', opens: 'strangers', status: 302 },
    '/*': { at: '/nothing-lives-here', opens: [] },

    '/projects': { at: '/projects', opens: [...deliverers, 'jonas'] },
    '/projects/new': taking(
      { at: '/projects/new', opens: managersOfAny },
      managersOfAny,
      { customerId: customer },
      [{ field: 'file', name: 'plan.xml', type: 'text/xml', content: '<Project/>' }],
    ),
    '/imports/:importId': taking(
      { at: `/imports/${planImport}`, absent: `/imports/${nobodys}`, opens: ['mara'] },
      ['mara'],
      { code: 'XX-1', name: 'A second one', objective: 'To found it twice.' },
    ),
    '/projects/:projectId': ofProject(''),
    '/projects/:projectId/evidence': ofProject('/evidence', ['mara', 'petra', 'priya']),
    '/imports/tables/:tableId': taking(
      { at: `/imports/tables/${planTable}`, absent: `/imports/tables/${nobodys}`, opens: ['mara'] },
      ['mara'],
      { name: '0', dayOrder: 'dmy', durationUnit: 'days', startsOn: '2026-01-05' },
    ),
    '/projects/:projectId/plan': ofProject('/plan'),
    '/projects/:projectId/plan/contents': ofProject('/plan/contents', ['mara']),
    '/projects/:projectId/plan/edits': taking(ofProject('/plan/edits?since=0', ['mara']), ['mara'], {
      edits: 'as a form, and not as JSON',
    }),
    '/projects/:projectId/plan.xml': ofProject('/plan.xml'),
    '/projects/:projectId/plan.xlsx': ofProject('/plan.xlsx'),
    '/projects/:projectId/plan.csv': ofProject('/plan.csv'),
    '/projects/:projectId/plan.pdf': ofProject('/plan.pdf'),
    '/projects/:projectId/plan/print': taking(ofProject('/plan/print'), deliverers, {
      width: '420',
      pages: '2',
    }),
    '/projects/:projectId/plan/import': taking(ofProject('/plan/import', ['mara']), ['mara'], {}, [
      { field: 'file', name: 'plan.xml', type: 'text/xml', content: '<Project/>' },
    ]),
    '/projects/:projectId/plan/import/:importId': taking(
      {
        at: `/projects/${project}/plan/import/${again}`,
        absent: `/projects/${project}/plan/import/${nobodys}`,
        opens: ['mara'],
      },
      ['mara'],
      { digest: '0'.repeat(64) },
    ),
    '/projects/:projectId/calendars': taking(ofProject('/calendars'), ['mara'], {
      name: 'Night shift',
      basedOn: '',
    }),
    '/projects/:projectId/calendars/:uid': taking(ofProject('/calendars/1', ['mara']), ['mara'], {
      name: 'Standard',
      day1: '08:00–12:00',
    }),
    '/projects/:projectId/calendars/:uid/holidays': taking(
      ofProject('/calendars/1/holidays', ['mara']),
      ['mara'],
      { country: 'DE', region: '' },
    ),
    '/projects/:projectId/tasks/:uid': taking(ofProject('/tasks/12'), ['mara'], {
      percentComplete: '77',
      duration: '8',
      unit: 'days',
      constraintType: 'ASAP',
    }),
    '/projects/:projectId/tasks/:uid/assignments': taking(
      ofProject('/tasks/12/assignments', ['mara']),
      ['mara'],
      {
        staffId: tomas,
        effort: '7:00',
        dueOn: '',
      },
    ),
    '/projects/:projectId/tasks/:uid/assignments/:staffId/removal': taking(
      ofProject(`/tasks/${assigned}/assignments/${tomas}/removal`, ['mara']),
      ['mara'],
      {},
    ),
    '/projects/:projectId/baselines': ofProject('/baselines'),
    '/projects/:projectId/baselines/new': taking(ofProject('/baselines/new', ['mara']), ['mara'], {
      name: 'Once more',
      reason: 'It slipped.',
    }),
    '/projects/:projectId/earned-value': ofProject('/earned-value', ['mara', 'petra', 'priya']),
    '/projects/:projectId/tasks/:uid/measure': taking(ofProject('/tasks/12/measure', ['mara']), ['mara'], {
      method: '50/50',
      deliverableId: '',
    }),
    '/projects/:projectId/forecast': taking(ofProject('/forecast', [...deliverers, 'ewan']), ['mara'], {
      seed: '7',
      iterations: '200',
    }),
    '/projects/:projectId/forecast-question': ofProject('/forecast-question'),
    '/projects/:projectId/tasks/:uid/estimate': taking(ofProject('/tasks/12/estimate', ['mara']), ['mara'], {
      kind: 'uniform',
      low: '7',
      high: '12',
    }),
    '/projects/:projectId/scope': taking(ofProject('/scope'), ['mara'], {
      objective: 'Something else.',
      'items.0.kind': 'in-scope',
      'items.0.text': 'Everything',
      'items.0.deliverableId': '',
    }),
    '/projects/:projectId/deliverables': ofProject('/deliverables'),
    '/projects/:projectId/deliverables/new': taking(
      ofProject('/deliverables/new', ['mara']),
      ['mara'],
      definition,
    ),
    // Its criteria are agreed: the form that puts them before the customer is refused.
    '/projects/:projectId/deliverables/:deliverableId': taking(
      ofProject(`/deliverables/${deliverable}`),
      ['mara'],
      {},
    ),
    '/projects/:projectId/deliverables/:deliverableId/checks': taking(
      ofProject(`/deliverables/${draft}/checks`),
      ['mara'],
      { intent: 'set', 'checks.0.statement': 'It was read twice.', 'checks.0.checkerId': tomas },
    ),
    '/projects/:projectId/deliverables/:deliverableId/clock': taking(
      ofProject(`/deliverables/${deliverable}/clock`),
      ['mara'],
      { intent: 'resume', submissionId: nobodys },
    ),
    '/projects/:projectId/deliverables/:deliverableId/outside-decision': taking(
      ofProject(`/deliverables/${deliverable}/outside-decision`, ['mara']),
      ['mara'],
      {
        outcome: 'accepted',
        signers: nobodys,
        signedOn: '2026-01-05',
        signedAt: '12:00',
        service: 'Signing Service Ltd',
        envelopeId: '7f1c-22',
        reason: 'They sign there.',
      },
    ),
    '/projects/:projectId/deliverables/:deliverableId/correction-agreement': taking(
      ofProject(`/deliverables/${deemed}/correction-agreement`, ['mara']),
      ['mara'],
      { reason: 'They were on works holiday.' },
    ),
    '/projects/:projectId/warranty': taking(ofProject('/warranty'), ['mara'], {
      claimId: nobodys,
      answer: 'in-work',
      text: 'We look at it.',
    }),
    '/projects/:projectId/contract/acceptance': taking(
      ofProject('/contract/acceptance', ['mara']),
      ['mara'],
      {
        clause: '',
        days: '',
        firstDay: 'next-business-day',
        deemedClause: '',
        reminderDays: '',
        warningDays: '2',
        share: '100',
        signingOrder: 'parallel',
        warrantyMonths: '0',
      },
    ),
    '/projects/:projectId/deliverables/:deliverableId/tests': taking(
      ofProject(`/deliverables/${draft}/tests`),
      ['mara'],
      {
        intent: 'set',
        'cases.0.title': 'Look',
        'cases.0.criterionPosition': '1',
        'cases.0.preparation': '',
        'cases.0.steps': 'Look => It is there',
      },
    ),
    // The story's only point is in Jonas's project.
    '/projects/:projectId/points/:itemId': {
      at: `/projects/${pointAt.project}/points/${pointAt.id}`,
      absent: `/projects/${pointAt.project}/points/${nobodys}`,
      opens: ['jonas'],
      takes: { from: ['jonas'], form: { note: 'Done.' } },
    },
    '/projects/:projectId/signatories': taking(ofProject('/signatories', ['mara']), ['mara'], {
      deliverableId: '',
    }),
    '/projects/:projectId/deliverables/:deliverableId/definition': taking(
      ofProject(`/deliverables/${draft}/definition`, ['mara']),
      ['mara'],
      definition,
    ),
    '/projects/:projectId/deliverables/:deliverableId/submission': taking(
      ofProject(`/deliverables/${draft}/submission`, ['mara']),
      ['mara'],
      { message: 'Here it is.' },
      [report],
    ),
    '/projects/:projectId/deliverables/:deliverableId/charter': taking(
      // The only charter is signed already: there is nothing to prepare, for its own manager neither.
      ofProject(`/deliverables/${draft}/charter`, []),
      [],
      { message: 'Please sign.' },
    ),
    '/projects/:projectId/contract': taking(ofProject('/contract', ['mara', 'petra', 'priya']), ['mara'], {
      reference: 'Other/1',
      currency: 'EUR',
      'lines.0.name': 'All of it',
      'lines.0.kind': 'fixed-price',
      'lines.0.recognition': 'at-acceptance',
      'lines.0.amount': '10',
      tax: '19',
      terms: '30',
      signedOn: '',
      'milestones.0.name': 'All',
      'milestones.0.trigger': 'acceptance',
      'milestones.0.amount': '10',
      'milestones.0.dueOn': '',
    }),
    '/projects/:projectId/contract/terms': taking(
      ofProject('/contract/terms', ['mara', 'petra', 'priya']),
      ['mara'],
      { penalties: 'None.', liabilityCap: '', governingDocuments: '', otherTerms: '' },
    ),
    '/projects/:projectId/contract/orders': taking(
      ofProject('/contract/orders', ['mara', 'petra', 'priya']),
      ['mara', 'priya'],
      { number: 'PO-77', value: '1,000.00', receivedOn: '2026-03-02', validUntil: '' },
    ),
    '/projects/:projectId/changes': ofProject('/changes', ['mara', 'petra', 'priya']),
    '/projects/:projectId/changes/new': taking(ofProject('/changes/new', ['mara']), ['mara'], {
      title: 'Two sites more',
      scope: 'Clevedon and Portishead.',
      reason: 'They were bought.',
      daysLater: '5',
    }),
    '/projects/:projectId/changes/:changeId': taking(
      {
        at: `/projects/${changed.project}/changes/${changed.id}`,
        absent: `/projects/${changed.project}/changes/${nobodys}`,
        opens: ['jonas', 'petra', 'priya'],
      },
      ['jonas'],
      { reason: 'Not needed any more.' },
    ),
    '/projects/:projectId/publish': taking(ofProject('/publish', ['mara']), ['mara'], {
      after: '3',
      previewed: '0'.repeat(64),
      health: 'on-track',
      narrative: 'All is well.',
    }),
    '/projects/:projectId/publications/:number': ofProject('/publications/1', ['mara']),
    '/projects/:projectId/contacts': taking(ofProject('/contacts', ['mara']), ['mara'], {
      name: 'Mallory Mint',
      email: 'mallory@harbour.example',
      jobTitle: '',
      role: 'viewer',
      endUserGroup: '',
      currency: 'EUR',
      upTo: '',
      changesUpTo: '',
      fromOn: '',
      toOn: '',
      evidence: '',
    }),
    '/projects/:projectId/notes': taking(ofProject('/notes'), ['mara', 'tomas', 'aiko'], { text: 'A note.' }),
    '/projects/:projectId/charter.pdf': ofProject('/charter.pdf', ['mara']),
    '/files/:sha256': {
      at: `/files/${file}`,
      absent: `/files/${'0'.repeat(64)}`,
      opens: deliverers,
    },

    '/billing': taking({ at: '/billing', opens: ['priya'] }, ['priya'], {
      projectId: project,
      key: [`milestone:${milestone}`],
    }),
    '/invoices': { at: '/invoices', opens: ['mara', 'jonas', 'priya', 'petra'] },
    '/invoices/:invoiceId': {
      at: `/invoices/${unpaid}`,
      absent: `/invoices/${nobodys}`,
      opens: ['mara', 'priya', 'petra'],
    },
    '/invoices/:invoiceId/document': {
      at: `/invoices/${unpaid}/document`,
      absent: `/invoices/${nobodys}/document`,
      opens: ['mara', 'priya', 'petra'],
    },
    '/invoices/:invoiceId/payments': taking(
      { at: `/invoices/${unpaid}/payments`, absent: `/invoices/${nobodys}/payments`, opens: ['priya'] },
      ['priya'],
      { amount: '1', receivedOn: '2026-01-31', reference: 'x' },
    ),
    ...(await rateExamples(sql)),
    '/rates': taking({ at: '/rates', opens: ['priya'] }, ['priya'], {
      jobRole: 'developer',
      currency: 'EUR',
      hour: '99',
      fromOn: '2031-01-01',
    }),
    '/time': taking(
      { at: '/time', opens: ['mara', 'jonas', 'tomas', 'aiko'] },
      ['mara', 'jonas', 'tomas', 'aiko'],
      {
        taskId: task,
        workedOn: '2026-01-05',
        hours: '1:00',
        note: '',
      },
    ),
    ...(await timeExamples(sql)),
    ...(await marginExamples(sql)),
    ...(await governanceExamples(sql)),
    ...(await capacityExamples(sql)),
    '/time/entries/:timeEntryId/removal': taking(
      {
        at: `/time/entries/${timeEntry}/removal`,
        absent: `/time/entries/${nobodys}/removal`,
        opens: ['tomas'],
      },
      ['tomas'],
      {},
    ),
    ...(await buyingExamples(sql)),
    ...(await invoiceExamples(sql)),
    '/people': { at: '/people', opens: ['ines'] },
    '/people/new': taking({ at: '/people/new', opens: ['ines'] }, ['ines'], {
      name: 'Mallory Mint',
      email: 'mallory@halden.example',
      role: 'administrator',
      jobRole: 'operations',
      locale: 'en',
      timeZone: 'Europe/Berlin',
    }),
    '/people/:kind/:personId/access': taking(
      {
        at: `/people/colleague/${tomas}/access`,
        absent: `/people/colleague/${nobodys}/access`,
        opens: ['ines'],
      },
      ['ines'],
      { access: 'ended' },
    ),
    '/calendar/:file': { at: `/calendar/${'A'.repeat(43)}.ics`, opens: 'strangers', status: 404 },
    '/settings/calendar': taking(
      { at: '/settings/calendar', opens: [...deliverers, 'jonas'] },
      [...deliverers, 'jonas'],
      {},
    ),
    '/settings/calendar/removal': taking(
      { at: '/settings/calendar/removal', opens: [...deliverers, 'jonas'] },
      [...deliverers, 'jonas'],
      {},
    ),
    '/settings': taking({ at: '/settings', opens: 'everybody' }, everybody, {
      locale: 'en',
      timeZone: 'Europe/Berlin',
    }),
    '/customers': { at: '/customers', opens: ['ines', 'mara', 'jonas'] },
    '/customers/new': taking(
      { at: '/customers/new', opens: ['ines', 'mara', 'jonas'] },
      ['ines', 'mara', 'jonas'],
      {
        name: 'Mallory & Co',
        kind: 'external',
        address: '',
        locale: 'en',
        timeZone: 'Europe/Berlin',
      },
    ),
    '/jobs': { at: '/jobs', opens: ['ines'] },
  }
}

/** A table and a changed file of Mara's that wait to be looked at: the story has accepted all of its own. */
async function readButNotAccepted(sql: postgres.Sql) {
  await sql`
    insert into public.plan_tables (customer_id, read_by, file_name, file_sha256, format, preview, header_fingerprint)
    select p.customer_id, p.manager_id, 'walls.csv', ${'0'.repeat(64)}, 'csv', ${sql.json({
      sheet: null,
      header: ['Name'],
      rows: [{ row: 2, cells: ['Dig'] }],
      rowCount: 1,
      proposed: { columns: { name: 0 }, dayOrder: 'dmy', durationUnit: 'days' },
    })}, ${'0'.repeat(64)}
    from public.projects p where p.code = 'HT-2601'
      and not exists (select from public.plan_tables t where t.file_name = 'walls.csv')`
  await sql`
    insert into public.plan_imports (customer_id, read_by, file_name, file_sha256, title, plan, not_understood, into_project_id)
    select i.customer_id, i.read_by, 'again.xml', i.file_sha256, i.title || ', again', i.plan, '[]', p.id
    from public.projects p join public.plan_imports i on i.project_id = p.id where p.code = 'HT-2601'
      and not exists (select from public.plan_imports a where a.into_project_id = p.id)
    limit 1`
}
