import type { StaffRole } from '@countersign/db/connect'
import type { FrameMessages } from './messages/frame-en'

export type PlaceLabel = keyof FrameMessages['nav']

/** `within`: where else one is still at this place, since it leads there. */
type Place = { to: string; label: PlaceLabel; within?: readonly string[] }

const billing: Place = { to: '/billing', label: 'billing', within: ['/ageing', '/provider', '/customers'] }
const closing: Place = { to: '/closing', label: 'closing', within: ['/corrections', '/journal', '/changes'] }
const leave: Place = { to: '/leave', label: 'leave', within: ['/reports'] }
const orders: Place = { to: '/orders', label: 'orders', within: ['/vendors'] }

/** What each role works with, the page that it begins with first. */
const placesOfRole: Record<StaffRole, [Place, ...Place[]]> = {
  project_manager: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/projects', label: 'projects' },
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/time', label: 'time' },
    { to: '/time/approvals', label: 'timeApprovals' },
    { to: '/activity', label: 'activity' },
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    leave,
    { to: '/expenses', label: 'expenses' },
    orders,
    { to: '/customers', label: 'customers' },
    { to: '/templates', label: 'templates' },
  ],
  team_member: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/time', label: 'myWork' },
    leave,
    { to: '/expenses', label: 'expenses' },
    { to: '/projects', label: 'projects' },
  ],
  finance: [
    { to: '/my-week', label: 'myWeek' },
    billing,
    { to: '/invoices', label: 'invoices' },
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/rates', label: 'rates' },
    { to: '/time/approvals', label: 'timeApprovals' },
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    leave,
    { to: '/expenses', label: 'expenses' },
    orders,
    closing,
  ],
  program_manager: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/time/approvals', label: 'timeApprovals' },
    { to: '/activity', label: 'activity' },
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    leave,
    orders,
  ],
  account_manager: [
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/utilisation', label: 'utilisation' },
    leave,
  ],
  executive: [
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    leave,
  ],
  administrator: [
    { to: '/people', label: 'people' },
    leave,
    { to: '/customers', label: 'customers' },
    { to: '/templates', label: 'templates' },
    { to: '/jobs', label: 'jobs' },
  ],
  vendor: [orders],
}

export function placesOf(role: StaffRole): Place[] {
  return placesOfRole[role]
}

/** Of a place and one within it, the inner one is where somebody is. */
export function placeOf(role: StaffRole, pathname: string): Place | undefined {
  return placesOf(role)
    .flatMap((place) => [place.to, ...(place.within ?? [])].map((path) => ({ place, path })))
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.place
}

export function firstPageOf(role: StaffRole): string {
  return placesOfRole[role][0].to
}
