import { index, layout, route, type RouteConfig } from '@remix-run/route-config'
import { closingRoutes } from './routes.closing'
import { buyingRoutes } from './routes.buying'
import { moneyRoutes } from './routes.money'
import { projectRoutes } from './routes.projects'
import { resourceRoutes } from './routes.resources'

export default [
  index('routes/first-page/route.ts'),
  route('healthcheck', 'routes/healthcheck/route.ts'),
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-in/link/:token', 'routes/sign-in-link/route.tsx'),
  route('invitation/:token', 'routes/invitation/route.tsx'),
  route('sign-out', 'routes/sign-out/route.ts'),
  route('calendar/:file', 'routes/calendar-feed/route.ts'),
  layout('routes/staff/route.tsx', [
    route('my-week', 'routes/my-week/route.tsx'),
    route('activity', 'routes/activity/route.tsx'),
    route('search', 'routes/search/route.tsx'),
    ...projectRoutes,
    ...moneyRoutes,
    ...buyingRoutes,
    ...closingRoutes,
    ...resourceRoutes,
    route('settings', 'routes/settings/route.tsx'),
    route('settings/calendar', 'routes/feed/route.tsx'),
    route('settings/calendar/removal', 'routes/feed-removal/route.tsx'),
  ]),
  route('*', 'routes/absent/route.ts'),
] satisfies RouteConfig
