import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { phaseTone } from '../../gate-tones'
import { requireStaff } from '../../guard.server'
import { gatesMessages } from '../../messages/gates'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { Criteria, Evidence } from './asked-for'
import { GateDecisions } from './gate-decisions'
import { gateOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const [projectId, phaseId] = [idParam(params.projectId), idParam(params.phaseId)]
  const gate = found(await db.read(staff, (tx) => gateOf(tx, projectId, phaseId)))
  return {
    projectId,
    gate,
    mayWrite: staff.role === 'project_manager',
    mayDecide: staff.role !== 'team_member',
  }
}

export default function Gate() {
  const { projectId, gate, mayWrite, mayDecide } = useLoaderData<typeof loader>()
  const t = useMessages(gatesMessages)
  const words = t.gatePage
  const { phase, isDue, open } = gate
  const all = `/projects/${projectId}/gates`
  const at = `${all}/${phase.id}`
  return (
    <>
      <Section
        title={`${t.gate}: ${phase.gateName}`}
        note={gate.next ? `${phase.name} → ${gate.next}` : phase.name}
        actions={
          <Cluster>
            {mayWrite ? (
              <LinkButton href={`${at}/definition`} icon="pencil">
                {words.define}
              </LinkButton>
            ) : null}
            {mayDecide && isDue ? (
              <LinkButton href={`${at}/decision`} variant="primary" icon="check">
                {words.decide}
              </LinkButton>
            ) : null}
          </Cluster>
        }
      >
        <p>
          <a href={all}>{words.back}</a>{' '}
          <StateBadge tone={phaseTone[phase.state]} label={t.states[phase.state]} />
        </p>
        {phase.state === 'passed' ? null : !isDue ? (
          <Notice tone="info">{words.notDue}</Notice>
        ) : open.length === 0 ? (
          <Notice tone="success">{words.ready}</Notice>
        ) : (
          <Notice tone="warning" title={words.notReady}>
            <ul>
              {open.map((each, index) => (
                <li key={index}>{each}</li>
              ))}
            </ul>
          </Notice>
        )}
      </Section>
      <Criteria gate={gate} at={at} mayWrite={mayWrite} />
      <Evidence gate={gate} projectId={projectId} at={at} mayWrite={mayWrite} />
      <GateDecisions gate={gate} at={all} mayWrite={mayWrite} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.gate.phase.gateName ?? gatesMessages(locale).gate)
