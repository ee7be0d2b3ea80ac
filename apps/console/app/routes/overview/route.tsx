import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Prose, Stack } from '@countersign/ui/layout'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OverNotice } from '../../capacity/over-notice'
import { whatIsAmiss } from '../../capacity/what-is-amiss.server'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { projectsMessages } from '../../messages/projects'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { Decisions, NextMilestones, ToSubmit } from './awaited'
import { CriteriaToAgree } from './criteria-to-agree'
import { Money } from './money'
import { projectAtAGlance } from './queries.server'
import { Published, Standing, Team } from './standing'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const project = found(await db.read(staff, (tx) => projectAtAGlance(tx, projectId, staff)))
  const today = localDateIn(project.timeZone, new Date())
  const amiss = await db.read(staff, (tx) => whatIsAmiss(tx, staff, projectId, today))
  return { ...project, ...amiss, projectId, today, mayWrite: staff.role === 'project_manager' }
}

export default function Overview() {
  const project = useLoaderData<typeof loader>()
  const t = useMessages(projectsMessages).overview
  return (
    <Stack>
      <Standing project={project} />
      <OverNotice
        projectId={project.projectId}
        over={project.over}
        gaps={project.gaps}
        mayLevel={project.mayWrite}
      />
      <Columns
        aside={
          <>
            <Published project={project} />
            <Team project={project} />
          </>
        }
      >
        <Money project={project} />
        <Decisions project={project} />
        <CriteriaToAgree project={project} />
        <ToSubmit project={project} />
        <NextMilestones project={project} />
        <Card title={t.objective} level={2}>
          {project.objective ? <Prose text={project.objective} /> : <p>{t.noObjective}</p>}
        </Card>
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => projectsMessages(locale).overview.title)
