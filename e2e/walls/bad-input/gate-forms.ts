import { staffVisits } from '../visitors'
import type { Fields } from '../ask'
import type { Form, Scene } from './forms'

const manager = ({ product, sql }: Scene) => staffVisits(product, sql, 'mara')

async function at({ sql }: Scene, path: string): Promise<string> {
  const [project] = await sql<{ id: string }[]>`select id from public.projects where code = 'DS-1'`
  return `/projects/${project!.id}${path}`
}

const ofMara = (path: string, good: Fields) => async (scene: Scene) => ({
  by: await manager(scene),
  at: await at(scene, path),
  good,
})

/** The first phase of the project, with the first thing that its gate asks for, and the digest of its state. */
async function gate({ sql }: Scene) {
  const [row] = await sql<Record<'phase' | 'criterion' | 'evidence' | 'digest' | 'mara', string>[]>`
    select s.id as phase, g.digest,
      (select c.id from public.gate_criteria c where c.phase_id = s.id order by c.position limit 1) as criterion,
      (select e.id from public.gate_evidence e where e.phase_id = s.id order by e.position limit 1) as evidence,
      (select id from public.staff where email like 'mara@%') as mara
    from public.projects p join public.project_phases s on s.project_id = p.id
    join app.gate_states g on g.phase_id = s.id
    where p.code = 'DS-1' order by s.position limit 1`
  return row!
}

/** The gates of one project, in the order of its life. */
export const gateForms: Form[] = [
  { name: 'the beginning of phases', fields: {}, ready: ofMara('/gates', {}) },
  {
    name: 'the phases',
    fields: {
      'phases.0.id': 'id?',
      'phases.0.order': 'number',
      'phases.0.name': 'line',
      'phases.0.gateName': 'line',
      'phases.0.taskUid': 'number?',
    },
    ready: ofMara('/gates/phases', {
      'phases.0.id': '',
      'phases.0.order': '1',
      'phases.0.name': 'Prepare',
      'phases.0.gateName': 'Prepared',
      'phases.0.taskUid': '',
    }),
  },
  {
    name: 'what a gate asks for',
    fields: {
      'criteria.0.id': 'id?',
      'criteria.0.kind': 'choice',
      'criteria.0.statement': 'line',
      'evidence.0.id': 'id?',
      'evidence.0.element': 'line',
      'evidence.0.submissionLevel': 'choice',
      'evidence.0.isRequired': 'choice',
    },
    ready: async (scene) =>
      ofMara(`/gates/${(await gate(scene)).phase}/definition`, {
        'criteria.0.id': '',
        'criteria.0.kind': 'exit',
        'criteria.0.statement': 'The lamps are ordered',
        'evidence.0.id': '',
        'evidence.0.element': 'Order',
        'evidence.0.submissionLevel': '3',
        'evidence.0.isRequired': 'yes',
      })(scene),
  },
  {
    name: 'a judgement on a criterion',
    fields: { result: 'choice', note: 'prose?' },
    ready: async (scene) => {
      const { phase, criterion } = await gate(scene)
      return ofMara(`/gates/${phase}/criteria/${criterion}`, { result: 'met', note: 'Seen' })(scene)
    },
  },
  {
    name: 'evidence at a gate',
    fields: { status: 'choice', note: 'prose?', deliverableId: 'id?', decisionRecordId: 'id?' },
    ready: async (scene) => {
      const { phase, evidence } = await gate(scene)
      const good = { status: 'submitted', note: 'By mail', deliverableId: '', decisionRecordId: '' }
      return { ...(await ofMara(`/gates/${phase}/evidence/${evidence}`, good)(scene)), files: [] }
    },
  },
  {
    name: 'a decision at a gate',
    fields: {
      outcome: 'choice',
      reason: 'prose',
      digest: 'choice',
      'conditions.0.text': 'line',
      'conditions.0.ownerId': 'id',
      'conditions.0.dueOn': 'date',
    },
    ready: async (scene) => {
      const { phase, digest, mara } = await gate(scene)
      return ofMara(`/gates/${phase}/decision`, {
        outcome: 'conditional-go',
        reason: 'The lamps have a lead time.',
        digest,
        'conditions.0.text': 'Order the rest',
        'conditions.0.ownerId': mara,
        'conditions.0.dueOn': '2031-01-31',
      })(scene)
    },
  },
  {
    name: 'a settled condition',
    fields: { note: 'prose' },
    ready: async (scene) => {
      const [condition] = await scene.sql<{ id: string }[]>`
        select c.id from public.gate_conditions c join public.projects p on p.id = c.project_id
        where p.code = 'DS-1'`
      return ofMara(`/gates/conditions/${condition!.id}`, { note: 'Ordered.' })(scene)
    },
  },
]
