import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** People's time over all projects: who has how much of it, and when not. */
export const resourceRoutes: RouteConfigEntry[] = [
  route('resources', 'routes/resources/route.tsx'),
  route('resources/:staffId', 'routes/resource/route.tsx'),
  route('resources/:staffId/:weekOn', 'routes/resource-week/route.tsx'),
  route('resources/:staffId/:weekOn/shift', 'routes/shift/route.tsx'),
  route('leave', 'routes/leave/route.tsx'),
  route('leave/:leaveId', 'routes/leave-answer/route.tsx'),
  route('reports', 'routes/report-weeks/route.tsx'),
  route('reports/:staffId/:weekOn', 'routes/report-week/route.tsx'),
  route('people/:staffId/place', 'routes/person-place/route.tsx'),
]

/** A project's team, whose time is kept for it, and levelling. */
export const teamRoutes: RouteConfigEntry[] = [
  route('team', 'routes/team/route.tsx'),
  route('team/new', 'routes/new-place/route.tsx'),
  route('team/names', 'routes/plan-names/route.tsx'),
  route('team/:placeId', 'routes/team-place/route.tsx'),
  route('bookings/new', 'routes/new-booking/route.tsx'),
  route('bookings/:bookingId', 'routes/booking/route.tsx'),
  route('tasks/:uid/skills', 'routes/task-skills/route.tsx'),
  route('levelling', 'routes/levelling/route.tsx'),
]
