import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { decisionsMessages } from '../../messages/decisions'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { projectHead } from '../project/queries.server'
import { decisionsOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const [project, decisions] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), decisionsOf(tx, projectId)]),
  )
  found(project)
  return { projectId, ...decisions, mayWrite: staff.role === 'project_manager' }
}

export default function Decisions() {
  const { projectId, records, open, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(decisionsMessages)
  const format = useFormat()
  const root = `/projects/${projectId}`
  const actions = mayWrite ? (
    <Cluster>
      <LinkButton href={`${root}/appraisals/new`}>{t.weigh}</LinkButton>
      <LinkButton href={`${root}/decisions/new`} icon="plus">
        {t.add}
      </LinkButton>
    </Cluster>
  ) : null
  return (
    <>
      <Section title={t.title} note={t.note} actions={records.length + open.length > 0 ? actions : null}>
        {records.length + open.length === 0 ? (
          <EmptyState title={t.empty} action={actions}>
            {t.emptyText}
          </EmptyState>
        ) : null}
        {records.length > 0 ? (
          <Card>
            <SimpleTable
              caption={t.title}
              captionHidden
              columns={[
                { key: 'title', label: t.record.title },
                { key: 'decision', label: t.decision },
                { key: 'decidedOn', label: t.decidedOn },
                { key: 'by', label: t.by },
              ]}
              rows={records.map(({ number, title, decision, decidedOn, by, weighed }) => ({
                key: String(number),
                cells: [
                  <a key="title" href={`${root}/decisions/${number}`}>
                    {number}: {title}
                  </a>,
                  <span key="decision" className="cn-line">
                    {decision}
                    {weighed === null ? null : (
                      <span className="cn-under">{t.weighed(format.number(weighed))}</span>
                    )}
                  </span>,
                  <Day key="day" on={decidedOn} short />,
                  by,
                ],
              }))}
            />
          </Card>
        ) : null}
      </Section>
      {open.length > 0 ? (
        <Section title={t.open} note={t.openNote}>
          <Card>
            <SimpleTable
              caption={t.open}
              captionHidden
              columns={[
                { key: 'title', label: t.appraisal },
                { key: 'options', label: t.options, numeric: true },
                { key: 'scored', label: t.scored },
              ]}
              rows={open.map(({ number, title, options, pairs, scored }) => ({
                key: String(number),
                cells: [
                  <a key="title" href={`${root}/appraisals/${number}`}>
                    {number}: {title}
                  </a>,
                  format.number(options),
                  t.scoredOf(format.number(scored), format.number(pairs)),
                ],
              }))}
            />
          </Card>
        </Section>
      ) : null}
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => decisionsMessages(locale).title)
