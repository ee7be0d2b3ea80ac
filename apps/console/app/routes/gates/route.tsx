import { defaultPhases } from '@countersign/domain/project-template/default-phases'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { beginPhases } from '@countersign/operations/begin-phases'
import { Button, LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { gatesMessages } from '../../messages/gates'
import { templatesMessages } from '../../messages/templates'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { projectHead } from '../project/queries.server'
import { Conditions, PhaseSteps, PhaseTable } from './phase-parts'
import { beganWithTemplate, openConditions, phasesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const today = officeDay(new Date())
  const [project, phases, conditions, hasOrigin] = await db.read(staff, (tx) =>
    Promise.all([
      projectHead(tx, projectId),
      phasesOf(tx, projectId),
      openConditions(tx, projectId, today),
      beganWithTemplate(tx, projectId),
    ]),
  )
  found(project)
  return { projectId, phases, conditions, hasOrigin, mayWrite: staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors, form.values)
  const phases = defaultPhases(manager.locale)
  const result = await db.write(manager, (tx) => beginPhases(tx, { projectId, phases }))
  return result.ok
    ? redirect(`/projects/${projectId}/gates`)
    : refuse(result.why, gatesMessages(manager.locale).phasesForm.refusals)
}

export default function Gates() {
  const { projectId, phases, conditions, hasOrigin, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(gatesMessages)
  const words = useMessages(templatesMessages)
  const { problems } = useSubmitted()
  const at = `/projects/${projectId}/gates`
  const now = phases.find(({ state }) => state !== 'passed')
  return (
    <>
      <Section
        title={t.title}
        note={t.note}
        actions={
          mayWrite ? (
            <Cluster>
              <LinkButton href={`${at}/template`}>{words.saving.link}</LinkButton>
              {phases.length > 0 ? (
                <LinkButton href={`${at}/phases`} icon="pencil">
                  {t.edit}
                </LinkButton>
              ) : null}
            </Cluster>
          ) : null
        }
      >
        <ErrorSummary errors={problems} />
        {phases.length === 0 ? (
          <EmptyState
            title={t.empty}
            action={
              mayWrite ? (
                <form method="post">
                  <Button variant="primary" icon="plus">
                    {t.begin}
                  </Button>
                </form>
              ) : null
            }
          >
            {t.emptyText}
          </EmptyState>
        ) : (
          <>
            <PhaseSteps phases={phases} />
            {now ? (
              <Notice tone={now.state === 'current' ? 'info' : 'warning'}>
                <p>
                  {now.state === 'held'
                    ? t.held(now.name)
                    : now.state === 'stopped'
                      ? t.stopped(now.name)
                      : t.now(now.name)}{' '}
                  <a href={`${at}/${now.id}`}>{t.toGate(now.gateName)}</a>
                </p>
              </Notice>
            ) : (
              <Notice tone="success">{t.over}</Notice>
            )}
            <PhaseTable phases={phases} at={at} />
            {hasOrigin ? (
              <p>
                <a href={`${at}/tailoring`}>{words.tailoring.link}</a>
              </p>
            ) : null}
          </>
        )}
      </Section>
      {conditions.length > 0 ? <Conditions conditions={conditions} at={at} mayWrite={mayWrite} /> : null}
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => gatesMessages(locale).title)
