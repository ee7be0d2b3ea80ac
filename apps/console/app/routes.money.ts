import type { RouteEntry } from './route-entry'

/** Margins, billing, invoices, rates, time, people, customers, jobs. */
export const moneyRoutes: RouteEntry[] = []
