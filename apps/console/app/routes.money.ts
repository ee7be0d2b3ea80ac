import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Margins, billing, invoices, rates, time, people, customers, jobs. */
export const moneyRoutes: RouteConfigEntry[] = [
  route('margins', 'routes/margins/route.tsx'),
  route('margins.csv', 'routes/margins-export/route.ts'),
  route('billing', 'routes/billing/route.tsx'),
  route('billing/new', 'routes/new-invoice/route.tsx'),
  route('invoices', 'routes/invoices/route.tsx'),
  route('invoices/:invoiceId', 'routes/invoice/route.tsx'),
  route('invoices/:invoiceId/document', 'routes/invoice-document/route.ts'),
  route('invoices/:invoiceId/payments', 'routes/payments/route.tsx'),
  route('rates', 'routes/rates/route.tsx'),
  route('time', 'routes/time/route.tsx'),
  route('time/entries/:timeEntryId/removal', 'routes/time-removal/route.tsx'),
  route('people', 'routes/people/route.tsx'),
  route('people/new', 'routes/new-person/route.tsx'),
  route('people/:kind/:personId/access', 'routes/access/route.tsx'),
  route('customers', 'routes/customers/route.tsx'),
  route('customers/new', 'routes/new-customer/route.tsx'),
  route('jobs', 'routes/jobs/route.tsx'),
]
