import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Example, Who } from './console-examples'

const nobodys = randomUUID()
const readers: Who[] = ['mara', 'tomas', 'aiko', 'petra']
const deciders: Who[] = ['mara', 'petra']
const beginners: Who[] = ['mara', 'jonas']

/** Phases and gates are of Mara's project, whose first gate is passed. */
export async function governanceExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<Record<'project' | 'phase' | 'criterion' | 'evidence' | 'condition', string>[]>`
    select p.id as project, s.id as phase,
      (select c.id from public.gate_criteria c where c.phase_id = s.id order by c.position limit 1) as criterion,
      (select e.id from public.gate_evidence e where e.phase_id = s.id order by e.position limit 1) as evidence,
      (select c.id from public.gate_conditions c where c.project_id = p.id
        and not exists (select from public.gate_condition_closures x where x.condition_id = c.id)) as condition
    from public.projects p join public.project_phases s on s.project_id = p.id and s.position = 2
    where p.code = 'HT-2601'`
  const { project, phase, criterion, evidence, condition } = ids!
  const ofProject = (path: string, opens: Who[]): Example => ({
    at: `/projects/${project}${path}`,
    absent: `/projects/${nobodys}${path}`,
    opens,
  })
  const managers = (path: string, form: NonNullable<Example['takes']>['form']): Example => ({
    ...ofProject(path, ['mara']),
    takes: { from: ['mara'], form },
  })
  const [begun] = await sql<Record<'template' | 'draft' | 'customer', string>[]>`
    select t.id as template, d.id as draft, d.customer_id as customer
    from public.project_templates t, public.project_drafts d order by t.saved_at, d.started_at limit 1`
  const { template, draft, customer } = begun!
  const appraisal = {
    title: 'How',
    context: '',
    'criteria.0.name': 'Cost',
    'criteria.0.weight': '1',
    'options.0.name': 'This way',
    'options.0.description': '',
    'options.1.name': 'That way',
    'options.1.description': '',
  }
  const dependency = {
    what: 'Roof keys',
    party: 'customer',
    ownerContactId: '',
    ownerName: 'The porter',
    needOn: '2031-01-06',
    taskUid: '',
    note: '',
  }
  const beginning = {
    customerId: customer,
    startsOn: '2031-01-06',
    code: 'X-1',
    name: 'Another one',
    objective: 'Begun',
  }
  return {
    '/templates': { at: '/templates', opens: [...beginners, 'petra', 'ines'] },
    '/templates/:templateId': {
      at: `/templates/${template}`,
      absent: `/templates/${nobodys}`,
      opens: [...beginners, 'petra', 'ines'],
      takes: { from: [...beginners, 'ines'], form: { name: 'Another name', description: '' } },
    },
    '/templates/:templateId/project': {
      at: `/templates/${template}/project`,
      absent: `/templates/${nobodys}/project`,
      opens: beginners,
      takes: { from: beginners, form: beginning },
    },
    '/projects/new/empty': {
      at: '/projects/new/empty',
      opens: beginners,
      takes: { from: beginners, form: beginning },
    },
    '/project-drafts/:draftId/check': {
      at: `/project-drafts/${draft}/check`,
      absent: `/project-drafts/${nobodys}/check`,
      opens: ['mara'],
      takes: { from: ['mara'], form: {} },
    },
    '/project-drafts/:draftId/:part': {
      at: `/project-drafts/${draft}/task`,
      absent: `/project-drafts/${nobodys}/task`,
      opens: ['mara'],
      takes: { from: ['mara'], form: {} },
    },
    '/projects/:projectId/dependencies': ofProject('/dependencies', readers),
    '/projects/:projectId/dependencies/new': managers('/dependencies/new', dependency),
    '/projects/:projectId/dependencies/:number': {
      ...ofProject('/dependencies/1', readers),
      takes: { from: ['mara'], form: dependency },
    },
    '/projects/:projectId/dependencies/:number/request': managers('/dependencies/2/request', { message: '' }),
    '/projects/:projectId/dependencies/:number/closing': managers('/dependencies/1/closing', {
      closing: 'received',
      note: '',
    }),
    '/projects/:projectId/decisions': ofProject('/decisions', readers),
    '/projects/:projectId/decisions/new': managers('/decisions/new', {
      title: 'Language',
      context: '',
      decision: 'English',
      reason: 'Everybody reads it.',
      decidedOn: '2026-01-05',
    }),
    '/projects/:projectId/decisions/:number': ofProject('/decisions/1', readers),
    '/projects/:projectId/appraisals/new': managers('/appraisals/new', appraisal),
    '/projects/:projectId/appraisals/:number': {
      ...ofProject('/appraisals/2', readers),
      takes: { from: ['mara'], form: { 'scores.0.0': '1' } },
    },
    '/projects/:projectId/appraisals/:number/definition': managers('/appraisals/2/definition', appraisal),
    '/projects/:projectId/appraisals/:number/choice': managers('/appraisals/2/choice', {
      option: '0',
      reason: '',
      decidedOn: '2026-01-05',
    }),
    '/projects/:projectId/gates/tailoring': ofProject('/gates/tailoring', readers),
    '/projects/:projectId/gates/template': managers('/gates/template', { name: 'Again', description: '' }),
    '/projects/:projectId/gates': {
      ...ofProject('/gates', readers),
      takes: { from: ['mara'], form: {} },
    },
    '/projects/:projectId/gates/phases': managers('/gates/phases', {
      'phases.0.id': '',
      'phases.0.order': '1',
      'phases.0.name': 'All of it',
      'phases.0.gateName': 'Done',
      'phases.0.taskUid': '',
    }),
    '/projects/:projectId/gates/:phaseId': ofProject(`/gates/${phase}`, readers),
    '/projects/:projectId/gates/:phaseId/definition': managers(`/gates/${phase}/definition`, {
      'criteria.0.id': '',
      'criteria.0.kind': 'exit',
      'criteria.0.statement': 'It is done',
    }),
    '/projects/:projectId/gates/:phaseId/decision': {
      ...ofProject(`/gates/${phase}/decision`, deciders),
      takes: { from: deciders, form: { outcome: 'hold', reason: 'Wait', digest: 'x' } },
    },
    '/projects/:projectId/gates/:phaseId/criteria/:criterionId': managers(
      `/gates/${phase}/criteria/${criterion}`,
      { result: 'met', note: '' },
    ),
    '/projects/:projectId/gates/:phaseId/evidence/:evidenceId': managers(
      `/gates/${phase}/evidence/${evidence}`,
      { status: 'submitted', note: 'Seen', deliverableId: '', decisionRecordId: '' },
    ),
    '/projects/:projectId/gates/conditions/:conditionId': managers(`/gates/conditions/${condition}`, {
      note: 'Done',
    }),
  }
}
