import { isAccepted } from '@countersign/domain/acceptance'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { proposeCriteria } from '@countersign/operations/propose-criteria'
import { StateBadge } from '@countersign/ui/badge'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Columns, Prose } from '@countersign/ui/layout'
import { Steps } from '@countersign/ui/steps'
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
import { deliveryMessages } from '../../messages/delivery'
import { statesMessages } from '../../messages/states'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { deliverableTone } from '../../tones'
import { Agreement, BeforeSubmission } from './before-submission'
import { Conformance, Review } from './conformance'
import { ClockCard } from '../clock/clock-card'
import { DeliverableCriteria, DeliverableFacts } from './deliverable-facts'
import { DeliverableHistory } from './deliverable-history'
import { NextAct } from './next-act'
import { deliverableInFull } from './queries.server'
import { Points } from './points'
import { SignaturesSoFar } from './signatures-so-far'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const deliverable = found(await db.read(staff, (tx) => deliverableInFull(tx, ids, staff, new Date())))
  return {
    deliverable,
    projectId: ids.projectId,
    mayWrite: staff.role === 'project_manager',
    mayReport: staff.role !== 'program_manager',
  }
}

/** Puts the criteria, as they stand, before the customer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const result = await db.write(manager, (tx) =>
    proposeCriteria(tx, { ...ids, by: manager, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${ids.projectId}/deliverables/${ids.deliverableId}`)
    : refuse(result.why, deliveryMessages(manager.locale).agreement.refusals, 409)
}

export default function Deliverable() {
  const { deliverable, projectId, mayWrite, mayReport } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).deliverable
  const states = useMessages(statesMessages)
  return (
    <Section
      title={
        <Cluster>
          {`${deliverable.code} ${deliverable.name}`}
          <StateBadge
            tone={deliverableTone[deliverable.state]}
            label={states.deliverable[deliverable.state]}
          />
        </Cluster>
      }
      note={<a href={`/projects/${projectId}/deliverables`}>{t.back}</a>}
      actions={mayWrite ? <NextAct deliverable={deliverable} projectId={projectId} /> : null}
    >
      <Stages />
      <Columns
        aside={
          <>
            <DeliverableFacts deliverable={deliverable} />
            <Review deliverable={deliverable} />
          </>
        }
      >
        {deliverable.clock ? (
          <ClockCard
            clock={deliverable.clock}
            href={`/projects/${projectId}/deliverables/${deliverable.id}/clock`}
          />
        ) : null}
        {deliverable.description ? <Prose text={deliverable.description} /> : null}
        <DeliverableCriteria criteria={deliverable.criteria} />
        <Agreement deliverable={deliverable} mayWrite={mayWrite} />
        <Points deliverable={deliverable} projectId={projectId} mayReport={mayReport} />
        <SignaturesSoFar deliverable={deliverable} projectId={projectId} mayWrite={mayWrite} />
        <BeforeSubmission deliverable={deliverable} projectId={projectId} />
        <Conformance deliverable={deliverable} />
        <DeliverableHistory deliverable={deliverable} />
      </Columns>
    </Section>
  )
}

function Stages() {
  const { deliverable } = useLoaderData<typeof loader>()
  const { state, submittedAt, decidedAt, version } = deliverable
  const t = useMessages(deliveryMessages)
  const states = useMessages(statesMessages)
  const format = useFormat()
  const isDecided = state === 'rejected' || isAccepted(state)
  return (
    <Steps
      label={t.deliverable.stages}
      steps={[
        { label: t.deliverable.stageDefined, state: state === 'draft' ? 'current' : 'done' },
        {
          label: t.deliverable.stageSubmitted,
          state: state === 'draft' ? 'ahead' : state === 'submitted' ? 'current' : 'done',
          note:
            submittedAt && version
              ? `${t.deliverables.version} ${version}, ${format.instant(submittedAt)}`
              : undefined,
        },
        {
          label: isDecided ? states.deliverable[state] : t.deliverable.stageDecided,
          state: isAccepted(state) ? 'done' : state === 'rejected' ? 'rejected' : 'ahead',
          note: decidedAt ? format.instant(decidedAt) : undefined,
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.deliverable.name ?? deliveryMessages(locale).deliverables.title)
