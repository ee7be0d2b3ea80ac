import type { RouteConfig } from './route-entry'
import { under } from './route-entry'
import { moneyRoutes } from './routes.money'
import { projectRoutes } from './routes.projects'

const routes: RouteConfig = [
  { path: 'sign-in', file: 'routes/sign-in/route.tsx' },
  { path: 'sign-in/link/:token', file: 'routes/sign-in.link.$token/route.tsx' },
  { path: 'invitation/:token', file: 'routes/invitation.$token/route.tsx' },
  { path: 'sign-out', file: 'routes/sign-out/route.ts' },
  { path: 'healthcheck', file: 'routes/healthcheck/route.ts' },
  { index: true, file: 'routes/_index/route.ts' },
  under('routes/staff/route.tsx', [...projectRoutes, ...moneyRoutes]),
]

export default routes
