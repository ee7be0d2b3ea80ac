import type { StaffRole } from '@countersign/db/connect'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { useMessages } from '@countersign/ui/i18n-context'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { projectsMessages } from '../../messages/projects'
import { deliverers } from '../../roles'
import { projectHead } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers, 'finance', 'executive')
  const projectId = idParam(params.projectId)
  const project = await db.read(staff, (tx) => projectHead(tx, projectId))
  return { project: found(project), role: staff.role }
}

export default function Project() {
  const { project, role } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useMessages(projectsMessages)
  const root = `/projects/${project.id}`
  const isOn = (to: string) => (to === root ? pathname === root : pathname.startsWith(to))
  const items = tabsFor(role).map((tab) => {
    const to = tab === 'overview' ? root : `${root}/${tab}`
    const isDetail =
      tab === 'plan' && ['tasks/', 'calendars'].some((page) => pathname.startsWith(`${root}/${page}`))
    const isOfMoney =
      tab === 'money' && ['entries', 'outside-scope'].some((page) => pathname.startsWith(`${root}/${page}`))
    const isEarlier = tab === 'publish' && pathname.startsWith(`${root}/publications/`)
    return { to, label: t.project.tabs[tab], current: isOn(to) || isDetail || isOfMoney || isEarlier }
  })
  return (
    <>
      <PageHeader
        title={project.name}
        eyebrow={project.code}
        meta={
          <>
            <span>{project.customer}</span>
            <span>{t.project.customerKinds[project.customerKind]}</span>
          </>
        }
      />
      <LinkTabs label={t.project.tabs.label} items={items} />
      <Outlet />
    </>
  )
}

const teamTabs = ['overview', 'plan', 'baselines', 'forecast', 'scope', 'deliverables', 'notes'] as const
const programTabs = [
  'overview',
  'plan',
  'baselines',
  'money',
  'budget',
  'orders',
  'risks',
  'earned-value',
  'forecast',
  'scope',
  'deliverables',
  'contract',
  'changes',
  'notes',
] as const
const managerTabs = [
  'overview',
  'plan',
  'baselines',
  'money',
  'budget',
  'orders',
  'risks',
  'earned-value',
  'forecast',
  'scope',
  'deliverables',
  'contract',
  'changes',
  'publish',
  'contacts',
  'notes',
] as const

/** Finance reads what was earned and spent; an executive when it will end. Neither works in the project. */
const tabsOf = {
  project_manager: managerTabs,
  program_manager: programTabs,
  team_member: teamTabs,
  finance: ['money', 'contract', 'changes', 'budget', 'orders', 'earned-value'],
  executive: ['forecast'],
  account_manager: [],
  administrator: [],
  vendor: [],
} as const satisfies Record<StaffRole, readonly (typeof managerTabs)[number][]>

function tabsFor(role: StaffRole): readonly (typeof managerTabs)[number][] {
  return tabsOf[role]
}
