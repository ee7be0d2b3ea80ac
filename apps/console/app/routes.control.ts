import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Of a project: what was agreed, where it stands against that, and when it will end. */
export const controlRoutes: RouteConfigEntry[] = [
  route('baselines', 'routes/baselines/route.tsx'),
  route('baselines/new', 'routes/new-baseline/route.tsx'),
  route('earned-value', 'routes/earned-value/route.tsx'),
  route('tasks/:uid/measure', 'routes/measure/route.tsx'),
  route('forecast', 'routes/forecast/route.tsx'),
  route('tasks/:uid/estimate', 'routes/estimate/route.tsx'),
]
