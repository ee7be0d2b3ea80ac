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

/** What new projects begin with besides an imported plan. */
export const templateRoutes: RouteConfigEntry[] = [
  route('templates', 'routes/templates/route.tsx'),
  route('templates/:templateId', 'routes/template/route.tsx'),
  route('templates/:templateId/project', 'routes/template-project/route.tsx'),
  route('projects/new/empty', 'routes/empty-project/route.tsx'),
  route('project-drafts/:draftId/check', 'routes/draft-check/route.tsx'),
  route('project-drafts/:draftId/:part', 'routes/draft-part/route.tsx'),
]
