import { index, route, type RouteConfig } from '@remix-run/route-config'

// Few on purpose: Remix ranks the whole table on every request.
export default [
  index('routes/home/route.tsx'),
  route('healthcheck', 'routes/healthcheck/route.ts'),
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-in/link/:token', 'routes/sign-in-link/route.tsx'),
  route('invitation/:token', 'routes/invitation/route.tsx'),
  route('sign-out', 'routes/sign-out/route.ts'),
  route('calendar/:file', 'routes/calendar-feed/route.ts'),
  route('settings', 'routes/settings/route.tsx'),
  route('settings/calendar', 'routes/feed/route.tsx'),
  route('settings/calendar/removal', 'routes/feed-removal/route.tsx'),
  route('projects/:projectId', 'routes/project/route.tsx'),
  route('projects/:projectId/deliverables', 'routes/deliverables/route.tsx'),
  route('projects/:projectId/criteria', 'routes/criteria/route.tsx'),
  route('projects/:projectId/tests', 'routes/tests/route.tsx'),
  route('tests/:roundId/:caseId', 'routes/test-run/route.tsx'),
  route('defects/:defectId/:position', 'routes/defect-file/route.ts'),
  route('projects/:projectId/payments', 'routes/payments/route.tsx'),
  route('projects/:projectId/publications/:number', 'routes/publication/route.tsx'),
  route('submissions/:submissionId', 'routes/submission/route.tsx'),
  route('submissions/:submissionId/decision', 'routes/decision/route.tsx'),
  route('files/:submissionId/:position', 'routes/file/route.ts'),
  route('certificates/:certificateId', 'routes/certificate/route.ts'),
  route('invoices/:invoiceId/pdf', 'routes/invoice-pdf/route.ts'),
  route('*', 'routes/absent/route.tsx'),
] satisfies RouteConfig
