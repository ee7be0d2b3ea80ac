import type { StaffRole } from '@countersign/db/connect'
import type { FrameMessages } from './messages/frame-en'

type Place = { to: string; label: keyof FrameMessages['nav'] }

/** What each role works with, the page that it begins with first. */
const placesOfRole: Record<StaffRole, [Place, ...Place[]]> = {
  project_manager: [
    { to: '/projects', label: 'projects' },
    { to: '/margins', label: 'margins' },
    { to: '/time', label: 'time' },
    { to: '/customers', label: 'customers' },
  ],
  team_member: [
    { to: '/time', label: 'myWork' },
    { to: '/projects', label: 'projects' },
  ],
  finance: [
    { to: '/billing', label: 'billing' },
    { to: '/invoices', label: 'invoices' },
    { to: '/margins', label: 'margins' },
    { to: '/rates', label: 'rates' },
  ],
  program_manager: [{ to: '/margins', label: 'margins' }],
  account_manager: [{ to: '/margins', label: 'margins' }],
  executive: [{ to: '/margins', label: 'margins' }],
  administrator: [
    { to: '/people', label: 'people' },
    { to: '/customers', label: 'customers' },
    { to: '/jobs', label: 'jobs' },
  ],
}

export function placesOf(role: StaffRole): Place[] {
  return placesOfRole[role]
}

export function firstPageOf(role: StaffRole): string {
  return placesOfRole[role][0].to
}
