import type { StaffRole } from '@countersign/db/connect'
import type { FrameMessages } from './messages/frame-en'

type Place = { to: string; label: keyof FrameMessages['nav'] }

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
    { to: '/utilisation', label: 'utilisation' },
    { to: '/expenses', label: 'expenses' },
    { to: '/orders', label: 'orders' },
    { to: '/customers', label: 'customers' },
  ],
  team_member: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/time', label: 'myWork' },
    { to: '/expenses', label: 'expenses' },
    { to: '/projects', label: 'projects' },
  ],
  finance: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/billing', label: 'billing' },
    { to: '/invoices', label: 'invoices' },
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/rates', label: 'rates' },
    { to: '/time/approvals', label: 'timeApprovals' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/expenses', label: 'expenses' },
    { to: '/orders', label: 'orders' },
    { to: '/closing', label: 'closing' },
  ],
  program_manager: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/time/approvals', label: 'timeApprovals' },
    { to: '/activity', label: 'activity' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/orders', label: 'orders' },
  ],
  account_manager: [
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/utilisation', label: 'utilisation' },
  ],
  executive: [
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/utilisation', label: 'utilisation' },
  ],
  administrator: [
    { to: '/people', label: 'people' },
    { to: '/customers', label: 'customers' },
    { to: '/jobs', label: 'jobs' },
  ],
  vendor: [{ to: '/orders', label: 'orders' }],
}

export function placesOf(role: StaffRole): Place[] {
  return placesOfRole[role]
}

export function firstPageOf(role: StaffRole): string {
  return placesOfRole[role][0].to
}
