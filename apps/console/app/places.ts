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
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/leave', label: 'leave' },
    { to: '/expenses', label: 'expenses' },
    { to: '/orders', label: 'orders' },
    { to: '/customers', label: 'customers' },
    { to: '/templates', label: 'templates' },
  ],
  team_member: [
    { to: '/my-week', label: 'myWeek' },
    { to: '/time', label: 'myWork' },
    { to: '/leave', label: 'leave' },
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
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/leave', label: 'leave' },
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
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/leave', label: 'leave' },
    { to: '/orders', label: 'orders' },
  ],
  account_manager: [
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/leave', label: 'leave' },
  ],
  executive: [
    { to: '/margins', label: 'margins' },
    { to: '/alerts', label: 'alerts' },
    { to: '/resources', label: 'resources' },
    { to: '/utilisation', label: 'utilisation' },
    { to: '/leave', label: 'leave' },
  ],
  administrator: [
    { to: '/people', label: 'people' },
    { to: '/leave', label: 'leave' },
    { to: '/customers', label: 'customers' },
    { to: '/templates', label: 'templates' },
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
