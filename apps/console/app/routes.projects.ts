import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

/** What a project manager and the team work with. */
export const projectRoutes: RouteConfigEntry[] = [
  route('projects', 'routes/projects/route.tsx'),
  route('projects/new', 'routes/plan-upload/route.tsx'),
  route('imports/:importId', 'routes/plan-import/route.tsx'),
  route('projects/:projectId', 'routes/project/route.tsx', [
    index('routes/overview/route.tsx'),
    route('plan', 'routes/plan/route.tsx'),
    route('tasks/:uid', 'routes/task/route.tsx'),
    route('tasks/:uid/assignments', 'routes/assignment/route.tsx'),
    route('tasks/:uid/assignments/:staffId/removal', 'routes/assignment-removal/route.tsx'),
    route('scope', 'routes/scope/route.tsx'),
    route('deliverables', 'routes/deliverables/route.tsx'),
    route('deliverables/new', 'routes/definition/route.tsx', { id: 'new-deliverable' }),
    route('deliverables/:deliverableId', 'routes/deliverable/route.tsx'),
    route('deliverables/:deliverableId/definition', 'routes/definition/route.tsx'),
    route('deliverables/:deliverableId/submission', 'routes/submission/route.tsx'),
    route('deliverables/:deliverableId/charter', 'routes/charter/route.tsx'),
    route('contract', 'routes/contract/route.tsx'),
    route('publish', 'routes/publish/route.tsx'),
    route('publications/:number', 'routes/publication/route.tsx'),
    route('contacts', 'routes/contacts/route.tsx'),
    route('notes', 'routes/notes/route.tsx'),
  ]),
  route('projects/:projectId/charter.pdf', 'routes/charter-draft/route.ts'),
  route('files/:sha256', 'routes/file/route.ts'),
]
