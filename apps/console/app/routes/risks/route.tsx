import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { projectHead } from '../project/queries.server'
import { riskRegister } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager')
  const projectId = idParam(params.projectId)
  const today = officeDay(new Date())
  const [project, register] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), riskRegister(tx, projectId, today)]),
  )
  found(project)
  return { ...register, projectId, mayWrite: staff.role === 'project_manager' }
}

const tones = { open: 'waiting', occurred: 'overdue', closed: 'neutral' } as const

export default function Risks() {
  const { rows, expected, contingency, projectId, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(budgetMessages).risks
  const format = useFormat()
  const at = `/projects/${projectId}/risks`
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        mayWrite ? (
          <LinkButton href={`${at}/new`} icon="plus">
            {t.add}
          </LinkButton>
        ) : null
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <>
          <KeyFigures
            figures={[
              { label: t.expectedThreats, value: <Amount value={expected.threat} /> },
              { label: t.expectedOpportunities, value: <Amount value={expected.opportunity} /> },
              ...(contingency
                ? [
                    {
                      label: t.contingency,
                      value: <Amount value={contingency} />,
                      note: t.contingencyNote,
                      tone:
                        BigInt(contingency.minor) + BigInt(expected.threat.minor) < 0n
                          ? ('bad' as const)
                          : ('good' as const),
                    },
                  ]
                : []),
            ]}
          />
          <Card>
            <SimpleTable
              caption={t.caption}
              columns={[
                { key: 'risk', label: t.risk },
                { key: 'kind', label: t.kind },
                { key: 'probability', label: t.probability, numeric: true },
                { key: 'impact', label: t.impact, numeric: true },
                { key: 'expected', label: t.expected, numeric: true },
                { key: 'owner', label: t.owner },
                { key: 'review', label: t.reviewOn },
                { key: 'state', label: t.state },
              ]}
              rows={rows.map((row) => ({
                key: String(row.number),
                cells: [
                  <span key="risk" className="cn-line">
                    {mayWrite ? (
                      <a href={`${at}/${row.number}`}>
                        {row.number}: {row.title}
                      </a>
                    ) : (
                      `${row.number}: ${row.title}`
                    )}
                    {row.response ? <span className="cn-under">{row.response}</span> : null}
                  </span>,
                  t.kinds[row.kind],
                  format.percent(row.probabilityPercent),
                  <Amount key="impact" value={row.impact} />,
                  row.state === 'open' ? <Amount key="expected" value={row.expected} /> : '–',
                  row.owner,
                  row.reviewOn === null ? (
                    '–'
                  ) : (
                    <>
                      <Day on={row.reviewOn} short />
                      {row.isDue ? <span className="cn-under">{t.dueReview}</span> : null}
                    </>
                  ),
                  <StateBadge key="state" tone={tones[row.state]} label={t.states[row.state]} />,
                ],
              }))}
            />
          </Card>
        </>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).risks.title)
