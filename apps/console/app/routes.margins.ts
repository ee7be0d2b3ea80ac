import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Margins over all projects, and what needs attention. */
export const marginRoutes: RouteConfigEntry[] = [
  route('margins', 'routes/margins/route.tsx'),
  route('margins.csv', 'routes/margins-export/route.ts'),
  route('margins.xlsx', 'routes/margins-export/route.ts', { id: 'margins-xlsx' }),
  route('saved-views', 'routes/saved-views/route.tsx'),
  route('saved-views/:viewId/removal', 'routes/saved-view-removal/route.ts'),
  route('alerts', 'routes/alerts/route.tsx'),
  route('projects/:projectId/entries.csv', 'routes/entries-export/route.ts'),
  route('projects/:projectId/entries.xlsx', 'routes/entries-export/route.ts', { id: 'entries-xlsx' }),
]

/** A project's money. */
export const projectMarginRoutes: RouteConfigEntry[] = [
  route('money', 'routes/project-money/route.tsx'),
  route('money/about', 'routes/project-place/route.tsx'),
  route('money/steps/:step', 'routes/waterfall-step/route.tsx'),
  route('entries', 'routes/entries/route.tsx'),
  route('outside-scope', 'routes/scope-work/route.tsx'),
]
