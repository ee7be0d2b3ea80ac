import type { Fields } from '../ask'
import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const ofMara = (path: string, good: Fields) => async (scene: Scene) => {
  const [project] = await scene.sql<{ id: string }[]>`select id from public.projects where code = 'DS-1'`
  return {
    by: await staffVisits(scene.product, scene.sql, 'mara'),
    at: `/projects/${project!.id}${path}`,
    good,
  }
}

const appraisalKinds = {
  title: 'line',
  context: 'prose?',
  'criteria.0.name': 'line',
  'criteria.0.weight': 'number',
  'options.0.name': 'line',
  'options.0.description': 'line?',
} as const
const appraisal = {
  title: 'Which lamps',
  context: 'The depot is high.',
  'criteria.0.name': 'Cost',
  'criteria.0.weight': '3',
  'options.0.name': 'Strips',
  'options.0.description': 'Along the beams',
  'options.1.name': 'Floods',
  'options.1.description': '',
}

/** An appraisal from its beginning to the decision record, and a record without one. */
export const decisionForms: Form[] = [
  { name: 'a new appraisal', fields: appraisalKinds, ready: ofMara('/appraisals/new', appraisal) },
  {
    name: 'what an appraisal weighs',
    fields: appraisalKinds,
    ready: ofMara('/appraisals/1/definition', { ...appraisal, title: 'Which lamps in the hall' }),
  },
  {
    name: 'the scores of an appraisal',
    fields: { 'scores.0.0': 'number?', 'scores.1.0': 'number?' },
    ready: ofMara('/appraisals/1', { 'scores.0.0': '7', 'scores.1.0': '4' }),
  },
  {
    name: 'the choice of an appraisal',
    fields: { option: 'number', reason: 'prose?', decidedOn: 'date' },
    ready: ofMara('/appraisals/1/choice', {
      option: '1',
      reason: 'Floods are there.',
      decidedOn: '2026-03-05',
    }),
  },
  {
    name: 'a decision record',
    fields: { title: 'line', context: 'prose?', decision: 'prose', reason: 'prose', decidedOn: 'date' },
    ready: ofMara('/decisions/new', {
      title: 'Switches',
      context: '',
      decision: 'By the gate',
      reason: 'Nobody walks in the dark.',
      decidedOn: '2026-03-05',
    }),
  },
]
