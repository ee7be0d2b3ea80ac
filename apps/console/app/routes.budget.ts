import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Of a project: what it may cost, what it costs, and what might happen to it. */
export const budgetRoutes: RouteConfigEntry[] = [
  route('budget', 'routes/budget/route.tsx'),
  route('budget/estimate', 'routes/completion-estimate/route.tsx'),
  route('budget/forecasts', 'routes/cost-forecasts/route.tsx'),
  route('budget/transfers', 'routes/budget-transfers/route.tsx'),
  route('budget/transfers/:transferId', 'routes/budget-transfer/route.tsx'),
  route('budget/versions', 'routes/budget-versions/route.tsx'),
  route('budget/versions/:version', 'routes/estimate-sheet/route.tsx'),
  route('budget/versions/:version/file', 'routes/budget-file/route.tsx'),
  route('budget/versions/:version/submission', 'routes/budget-submission/route.tsx'),
  route('budget/versions/:version/review', 'routes/budget-review/route.tsx'),
  route('budget/versions/:version/removal', 'routes/budget-removal/route.tsx'),
  route('risks', 'routes/risks/route.tsx'),
  route('risks/new', 'routes/new-risk/route.tsx'),
  route('risks/:number', 'routes/risk/route.tsx'),
]
