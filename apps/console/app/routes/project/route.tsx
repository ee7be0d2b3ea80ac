import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { GroupTabs } from '@countersign/ui/group-tabs'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { projectsMessages } from '../../messages/projects'
import { projectPagesFor } from '../../project-pages'
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
  const groups = projectPagesFor(role, project.id, pathname).map(({ group, pages }) => ({
    label: t.project.groups[group],
    pages: pages.map(({ name, ...page }) => ({ ...page, label: t.project.tabs[name] })),
  }))
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
      <GroupTabs label={t.project.tabs.label} groups={groups} />
      <Outlet />
    </>
  )
}
