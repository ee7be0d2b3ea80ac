import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Of one project: phases, the gates between them, and what became of the template that it began with. */
export const gateRoutes: RouteConfigEntry[] = [
  route('gates', 'routes/gates/route.tsx'),
  route('gates/phases', 'routes/phases/route.tsx'),
  route('gates/tailoring', 'routes/tailoring/route.tsx'),
  route('gates/template', 'routes/save-template/route.tsx'),
  route('gates/conditions/:conditionId', 'routes/gate-condition/route.tsx'),
  route('gates/:phaseId', 'routes/gate/route.tsx'),
  route('gates/:phaseId/definition', 'routes/gate-definition/route.tsx'),
  route('gates/:phaseId/decision', 'routes/gate-decision/route.tsx'),
  route('gates/:phaseId/criteria/:criterionId', 'routes/gate-criterion/route.tsx'),
  route('gates/:phaseId/evidence/:evidenceId', 'routes/gate-evidence/route.tsx'),
]

/** Of one project: what it needs of the customer and of third parties. */
export const dependencyRoutes: RouteConfigEntry[] = [
  route('dependencies', 'routes/dependencies/route.tsx'),
  route('dependencies/new', 'routes/new-dependency/route.tsx'),
  route('dependencies/:number', 'routes/dependency/route.tsx'),
  route('dependencies/:number/request', 'routes/dependency-request/route.tsx'),
  route('dependencies/:number/closing', 'routes/dependency-closing/route.tsx'),
]

/** Of one project: what was decided, and the options weighed for it. */
export const decisionRoutes: RouteConfigEntry[] = [
  route('decisions', 'routes/decisions/route.tsx'),
  route('decisions/new', 'routes/new-decision/route.tsx'),
  route('decisions/:number', 'routes/decision-record/route.tsx'),
  route('appraisals/new', 'routes/new-appraisal/route.tsx'),
  route('appraisals/:number', 'routes/appraisal/route.tsx'),
  route('appraisals/:number/definition', 'routes/appraisal-definition/route.tsx'),
  route('appraisals/:number/choice', 'routes/appraisal-choice/route.tsx'),
]

/** What new projects begin with besides an imported plan. */
export const templateRoutes: RouteConfigEntry[] = [
  route('templates', 'routes/templates/route.tsx'),
  route('templates/:templateId', 'routes/template/route.tsx'),
  route('templates/:templateId/project', 'routes/template-project/route.tsx'),
  route('projects/new/empty', 'routes/empty-project/route.tsx'),
  route('project-drafts/:draftId/check', 'routes/draft-check/route.tsx'),
  route('project-drafts/:draftId/:part', 'routes/draft-part/route.tsx'),
]
