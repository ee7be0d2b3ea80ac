import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { defaultAccounts } from '@countersign/domain/journal'
import { newSignInLink, signInLinkPath } from '@countersign/auth/sign-in-link'
import { castPassword, contactCast, staffCast } from '@countersign/story/cast'
import { planFile } from '@countersign/story/plan-file'
import postgres from 'postgres'
import { deemedAccepted } from '../../src/deemed'
import type { RunningProduct } from '../../src/running-product'
import { multipart, type Fields, type SentFile } from '../ask'
import { untilIdle } from '../kept'
import { contactVisits, staffVisits, visitorOf, type Visitor } from '../visitors'
import { loneSurrogate, type FieldKind } from './bad-values'
import { boardForms } from './board-forms'
import { buyingForms } from './forms-of-buying'
import { budgetForms } from './budget-forms'
import { changeForms } from './change-forms'
import { capacityForms } from './capacity-forms'
import { decisionForms } from './decision-forms'
import { dependencyForms } from './dependency-forms'
import { gateForms } from './gate-forms'
import { invoiceForms } from './invoice-forms'
import { marginForms } from './margin-forms'
import { templateForms } from './template-forms'
import { timeForms } from './time-forms'

/**
 * A form as it stands ready: who sends it where, what it takes, and what it would be sent with. What is taken leads on
 * to another page, unless what it answers may stand in no address.
 */
export type Ready = { by: Visitor; at: string; good: Fields; files?: SentFile[]; answers?: 200 }
export type Form = {
  name: string
  /** One page takes several forms: this one is not the page's first. */
  isFurther?: true
  fields: Record<string, FieldKind>
  ready: (scene: Scene) => Promise<Ready>
}

export type Scene = { product: RunningProduct; sql: postgres.Sql }

const idOf = async (rows: Promise<readonly { id: string }[]>) => (await rows)[0]!.id
const projectId = ({ sql }: Scene, code: string) =>
  idOf(sql<{ id: string }[]>`select id from public.projects where code = ${code}`)
const staffOf = ({ product, sql }: Scene, who: Parameters<typeof staffVisits>[2]) =>
  staffVisits(product, sql, who)
const deliverable = ({ sql }: Scene, name: string) =>
  idOf(sql<{ id: string }[]>`select id from public.deliverables where name = ${name} order by id limit 1`)

export const planXml = planFile({
  title: 'Depot lighting',
  startsOn: '2026-03-02',
  tasks: [
    { name: 'Survey', level: 1, days: 3 },
    { name: 'Lamps', level: 1, days: 5, after: ['Survey'] },
  ],
})
export const planUpload = (content: string | Uint8Array, name = 'plan.xml', type = 'text/xml'): SentFile => ({
  field: 'file',
  name,
  type,
  content,
})

/** A table that was uploaded, where its columns are to be named. */
async function uploadedTable(scene: Scene): Promise<string> {
  const mara = await staffOf(scene, 'mara')
  const at = `/projects/${await projectId(scene, 'DS-1')}/plan/import`
  const table = planUpload('ID,Name,Days\n1,Survey,3\n2,Lamps,6\n', 'tasks.csv', 'text/csv')
  const answer = await mara.send(at, multipart({}, [table]))
  return String(answer.headers.location)
}

const closedMonth = async ({ sql }: Scene) =>
  idOf(sql<{ id: string }[]>`select left(max(month_on)::text, 7) as id from public.closed_months`)

const criterion = {
  'criteria.0.statement': 'It works.',
  'criteria.0.howChecked': 'By trying',
  'criteria.0.evidenceWanted': 'A photo',
  'criteria.0.weight': '2',
}
const criterionKinds = {
  'criteria.0.statement': 'line',
  'criteria.0.howChecked': 'line?',
  'criteria.0.evidenceWanted': 'line?',
  'criteria.0.weight': 'number?',
} as const
const definitionKinds = {
  name: 'line',
  description: 'prose?',
  dueTaskUid: 'number?',
  acceptance: 'choice',
  ...criterionKinds,
} as const
const definition = {
  name: 'Spare parts list',
  description: 'What is kept where.',
  dueTaskUid: '',
  acceptance: 'once',
  ...criterion,
}

/** In the order of a project's life: the project that is imported first is contracted and chartered later. */
/** The concept that Katrin accepted and that nobody has billed. */
async function decidedByKatrin(sql: postgres.Sql) {
  const [submission] = await sql<{ id: string; criteria: { id: string }[] }[]>`
    select s.id, s.criteria from public.submissions s join public.deliverables d on d.id = s.deliverable_id
      where d.name = 'Fachkonzept'`
  return submission!
}

const inDays = (days: number) => addDays(localDateIn('Europe/Berlin', new Date()), days)

