import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { projectsMessages } from '../../messages/projects'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { ProjectTable } from './project-table'
import { ownProjects } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projects = await db.read(staff, (tx) => ownProjects(tx, staff))
  return { projects, mayImport: staff.role === 'project_manager' }
}

export default function Projects() {
  const { projects, mayImport } = useLoaderData<typeof loader>()
  const t = useMessages(projectsMessages).list
  const importPlan = mayImport ? (
    <LinkButton href="/projects/new" variant="primary" icon="plus">
      {t.importPlan}
    </LinkButton>
  ) : null
  if (projects.length === 0)
    return (
      <>
        <PageHeader title={t.title} />
        <EmptyState title={t.emptyTitle} action={importPlan}>
          {mayImport ? t.empty : t.emptyForTeam}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={t.title} actions={importPlan} />
      <ProjectTable projects={projects} />
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => projectsMessages(locale).list.title)
