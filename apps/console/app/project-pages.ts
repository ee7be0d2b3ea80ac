import type { StaffRole } from '@countersign/db/connect'
import { deliverers } from './roles'

type Roles = readonly StaffRole[]

const managing = ['project_manager', 'program_manager'] as const
const counting = [...managing, 'finance'] as const
const leading = ['project_manager'] as const

type ProjectPage = {
  /** Its path within the project; the overview has none. */
  path: string
  roles: Roles
  /** Paths of pages that are reached from this one and belong to it. */
  within?: readonly string[]
}

/**
 * A project's pages in their groups, the one that a group begins with first; each with who may see it. Finance reads
 * what was earned and spent, an executive when it will end: neither works in the project.
 */
const pagesOfGroup = {
  overview: {
    overview: { path: '', roles: deliverers },
    notes: { path: 'notes', roles: deliverers },
    contacts: { path: 'contacts', roles: leading },
  },
  planning: {
    plan: { path: 'plan', roles: deliverers, within: ['tasks'] },
    gates: { path: 'gates', roles: deliverers },
    dependencies: { path: 'dependencies', roles: deliverers },
    boards: { path: 'boards', roles: deliverers },
    calendars: { path: 'calendars', roles: deliverers },
    team: { path: 'team', roles: deliverers, within: ['bookings'] },
    levelling: { path: 'levelling', roles: leading },
  },
  delivery: {
    deliverables: { path: 'deliverables', roles: deliverers, within: ['points'] },
    scope: { path: 'scope', roles: deliverers },
    changes: { path: 'changes', roles: counting },
    warranty: { path: 'warranty', roles: deliverers },
    publish: { path: 'publish', roles: leading, within: ['publications'] },
  },
  money: {
    money: { path: 'money', roles: counting, within: ['entries', 'outside-scope'] },
    contract: { path: 'contract', roles: counting, within: ['signatories'] },
    budget: { path: 'budget', roles: counting },
    orders: { path: 'orders', roles: counting },
  },
  control: {
    baselines: { path: 'baselines', roles: deliverers },
    'earned-value': { path: 'earned-value', roles: counting },
    forecast: { path: 'forecast', roles: [...deliverers, 'executive'] },
    risks: { path: 'risks', roles: managing },
    decisions: { path: 'decisions', roles: deliverers, within: ['appraisals'] },
  },
} as const satisfies Record<string, Record<string, ProjectPage>>

export type PageGroup = keyof typeof pagesOfGroup
export type PageName = { [G in PageGroup]: keyof (typeof pagesOfGroup)[G] }[PageGroup] & string

export type GroupOfPages = { group: PageGroup; pages: { name: PageName; to: string; current: boolean }[] }

/** The groups in which somebody finds a project's pages, and which page a path is or belongs to. */
export function projectPagesFor(role: StaffRole, projectId: string, pathname: string): GroupOfPages[] {
  const root = `/projects/${projectId}`
  return groups
    .map(([group, pages]) => ({
      group,
      pages: pages
        .filter(([, { roles }]) => roles.includes(role))
        .map(([name, page]) => ({
          name,
          to: page.path ? `${root}/${page.path}` : root,
          current: isOn(page, pathname.slice(root.length + 1)),
        })),
    }))
    .filter(({ pages }) => pages.length > 0)
}

const groups = Object.entries(pagesOfGroup).map(
  ([group, pages]) => [group as PageGroup, Object.entries(pages) as [PageName, ProjectPage][]] as const,
)

function isOn({ path, within = [] }: ProjectPage, here: string): boolean {
  const [first] = here.split('/')
  return path === first || within.some((inner) => inner === first)
}
