import type { StaffName } from '@countersign/story/cast'
import type { Places } from './places'

type Look = [who: StaffName, pattern: string, address: string | ((places: Places) => string)]

const gates = 'projects/:projectId/gates'
const at = (p: Places) => `/projects/${p.harbour}/gates`

/** Phases, gates and templates. */
export const governanceLooks: Look[] = [
  ['mara', 'templates', '/templates'],
  ['ines', 'templates/:templateId', (p) => `/templates/${p.template}`],
  ['mara', 'templates/:templateId', '/templates/product-launch'],
  ['mara', 'templates/:templateId/project', '/templates/telecom-sites/project'],
  ['mara', 'projects/new/empty', '/projects/new/empty'],
  ['mara', 'project-drafts/:draftId/:part', (p) => `/project-drafts/${p.projectDraft}/task`],
  ['mara', 'project-drafts/:draftId/check', (p) => `/project-drafts/${p.projectDraft}/check`],
  ['mara', `${gates}/tailoring`, (p) => `${at(p)}/tailoring`],
  ['mara', `${gates}/template`, (p) => `${at(p)}/template`],
  ['mara', gates, at],
  ['tomas', gates, at],
  ['jonas', gates, (p) => `/projects/${p.lindau}/gates`],
  ['mara', `${gates}/phases`, (p) => `${at(p)}/phases`],
  ['mara', `${gates}/:phaseId`, (p) => `${at(p)}/${p.gate}`],
  ['tomas', `${gates}/:phaseId`, (p) => `${at(p)}/${p.passedGate}`],
  ['mara', `${gates}/:phaseId/definition`, (p) => `${at(p)}/${p.gate}/definition`],
  ['mara', `${gates}/:phaseId/decision`, (p) => `${at(p)}/${p.gate}/decision`],
  [
    'mara',
    `${gates}/:phaseId/criteria/:criterionId`,
    (p) => `${at(p)}/${p.gate}/criteria/${p.gateCriterion}`,
  ],
  ['mara', `${gates}/:phaseId/evidence/:evidenceId`, (p) => `${at(p)}/${p.gate}/evidence/${p.gateEvidence}`],
  ['mara', `${gates}/conditions/:conditionId`, (p) => `${at(p)}/conditions/${p.gateCondition}`],
]
