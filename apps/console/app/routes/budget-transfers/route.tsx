import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { askTransfer } from '@countersign/operations/ask-transfer'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Instant } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { approvesBudgets, budgetReaders } from '../budget/readers'
import { projectHead } from '../project/queries.server'
import { transferForm } from './form'
import { transfersPage } from './queries.server'
import { TransferForm } from './transfer-form'
import { TransferState, useLineName } from './transfer-words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetReaders)
  const projectId = idParam(params.projectId)
  const [project, page] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), transfersPage(tx, projectId)]),
  )
  found(project)
  const isAsked = new URL(request.url).searchParams.has('asked')
  return {
    ...page,
    projectId,
    isAsked,
    mayAsk: staff.role === 'project_manager',
    mayAnswer: approvesBudgets(staff.role),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const [project, page] = await db.read(manager, (tx) =>
    Promise.all([projectHead(tx, projectId), transfersPage(tx, projectId)]),
  )
  found(project)
  const form = await parseForm(request, transferForm(page.currency, manager.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const { from, to, amount, risk, reason } = form.value
  const result = await db.write(manager, (tx) =>
    askTransfer(tx, {
      projectId,
      fromLineId: from,
      toLineId: to,
      amountMinor: amount,
      reason,
      riskId: risk,
      by: manager,
    }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/budget/transfers?asked`)
    : refuse(result.why, budgetMessages(manager.locale).transfers.refusals, 409, form.values)
}

export default function BudgetTransfers() {
  const page = useLoaderData<typeof loader>()
  const { projectId, transfers, hasBudget, mayAsk, mayAnswer, isAsked } = page
  const { transfers: t, estimate } = useMessages(budgetMessages)
  const lineName = useLineName()
  const at = `/projects/${projectId}/budget`
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={at}>{estimate.back}</a>
        </>
      }
    >
      {isAsked ? <Notice tone="success" title={t.done} live /> : null}
      {transfers.length === 0 ? (
        <EmptyState title={t.empty}>{hasBudget ? t.emptyText : t.noBudget}</EmptyState>
      ) : (
        <Card>
          <SimpleTable
            caption={t.caption}
            columns={[
              { key: 'from', label: t.from },
              { key: 'to', label: t.to },
              { key: 'amount', label: t.amount, numeric: true },
              { key: 'reason', label: t.reason },
              { key: 'asked', label: t.asked },
              { key: 'state', label: t.state },
            ]}
            rows={transfers.map((row) => ({
              key: row.id,
              cells: [
                lineName(row.from),
                lineName(row.to),
                <Amount key="amount" value={row.amount} />,
                <span key="reason" className="cn-line">
                  {row.reason}
                  {row.risk ? (
                    <span className="cn-under">
                      {t.risk} {t.riskOf(row.risk.number, row.risk.title)}
                    </span>
                  ) : null}
                </span>,
                <>
                  {row.askedBy}
                  <span className="cn-under">
                    <Instant at={row.askedAt} />
                  </span>
                </>,
                <>
                  <TransferState state={row.state} />
                  {row.state === 'waiting' && mayAnswer ? (
                    <span className="cn-under">
                      <a href={`${at}/transfers/${row.id}`}>{t.answer}</a>
                    </span>
                  ) : row.answeredBy ? (
                    <span className="cn-under">
                      {row.answeredBy} {row.answerReason}
                    </span>
                  ) : null}
                </>,
              ],
            }))}
          />
        </Card>
      )}
      {mayAsk && hasBudget ? <TransferForm {...page} /> : null}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).transfers.title)