export const forms: Form[] = [
  {
    name: 'signing in to the portal',
    fields: { email: 'email', password: 'password' },
    ready: async ({ product }) => ({
      by: visitorOf(product.origins.portal),
      at: '/sign-in',
      good: { email: contactCast.grace.email, password: castPassword, next: '/' },
    }),
  },
  {
    name: 'signing in to the console',
    fields: { email: 'email', password: 'password' },
    ready: async ({ product }) => ({
      by: visitorOf(product.origins.console),
      at: '/sign-in',
      good: { email: staffCast.mara.email, password: castPassword, next: '/' },
    }),
  },
  {
    name: 'what changed was seen',
    fields: { until: 'id' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: '/my-week',
      good: { until: '2026-01-05T09:00:00.000Z' },
    }),
  },
  {
    name: 'an invitation to the portal',
    fields: {},
    ready: async ({ product, sql }) => {
      const id = await idOf(
        sql<{ id: string }[]>`select id from public.contacts where email = ${contactCast.lena.email}`,
      )
      return {
        by: visitorOf(product.origins.portal),
        at: await newInvitation(product, 'contact', id),
        good: { username: contactCast.lena.email, password: 'a lantern over copper water' },
      }
    },
  },
  {
    name: 'an invitation to the console',
    fields: {},
    ready: async ({ product, sql }) => {
      const id = await idOf(
        sql<{ id: string }[]>`select id from public.staff where email = ${staffCast.ewan.email}`,
      )
      return {
        by: visitorOf(product.origins.console),
        at: await newInvitation(product, 'staff', id),
        good: { email: staffCast.ewan.email, password: 'a lantern over copper water' },
      }
    },
  },
  {
    name: 'a new customer',
    fields: { name: 'line', kind: 'choice', address: 'prose?', locale: 'choice', timeZone: 'choice' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'ines'),
      at: '/customers/new',
      good: {
        name: 'Depot & Sons',
        kind: 'external',
        address: 'Quay 1',
        locale: 'en',
        timeZone: 'Europe/London',
      },
    }),
  },
  {
    name: 'a new colleague',
    fields: {
      name: 'line',
      email: 'email',
      role: 'choice',
      jobRole: 'line',
      vendorId: 'id?',
      locale: 'choice',
      timeZone: 'choice',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'ines'),
      at: '/people/new',
      good: {
        name: 'Nadia Frei',
        email: 'nadia@halden.example',
        role: 'team_member',
        jobRole: 'developer',
        vendorId: '',
        locale: 'de',
        timeZone: 'Europe/Berlin',
      },
    }),
  },
  {
    name: 'a contact’s settings',
    fields: { locale: 'choice', timeZone: 'choice' },
    ready: async ({ product, sql }) => ({
      by: await contactVisits(product, sql, 'grace'),
      at: '/settings',
      good: { locale: 'en', timeZone: 'Europe/London' },
    }),
  },
  {
    name: 'a colleague’s settings',
    fields: { locale: 'choice', timeZone: 'choice' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'ines'),
      at: '/settings',
      good: { locale: 'en', timeZone: 'Europe/London' },
    }),
  },
  {
    name: 'access given back',
    fields: { access: 'choice' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'ines'),
      at: `/people/colleague/${await idOf(scene.sql<{ id: string }[]>`select id from public.staff where email = 'nadia@halden.example'`)}/access`,
      good: { access: 'given' },
    }),
  },
  {
    name: 'a plan to import',
    fields: { customerId: 'id' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: '/projects/new',
      good: {
        customerId: await idOf(
          scene.sql<{ id: string }[]>`select id from public.customers where name = 'Depot & Sons'`,
        ),
      },
      files: [planUpload(planXml)],
    }),
  },
  {
    name: 'an imported plan to accept',
    fields: { code: 'line', name: 'line', objective: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/imports/${await idOf(scene.sql<{ id: string }[]>`select id from public.plan_imports where title = 'Depot lighting'`)}`,
      good: { code: 'DS-1', name: 'Depot lighting', objective: 'Light in every shed.' },
    }),
  },
  {
    name: 'a task',
    // A milestone has no duration: its page leaves both fields out.
    fields: {
      percentComplete: 'number',
      duration: 'money?',
      remaining: 'money?',
      unit: 'choice?',
      actualStart: 'date?',
      actualFinish: 'date?',
      constraintType: 'choice',
      constraintOn: 'date?',
      deadline: 'date?',
      calendarUid: 'number?',
      isManual: 'box',
      manualStart: 'date?',
      manualFinish: 'date?',
      isInactive: 'box',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/tasks/1`,
      good: {
        percentComplete: '10',
        duration: '4',
        unit: 'days',
        constraintType: 'SNET',
        constraintOn: '2026-03-03',
        deadline: '2026-03-31',
      },
    }),
  },
  {
    name: 'a new calendar',
    fields: { name: 'line', basedOn: 'number?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/calendars`,
      good: { name: 'Night shift', basedOn: '' },
    }),
  },
  {
    name: 'a calendar',
    fields: { name: 'line', 'added.0.name': 'line', 'added.0.fromOn': 'date', 'added.0.toOn': 'date?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/calendars/1`,
      good: {
        name: 'Standard',
        ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`day${day}`, '08:00–12:00, 13:00–17:00'])),
        'added.0.name': 'Stocktaking',
        'added.0.fromOn': '2026-06-30',
        'added.0.toOn': '2026-07-01',
        'added.0.hours': '',
      },
    }),
  },
  {
    name: 'public holidays',
    fields: { country: 'line' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/calendars/1/holidays`,
      good: { country: 'GB', region: 'ENG' },
    }),
  },
  {
    name: 'a changed plan to import',
    fields: {},
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/plan/import`,
      good: {},
      files: [planUpload(planXml)],
    }),
  },
  {
    name: 'a changed plan to take over',
    fields: { digest: 'line' },
    ready: async (scene) => {
      const mara = await staffOf(scene, 'mara')
      const again = `/projects/${await projectId(scene, 'DS-1')}/plan/import`
      const answer = await mara.send(again, multipart({}, [planUpload(planXml)]))
      const at = String(answer.headers.location)
      const [, digest = ''] = /name="digest" value="(\w{64})"/.exec((await mara.get(at)).text) ?? []
      return { by: mara, at, good: { digest } }
    },
  },
  {
    name: 'a table of tasks',
    fields: { name: 'number', dayOrder: 'choice', durationUnit: 'choice', startsOn: 'date' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: await uploadedTable(scene),
      good: {
        name: '1',
        uid: '0',
        duration: '2',
        dayOrder: 'dmy',
        durationUnit: 'days',
        startsOn: '2026-03-02',
      },
    }),
  },
  {
    name: 'a calendar feed',
    fields: {},
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: '/settings/calendar',
      good: {},
      answers: 200,
    }),
  },
  {
    name: 'a calendar feed to end',
    fields: {},
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: '/settings/calendar/removal',
      good: {},
    }),
  },
  {
    name: 'a contact’s calendar feed',
    fields: {},
    ready: async ({ product, sql }) => ({
      by: await contactVisits(product, sql, 'grace'),
      at: '/settings/calendar',
      good: {},
      answers: 200,
    }),
  },
  {
    name: 'a contact’s calendar feed to end',
    fields: {},
    ready: async ({ product, sql }) => ({
      by: await contactVisits(product, sql, 'grace'),
      at: '/settings/calendar/removal',
      good: {},
    }),
  },
  {
    name: 'an assignment',
    fields: { staffId: 'id', effort: 'money', dueOn: 'date?', isAccountable: 'box' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/tasks/1/assignments`,
      good: {
        staffId: await idOf(
          scene.sql<{ id: string }[]>`select id from public.staff where email = ${staffCast.tomas.email}`,
        ),
        effort: '8',
        dueOn: '2026-03-06',
        isAccountable: 'on',
      },
    }),
  },
  {
    name: 'an assignment to remove',
    fields: {},
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/tasks/1/assignments/${await idOf(
        scene.sql<{ id: string }[]>`select id from public.staff where email = ${staffCast.tomas.email}`,
      )}/removal`,
      good: {},
    }),
  },
  {
    name: 'a new deliverable',
    fields: definitionKinds,
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/deliverables/new`,
      good: definition,
    }),
  },
  {
    name: 'a deliverable',
    fields: definitionKinds,
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/deliverables/${await deliverable(scene, 'Spare parts list')}/definition`,
      good: { ...definition, name: 'List of spare parts' },
    }),
  },
  {
    name: 'the scope',
    fields: {
      objective: 'prose',
      'items.0.kind': 'choice',
      'items.0.text': 'line',
      'items.0.deliverableId': 'id?',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/scope`,
      good: {
        objective: 'Light in every shed.',
        'items.0.kind': 'in-scope',
        'items.0.text': 'Sheds one to four',
        'items.0.deliverableId': '',
        'items.1.kind': 'out-of-scope',
        'items.1.text': 'The quay',
        'items.1.deliverableId': '',
      },
    }),
  },
  {
    name: 'the contract',
    fields: {
      reference: 'line?',
      currency: 'choice',
      tax: 'money',
      terms: 'number',
      signedOn: 'date?',
      'lines.0.name': 'line',
      'lines.0.kind': 'choice',
      'lines.0.recognition': 'choice',
      'lines.0.amount': 'money?',
      'lines.0.startsOn': 'date?',
      'lines.0.endsOn': 'date?',
      'lines.0.periodMonths': 'number?',
      'milestones.0.name': 'line',
      'milestones.0.amount': 'money',
      'milestones.0.dueOn': 'date?',
      'milestones.0.trigger': 'choice',
      'milestones.0.atPercent': 'number?',
      'milestones.0.line': 'number?',
      'milestones.0.releasedBy.D1': 'id?',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/contract`,
      good: {
        reference: 'DS/7',
        currency: 'EUR',
        tax: '19',
        terms: '30',
        signedOn: '2026-02-27',
        'lines.0.name': 'Lighting',
        'lines.0.kind': 'fixed-price',
        'lines.0.recognition': 'by-hours',
        'lines.0.amount': '9,000.00',
        'lines.0.startsOn': '2026-03-01',
        'lines.0.endsOn': '2026-05-31',
        'lines.0.periodMonths': '',
        'milestones.0.name': 'Lamps hang',
        'milestones.0.trigger': 'acceptance',
        'milestones.0.atPercent': '',
        'milestones.0.line': '1',
        'milestones.0.amount': '9000',
        'milestones.0.dueOn': '2026-04-01',
        'milestones.0.releasedBy.D1': await deliverable(scene, 'List of spare parts'),
      },
    }),
  },
  {
    name: 'a baseline',
    fields: { name: 'line', reason: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/baselines/new`,
      good: { name: 'After the storm', reason: 'Two sheds came on top.' },
    }),
  },
  {
    name: 'a plan on paper',
    fields: { width: 'number', pages: 'number' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/plan/print`,
      good: { width: '420', pages: '2' },
    }),
  },
  ...boardForms,
  ...budgetForms,
  ...gateForms,
  ...templateForms,
  ...dependencyForms,
  ...decisionForms,
  ...capacityForms,
  {
    name: 'how progress is measured',
    fields: {
      method: 'choice',
      deliverableId: 'id?',
      'steps.0.name': 'line',
      'steps.0.weight': 'number',
      'steps.0.isDone': 'box',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/tasks/1/measure`,
      good: {
        method: 'weighted-milestones',
        deliverableId: '',
        'steps.0.name': 'Counted',
        'steps.0.weight': '2',
        'steps.0.isDone': 'on',
      },
    }),
  },
  {
    name: 'an estimate',
    fields: {
      kind: 'choice',
      low: 'money',
      likely: 'money',
      high: 'money',
      mean: 'money?',
      sd: 'money?',
      'outcomes.0.days': 'money?',
      'outcomes.0.weight': 'number',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/tasks/2/estimate`,
      good: {
        kind: 'triangular',
        low: '4',
        likely: '5',
        high: '9.5',
        mean: '',
        sd: '',
        'outcomes.0.days': '5',
        'outcomes.0.weight': '1',
      },
    }),
  },
  {
    name: 'a forecast',
    fields: { seed: 'number', iterations: 'number' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/forecast`,
      good: { seed: '7', iterations: '200' },
    }),
  },
  {
    name: 'somebody of the customer’s',
    fields: {
      name: 'line',
      email: 'email',
      jobTitle: 'line?',
      role: 'choice',
      endUserGroup: 'line?',
      currency: 'choice',
      upTo: 'money',
      changesUpTo: 'money?',
      fromOn: 'date',
      toOn: 'date?',
      evidence: 'line',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/contacts`,
      good: {
        name: 'Wanda Quay',
        email: 'wanda@depot.example',
        jobTitle: 'Owner',
        role: 'signatory',
        endUserGroup: '',
        currency: 'EUR',
        upTo: '10,000.00',
        changesUpTo: '1,000.00',
        fromOn: '2026-02-01',
        toOn: '',
        evidence: 'Register of companies',
      },
    }),
  },
  {
    name: 'a note',
    fields: { text: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'DS-1')}/notes`,
      good: { text: 'They pay late.' },
    }),
  },
  {
    name: 'the charter to sign',
    fields: { message: 'prose' },
    ready: async (scene) => {
      const project = await projectId(scene, 'DS-1')
      const charter = await idOf(
        scene.sql<
          { id: string }[]
        >`select id from public.deliverables where project_id = ${project} and kind = 'charter'`,
      )
      return {
        by: await staffOf(scene, 'mara'),
        at: `/projects/${project}/deliverables/${charter}/charter`,
        good: { message: 'Please sign.' },
      }
    },
  },
  {
    name: 'the terms of acceptance',
    fields: {
      clause: 'prose?',
      days: 'number?',
      firstDay: 'choice',
      deemedClause: 'prose?',
      reminderDays: 'line?',
      warningDays: 'number',
      share: 'money',
      signingOrder: 'choice',
      warrantyMonths: 'number',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'HT-2601')}/contract/acceptance`,
      good: {
        clause: 'It is accepted when it works.',
        days: '10',
        firstDay: 'next-business-day',
        deemedClause: '',
        reminderDays: '5, 2',
        warningDays: '2',
        share: '80',
        signingOrder: 'parallel',
        warrantyMonths: '12',
      },
    }),
  },
  {
    name: 'a pause of the acceptance period',
    fields: { intent: 'choice', submissionId: 'id', cause: 'choice', reason: 'prose' },
    ready: async (scene) => {
      const [design] = await scene.sql<{ id: string; project: string; submission: string }[]>`
        select d.id, d.project_id as project, s.id as submission from public.deliverables d
          join public.submissions s on s.deliverable_id = d.id
          where d.name = 'Low-level design' order by s.version desc limit 1`
      return {
        by: await staffOf(scene, 'mara'),
        at: `/projects/${design!.project}/deliverables/${design!.id}/clock`,
        good: {
          intent: 'pause',
          submissionId: design!.submission,
          cause: 'supplier',
          reason: 'Our lab is being moved.',
        },
      }
    },
  },
  {
    name: 'a pause to end',
    isFurther: true,
    fields: { intent: 'choice', submissionId: 'id' },
    ready: async (scene) => {
      const [paused] = await scene.sql<{ submission: string; project: string; deliverable: string }[]>`
        select c.submission_id as submission, s.project_id as project, s.deliverable_id as deliverable
          from public.clock_pauses c join public.submissions s on s.id = c.submission_id
          where c.reason = 'Our lab is being moved.'`
      return {
        by: await staffOf(scene, 'mara'),
        at: `/projects/${paused!.project}/deliverables/${paused!.deliverable}/clock`,
        good: { intent: 'resume', submissionId: paused!.submission },
      }
    },
  },
  {
    name: 'a warranty claim',
    fields: { deliverableId: 'id', title: 'line', description: 'prose' },
    ready: async ({ product, sql }) => {
      const [survey] = await sql<{ id: string; project: string }[]>`
        select id, project_id as project from public.deliverables where name = 'Site survey report'`
      return {
        by: await contactVisits(product, sql, 'grace'),
        at: `/projects/${survey!.project}/warranty`,
        good: { deliverableId: survey!.id, title: 'A photograph is missing', description: 'Of the roof.' },
        files: [{ field: 'files.0', name: 'roof.txt', type: 'text/plain', content: 'North side.\n' }],
      }
    },
  },
  {
    name: 'the answer to a warranty claim',
    fields: { claimId: 'id', answer: 'choice', text: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'HT-2601')}/warranty`,
      good: {
        claimId: await idOf(
          scene.sql<{ id: string }[]>`select id from public.warranty_claims order by number limit 1`,
        ),
        answer: 'in-work',
        text: 'We look at it on Monday.',
      },
    }),
  },
  {
    name: 'a warranty claim to close',
    fields: {},
    ready: async ({ product, sql }) => ({
      by: await contactVisits(product, sql, 'grace'),
      at: `/claims/${await idOf(sql<{ id: string }[]>`select id from public.warranty_claims where title = 'A photograph is missing'`)}/closure`,
      good: {},
    }),
  },
  {
    name: 'criteria to put before the customer',
    fields: {},
    ready: async (scene) => ({ by: await staffOf(scene, 'mara'), at: await spareParts(scene), good: {} }),
  },
  {
    name: 'criteria to confirm',
    fields: { criteriaVersionId: 'id', language: 'choice' },
    ready: async ({ product, sql }) => {
      const [version] = await sql<{ id: string; project: string }[]>`
        select v.id, v.project_id as project from public.criteria_versions v
          join public.projects p on p.id = v.project_id and p.code = 'HT-2601'
          where not exists (select from public.criteria_confirmations c where c.criteria_version_id = v.id)`
      return {
        by: await contactVisits(product, sql, 'grace'),
        at: `/projects/${version!.project}/criteria`,
        good: { criteriaVersionId: version!.id, language: 'en' },
      }
    },
  },
  {
    name: 'what is checked before release',
    fields: { intent: 'choice', 'checks.0.statement': 'line', 'checks.0.checkerId': 'id' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `${await spareParts(scene)}/checks`,
      good: {
        intent: 'set',
        'checks.0.statement': 'Somebody counted them.',
        'checks.0.checkerId': await idOf(
          scene.sql<{ id: string }[]>`select id from public.staff where email = ${staffCast.mara.email}`,
        ),
      },
    }),
  },
  {
    name: 'the result of a check',
    isFurther: true,
    fields: { checkId: 'id', result: 'choice', note: 'prose?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `${await spareParts(scene)}/checks`,
      good: {
        intent: 'record',
        checkId: await idOf(
          scene.sql<
            { id: string }[]
          >`select id from public.quality_checks where statement = 'Somebody counted them.'`,
        ),
        result: 'passed',
        note: 'Twice.',
      },
    }),
  },
  {
    name: 'test cases',
    fields: {
      'cases.0.title': 'line',
      'cases.0.criterionPosition': 'number',
      'cases.0.preparation': 'prose?',
      'cases.0.steps': 'prose',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `${await spareParts(scene)}/tests`,
      good: {
        intent: 'set',
        'cases.0.title': 'Look one up',
        'cases.0.criterionPosition': '1',
        'cases.0.preparation': '',
        'cases.0.steps': 'Open the list => The lamps are there',
      },
    }),
  },
  {
    name: 'a round of tests',
    isFurther: true,
    fields: { message: 'prose?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `${await spareParts(scene)}/tests`,
      good: { intent: 'open', message: 'Until Friday.' },
    }),
  },
  {
    name: 'a run of a test',
    fields: { 'steps.0.result': 'choice', 'steps.0.comment': 'prose?', comment: 'prose?' },
    ready: async ({ product, sql }) => {
      const [round] = await sql<{ id: string; case: string; steps: number }[]>`
        select r.id, r.cases -> 0 ->> 'id' as case, jsonb_array_length(r.cases -> 0 -> 'steps') as steps
          from public.test_rounds r join public.projects p on p.id = r.project_id where p.code = 'HT-2601' limit 1`
      const steps = Array.from({ length: round!.steps }, (_, index) => [
        [`steps.${index}.result`, index === 0 ? 'failed' : 'passed'],
        [`steps.${index}.comment`, index === 0 ? 'A lamp is red.' : ''],
      ]).flat()
      return {
        by: await contactVisits(product, sql, 'grace'),
        at: `/tests/${round!.id}/${round!.case}`,
        good: { ...Object.fromEntries(steps), comment: '' },
        files: [{ field: 'files.0', name: 'seen.txt', type: 'text/plain', content: 'Red.\n' }],
      }
    },
  },
  {
    name: 'an answer to a defect',
    isFurther: true,
    fields: { defectId: 'id', answer: 'choice', text: 'prose' },
    ready: async (scene) => {
      const [defect] = await scene.sql<{ id: string; project: string; deliverable: string }[]>`
        select f.id, f.project_id as project, r.deliverable_id as deliverable from public.test_defects f
          join public.test_runs t on t.id = f.run_id join public.test_rounds r on r.id = t.round_id limit 1`
      return {
        by: await staffOf(scene, 'mara'),
        at: `/projects/${defect!.project}/deliverables/${defect!.deliverable}/tests`,
        good: { intent: 'answer', defectId: defect!.id, answer: 'mended', text: 'A new lamp.' },
      }
    },
  },
  {
    name: 'a version to submit',
    fields: { message: 'prose' },
    ready: async (scene) => {
      await confirmSpareParts(scene)
      return {
        by: await staffOf(scene, 'mara'),
        at: `${await spareParts(scene)}/submission`,
        good: { message: 'Here it is.' },
        files: [{ field: 'files', name: 'list.txt', type: 'text/plain', content: 'Lamps: 12\n' }],
      }
    },
  },
  {
    name: 'a publication',
    fields: {
      after: 'number',
      previewed: 'line',
      health: 'choice',
      narrative: 'prose',
      phases: 'box',
      range: 'box',
    },
    ready: async (scene) => {
      const by = await staffOf(scene, 'mara')
      const at = `/projects/${await projectId(scene, 'DS-1')}/publish`
      const previewed = /name="previewed" value="([0-9a-f]{64})"/.exec((await by.get(at)).text)![1]!
      return { by, at, good: { after: '0', previewed, health: 'on-track', narrative: 'We have begun.' } }
    },
  },
  {
    name: 'time worked',
    fields: { taskId: 'id', workedOn: 'date', hours: 'hours', kind: 'choice?', note: 'prose?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'tomas'),
      at: '/time',
      good: {
        taskId: await idOf(
          scene.sql<{ id: string }[]>`select id from public.tasks where name = 'Stage and burn in'`,
        ),
        workedOn: localDateIn('Europe/Berlin', new Date()),
        hours: '1:30',
        note: 'Racks',
      },
    }),
  },
  {
    name: 'time to remove',
    fields: {},
    ready: async (scene) => ({
      by: await staffOf(scene, 'tomas'),
      at: `/time/entries/${await idOf(scene.sql<{ id: string }[]>`select id from public.time_entries where note = 'Racks'`)}/removal`,
      good: {},
    }),
  },
  ...timeForms,
  ...marginForms,
  ...buyingForms,
  {
    name: 'a cost rate',
    fields: {
      jobRole: 'choice',
      staffId: 'id?',
      currency: 'choice',
      hour: 'money',
      overtimeHour: 'money?',
      fromOn: 'date',
      toOn: 'date?',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: '/rates',
      good: { jobRole: 'developer', currency: 'EUR', hour: '80.00', fromOn: '2031-01-01' },
    }),
  },
  {
    name: 'correcting hours',
    fields: { outcome: 'choice', task: 'id', hours: 'hours', kind: 'choice', reason: 'prose' },
    ready: async (scene) => {
      const [entry] = await scene.sql<{ id: string; task: string }[]>`
        select t.id, t.task_id as task from public.time_entries t where t.reverses is null
          and t.booked_on <= app.last_closed_day()
          and not exists (select from public.time_entries r where r.reverses = t.id) order by t.booked_on limit 1`
      return {
        by: await staffOf(scene, 'priya'),
        at: `/corrections/time/${entry!.id}`,
        good: {
          outcome: 'instead',
          task: entry!.task,
          hours: '0:45',
          kind: 'non-billable',
          reason: 'Half of it.',
        },
      }
    },
  },
  {
    name: 'correcting an expense',
    fields: { outcome: 'choice', gross: 'money', tax: 'money', isBillable: 'box', reason: 'prose' },
    ready: async (scene) => {
      const expense = await idOf(scene.sql<{ id: string }[]>`
        select e.id from public.expenses e where e.reverses is null and e.booked_on <= app.last_closed_day()
          and not exists (select from public.expenses r where r.reverses = e.id) order by e.booked_on limit 1`)
      return {
        by: await staffOf(scene, 'priya'),
        at: `/corrections/expenses/${expense}`,
        good: { outcome: 'instead', gross: '12.00', tax: '1.00', isBillable: 'on', reason: 'Half of it.' },
      }
    },
  },
  {
    name: 'closing a month',
    fields: {},
    ready: async (scene) => {
      const by = await staffOf(scene, 'priya')
      const month = await closedMonth(scene)
      await by.send(`/closing/${month}/reopening`, multipart({ reason: 'To close it anew.' }, []))
      return { by, at: `/closing/${month}`, good: {} }
    },
  },
  {
    name: 'opening a month again',
    fields: { reason: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: `/closing/${await closedMonth(scene)}/reopening`,
      good: { reason: 'An invoice was missing.' },
    }),
  },
  {
    name: 'the accounts of the journal',
    fields: { bank: 'line', revenue: 'line' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: '/journal/accounts',
      good: { ...defaultAccounts, bank: '1810' },
    }),
  },
  {
    name: 'a payment',
    fields: { amount: 'money', receivedOn: 'date', reference: 'line?' },
    ready: async (scene) => {
      const unpaid = await idOf(scene.sql<{ id: string }[]>`
        select i.id from public.invoices i join public.projects p on p.id = i.project_id where p.code = 'HT-2601'
           and not exists (select from public.invoice_payments y where y.invoice_id = i.id)`)
      return {
        by: await staffOf(scene, 'priya'),
        at: `/invoices/${unpaid}/payments`,
        good: { amount: '100.00', receivedOn: '2026-11-01', reference: 'SEPA' },
      }
    },
  },
  {
    name: 'more time to decide',
    fields: { until: 'date', reason: 'prose' },
    ready: async ({ product, sql }) => {
      const open = await idOf(sql<{ id: string }[]>`
        select s.id from public.submissions s join public.projects p on p.id = s.project_id
          left join public.decisions d on d.submission_id = s.id where p.code = 'HT-2601' and d.id is null`)
      return {
        by: await contactVisits(product, sql, 'grace'),
        at: `/submissions/${open}/more-time`,
        good: { until: inDays(9), reason: 'Our auditor is on leave.' },
      }
    },
  },
  {
    name: 'the answer to who asked for more time',
    isFurther: true,
    fields: { intent: 'choice', timeRequestId: 'id', granted: 'choice', text: 'prose?' },
    ready: async (scene) => {
      const [request] = await scene.sql<{ id: string; project: string; deliverable: string }[]>`
        select r.id, s.project_id as project, s.deliverable_id as deliverable
          from public.time_requests r join public.submissions s on s.id = r.submission_id
          where r.reason = 'Our auditor is on leave.'`
      return {
        by: await staffOf(scene, 'mara'),
        at: `/projects/${request!.project}/deliverables/${request!.deliverable}/clock`,
        good: { intent: 'answer', timeRequestId: request!.id, granted: 'yes', text: 'Take your time.' },
      }
    },
  },
  {
    name: 'a delegation',
    fields: { colleagueId: 'id', fromOn: 'date', toOn: 'date', reason: 'line?', password: 'password' },
    ready: async (scene) => {
      const { product, sql } = scene
      const daniel = await idOf(
        sql<{ id: string }[]>`select id from public.contacts where email = ${contactCast.daniel.email}`,
      )
      return {
        by: await contactVisits(product, sql, 'grace'),
        at: `/projects/${await projectId(scene, 'HT-2601')}/delegation`,
        good: {
          colleagueId: daniel,
          fromOn: inDays(0),
          toOn: inDays(9),
          reason: 'Leave',
          password: castPassword,
        },
      }
    },
  },
  {
    name: 'a delegation to take back',
    fields: {},
    ready: async ({ product, sql }) => ({
      by: await contactVisits(product, sql, 'grace'),
      at: `/delegations/${await idOf(sql<{ id: string }[]>`select id from public.signing_delegations limit 1`)}/revocation`,
      good: {},
    }),
  },
  {
    name: 'a point to report done',
    fields: { note: 'prose' },
    ready: async (scene) => {
      const point = await idOf(scene.sql<{ id: string }[]>`select id from public.punch_items limit 1`)
      return {
        by: await staffOf(scene, 'jonas'),
        at: `/projects/${await projectId(scene, 'SL-2602')}/points/${point}`,
        good: { note: 'It is in the note now.' },
      }
    },
  },
  {
    name: 'a point to close',
    fields: { note: 'prose?' },
    ready: async ({ product, sql }) => {
      const point = await idOf(sql<{ id: string }[]>`select id from public.punch_items limit 1`)
      return {
        by: await contactVisits(product, sql, 'katrin'),
        at: `/punch-items/${point}/closure`,
        good: { note: 'Seen.' },
      }
    },
  },
  {
    name: 'who has to sign',
    fields: { deliverableId: 'id?', 'signatories.0.contactId': 'id', 'signatories.0.position': 'number' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'jonas'),
      at: `/projects/${await projectId(scene, 'SL-2602')}/signatories`,
      good: {
        deliverableId: '',
        'signatories.0.contactId': await idOf(
          scene.sql<
            { id: string }[]
          >`select id from public.contacts where email = ${contactCast.katrin.email}`,
        ),
        'signatories.0.position': '1',
      },
    }),
  },
  {
    name: 'a correction',
    fields: {
      'results.0.criterionId': 'id',
      'results.0.result': 'choice',
      'results.0.comment': 'prose?',
      outcome: 'choice',
      language: 'choice',
      reason: 'prose',
      typedName: 'line',
      password: 'password',
    },
    ready: async ({ product, sql }) => {
      const { id, criteria } = await decidedByKatrin(sql)
      return {
        by: await contactVisits(product, sql, 'katrin'),
        at: `/submissions/${id}/correction`,
        good: {
          ...Object.fromEntries(
            criteria.flatMap((each, index) => [
              [`results.${index}.criterionId`, each.id],
              [`results.${index}.result`, 'met'],
              [`results.${index}.comment`, ''],
            ]),
          ),
          outcome: 'accepted',
          language: 'de',
          reason: 'Der Vermerk kam am selben Tag.',
          typedName: contactCast.katrin.name,
          password: castPassword,
        },
      }
    },
  },
  {
    name: 'a decision',
    fields: {
      'results.0.criterionId': 'id',
      'results.0.result': 'choice',
      'results.0.comment': 'prose?',
      outcome: 'choice',
      language: 'choice',
      typedName: 'line',
      password: 'password',
    },
    ready: async ({ product, sql }) => {
      const [submission] = await sql<{ id: string; criteria: { id: string }[] }[]>`
        select s.id, s.criteria from public.submissions s join public.projects p on p.id = s.project_id
          left join public.decisions d on d.submission_id = s.id where p.code = 'HT-2601' and d.id is null`
      const results = submission!.criteria.flatMap(({ id }, index) => [
        [`results.${index}.criterionId`, id],
        [`results.${index}.result`, 'met'],
        [`results.${index}.comment`, ''],
      ])
      const signature = {
        outcome: 'accepted',
        language: 'en',
        typedName: contactCast.grace.name,
        password: castPassword,
      }
      const by = await contactVisits(product, sql, 'grace')
      const at = `/submissions/${submission!.id}/decision`
      // Who is shown it has opened it, which is kept, once: it is no trace of a form that was refused.
      await by.get(at)
      await untilIdle(sql)
      return { by, at, good: { ...Object.fromEntries(results), ...signature } }
    },
  },
  ...changeForms,
  ...invoiceForms,
  {
    name: 'a withdrawal',
    fields: { reason: 'prose', language: 'choice', typedName: 'line', password: 'password' },
    ready: async ({ product, sql }) => {
      const decided = await idOf(sql<{ id: string }[]>`
        select d.submission_id as id from public.decisions d join public.projects p on p.id = d.project_id
          where p.code = 'HT-2601' order by d.decided_at desc limit 1`)
      return {
        by: await contactVisits(product, sql, 'grace'),
        at: `/submissions/${decided}/withdrawal`,
        good: {
          reason: 'A mistake.',
          language: 'en',
          typedName: contactCast.grace.name,
          password: castPassword,
        },
      }
    },
  },
  {
    // Of the version that is open again.
    name: 'a decision made outside',
    fields: {
      outcome: 'choice',
      signers: 'id',
      signedOn: 'date',
      signedAt: 'hours',
      service: 'line',
      envelopeId: 'line',
      reason: 'prose',
    },
    ready: async (scene) => {
      const project = await projectId(scene, 'HT-2601')
      const design = await deliverable(scene, 'Low-level design')
      const grace = await idOf(
        scene.sql<{ id: string }[]>`select id from public.contacts where email = ${contactCast.grace.email}`,
      )
      return {
        by: await staffOf(scene, 'mara'),
        at: `/projects/${project}/deliverables/${design}/outside-decision`,
        good: {
          outcome: 'accepted',
          signers: grace,
          signedOn: inDays(-1),
          signedAt: '12:00',
          service: 'Signing Service Ltd',
          envelopeId: '7f1c-22',
          reason: 'They sign everything there.',
        },
        files: [
          { field: 'document', name: 'a.pdf', type: 'application/pdf', content: '%PDF-1.7\n% a\n' },
          { field: 'completion', name: 'b.pdf', type: 'application/pdf', content: '%PDF-1.7\n% b\n' },
        ],
      }
    },
  },
  {
    name: 'our half of correcting what the contract deemed',
    fields: { reason: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'mara'),
      at: `/projects/${await projectId(scene, 'HT-2601')}/deliverables/${await deemedAccepted(scene.sql, 'Pilot site Avonmouth')}/correction-agreement`,
      good: { reason: 'They were on works holiday.' },
    }),
  },
]

async function spareParts(scene: Scene): Promise<string> {
  return `/projects/${await projectId(scene, 'DS-1')}/deliverables/${await deliverable(scene, 'List of spare parts')}`
}

/** Wanda, who never opened her invitation, has confirmed what the list will be judged by. */
async function confirmSpareParts(scene: Scene) {
  await scene.sql`
    insert into public.criteria_confirmations (criteria_version_id, project_id, confirmed_by, time_zone, statement)
    select v.id, v.project_id, c.id, 'Europe/London', 'I confirm them.'
      from public.criteria_versions v, public.contacts c
      where v.deliverable_id = ${await deliverable(scene, 'List of spare parts')} and c.email = 'wanda@depot.example'`
}

async function newInvitation(
  product: RunningProduct,
  side: 'contact' | 'staff',
  personId: string,
): Promise<string> {
  const worker = postgres(product.urls.worker, { max: 1, onnotice: () => undefined })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const token = await newSignInLink(worker, { side, personId, purpose: 'invitation', expiresAt })
  await worker.end()
  return signInLinkPath('invitation', token)
}

/** The body of a form, encoded as its page would, but for bytes that are no text: they are sent as they are. */
export function bodyOf({ files }: Pick<Ready, 'files'>, fields: Fields): { body: Uint8Array; type: string } {
  if (files) {
    const { body, type } = multipart(fields, files)
    return {
      body: Buffer.from(body.toString('latin1').replace(loneSurrogate, '\xed\xa0\x80'), 'latin1'),
      type,
    }
  }
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  )
  const encode = (text: string) => (text === loneSurrogate ? text : encodeURIComponent(text))
  const body = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  return { body: Buffer.from(body), type: 'application/x-www-form-urlencoded' }
}
