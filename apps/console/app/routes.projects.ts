import type { RouteEntry } from './route-entry'

/** What a project manager and the team work with. */
export const projectRoutes: RouteEntry[] = [
  { path: 'projects', file: 'routes/staff.projects/route.tsx' },
]
