import { gateOutcomes } from '@countersign/domain/governance/gate'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { decideGate } from '@countersign/operations/decide-gate'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { gatesMessages } from '../../messages/gates'
import { pageTitle } from '../../reader'
import { gateOf, peopleHere } from '../gate/queries.server'
import { DecisionForm } from './decision-form'
import { decisionForm, decisionRows } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const decider = await requireStaff(request, 'project_manager', 'program_manager')
  const [projectId, phaseId] = [idParam(params.projectId), idParam(params.phaseId)]
  const [gate, people] = await db.read(decider, (tx) =>
    Promise.all([gateOf(tx, projectId, phaseId), peopleHere(tx)]),
  )
  return { gate: found(gate), people, outcomes: gateOutcomes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const decider = await requireStaff(request, 'project_manager', 'program_manager')
  const [projectId, phaseId] = [idParam(params.projectId), idParam(params.phaseId)]
  found(await db.read(decider, (tx) => gateOf(tx, projectId, phaseId)))
  const form = await parseForm(request, decisionForm, { rows: decisionRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(decider, (tx) =>
    decideGate(tx, { projectId, phaseId, ...form.value, by: decider }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/gates/${phaseId}`)
    : refuse(result.why, gatesMessages(decider.locale).decision.refusals, 409, form.values)
}

export default function GateDecision() {
  const { gate, people, outcomes } = useLoaderData<typeof loader>()
  const { decision: t, gatePage: words } = useMessages(gatesMessages)
  return (
    <Section title={t.title(gate.phase.gateName)} note={t.note}>
      {!gate.isDue ? (
        <Notice tone="info">{words.notDue}</Notice>
      ) : gate.open.length > 0 ? (
        <Notice tone="warning" title={words.notReady}>
          <ul>
            {gate.open.map((each, index) => (
              <li key={index}>{each}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="success">{words.ready}</Notice>
      )}
      <DecisionForm digest={gate.digest} people={people} outcomes={outcomes} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => gatesMessages(locale).decision.title(args.data?.gate.phase.gateName ?? ''))
