import type { StaffName } from '@countersign/story/cast'
import type { Places } from './places'

type Look = [who: StaffName, pattern: string, address: string | ((places: Places) => string)]

const gates = 'projects/:projectId/gates'
const appraisals = 'projects/:projectId/appraisals'
const dependencies = 'projects/:projectId/dependencies'
const needs = (p: Places) => `/projects/${p.harbour}/dependencies`
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
  ['mara', 'projects/:projectId/decisions', (p) => `/projects/${p.harbour}/decisions`],
  ['tomas', 'projects/:projectId/decisions', (p) => `/projects/${p.harbour}/decisions`],
  ['jonas', 'projects/:projectId/decisions', (p) => `/projects/${p.lindau}/decisions`],
  ['mara', 'projects/:projectId/decisions/new', (p) => `/projects/${p.harbour}/decisions/new`],
  ['mara', 'projects/:projectId/decisions/:number', (p) => `/projects/${p.harbour}/decisions/1`],
  ['mara', `${appraisals}/new`, (p) => `/projects/${p.harbour}/appraisals/new`],
  ['mara', `${appraisals}/:number`, (p) => `/projects/${p.harbour}/appraisals/2`],
  ['tomas', `${appraisals}/:number`, (p) => `/projects/${p.harbour}/appraisals/1`],
  ['mara', `${appraisals}/:number/definition`, (p) => `/projects/${p.harbour}/appraisals/2/definition`],
  ['mara', `${appraisals}/:number/choice`, (p) => `/projects/${p.harbour}/appraisals/2/choice`],
  ['mara', dependencies, needs],
  ['tomas', dependencies, needs],
  ['jonas', dependencies, (p) => `/projects/${p.lindau}/dependencies`],
  ['mara', `${dependencies}/new`, (p) => `${needs(p)}/new`],
  ['mara', `${dependencies}/:number`, (p) => `${needs(p)}/2`],
  ['tomas', `${dependencies}/:number`, (p) => `${needs(p)}/4`],
  ['mara', `${dependencies}/:number/request`, (p) => `${needs(p)}/3/request`],
  ['mara', `${dependencies}/:number/closing`, (p) => `${needs(p)}/1/closing`],
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
