import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { clockMessages } from '../../messages/clock'
import { deliveryMessages } from '../../messages/delivery'
import { statesMessages } from '../../messages/states'
import { pageTitle } from '../../reader'
import { deliverers, seesMoney } from '../../roles'
import { deliverableTone } from '../../tones'
import { deliverablesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const deliverables = found(await db.read(staff, (tx) => deliverablesOf(tx, projectId, staff)))
  return {
    projectId,
    deliverables,
    hasMoney: seesMoney(staff.role),
    mayWrite: staff.role === 'project_manager',
  }
}

export default function Deliverables() {
  const { projectId, deliverables, hasMoney, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).deliverables
  const words = useMessages(clockMessages).acceptance
  const isAnyAccepted = deliverables.some(({ state }) => state.startsWith('accepted'))
  const actions = (
    <>
      {hasMoney && isAnyAccepted ? (
        <LinkButton href={`/projects/${projectId}/evidence`} icon="download" download>
          {t.evidencePack}
        </LinkButton>
      ) : null}
      {mayWrite ? (
        <LinkButton href={`/projects/${projectId}/deliverables/new`} variant="primary" icon="plus">
          {t.define}
        </LinkButton>
      ) : null}
    </>
  )
  return (
    <Section title={t.title} actions={actions}>
      <DeliverableTable deliverables={deliverables} projectId={projectId} hasMoney={hasMoney} />
      <p>
        <LinkButton href={`/projects/${projectId}/warranty`} icon="seal">
          {words.toWarranty}
        </LinkButton>
      </p>
    </Section>
  )
}

type Loaded = SerializeFrom<typeof loader>

function DeliverableTable(props: Pick<Loaded, 'deliverables' | 'projectId' | 'hasMoney'>) {
  const { deliverables, projectId, hasMoney } = props
  const t = useMessages(deliveryMessages).deliverables
  const states = useMessages(statesMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.title}
      captionHidden
      columns={[
        { key: 'name', label: t.deliverable },
        { key: 'state', label: t.state },
        { key: 'version', label: t.version, numeric: true },
        { key: 'due', label: t.due },
        { key: 'criteria', label: t.criteria, numeric: true },
        ...(hasMoney ? [{ key: 'releases', label: t.releases }] : []),
      ]}
      rows={deliverables.map(({ id, code, name, state, version, dueOn, criteria, releases }) => ({
        key: id,
        cells: [
          <a href={`/projects/${projectId}/deliverables/${id}`}>
            {code} {name}
          </a>,
          <StateBadge tone={deliverableTone[state]} label={states.deliverable[state]} />,
          version === null ? t.noVersion : format.number(version),
          dueOn ? <Day on={dueOn} short /> : '–',
          format.number(criteria),
          ...(releases ? [releases.join(', ') || '–'] : []),
        ],
      }))}
    />
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => deliveryMessages(locale).deliverables.title)
