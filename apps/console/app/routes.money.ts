import type { RouteConfigEntry } from '@remix-run/route-config'

/** Margins, billing, invoices, rates, time, people, customers, jobs. */
export const moneyRoutes: RouteConfigEntry[] = []
