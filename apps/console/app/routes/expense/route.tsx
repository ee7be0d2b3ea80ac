import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { ExpenseState } from '../../expense-state'
import { requireStaff } from '../../guard.server'
import { spendingMessages } from '../../messages/spending'
import { pageTitle } from '../../reader'
import { spenders } from '../../roles'
import { useSubmitted } from '../../submitted'
import { actOnExpense } from './act.server'
import { ExpenseFacts, ExpenseHistory } from './expense-facts'
import { expensePage } from './queries.server'
import { AuthorsPart, ReviewersPart } from './what-to-do'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...spenders)
  const expenseId = idParam(params.expenseId)
  return { expense: found(await db.read(staff, (tx) => expensePage(tx, expenseId, staff))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...spenders)
  const expenseId = idParam(params.expenseId)
  found(await db.read(by, (tx) => expensePage(tx, expenseId, by)))
  return actOnExpense(request, expenseId, by)
}

export default function Expense() {
  const { expense } = useLoaderData<typeof loader>()
  const t = useMessages(spendingMessages).expense
  const format = useFormat()
  const { problems } = useSubmitted()
  const { isOwn, state, sentBackBecause, limit, costs } = expense
  const isDraft = state === 'draft' || state === 'sent-back'
  return (
    <Stack gap="loose">
      <PageHeader
        title={expense.description}
        lead={t.by(expense.person, format.date(expense.spentOn))}
        state={<ExpenseState state={state} />}
        back={{ to: '/expenses', label: t.back }}
      />
      <ErrorSummary errors={problems} />
      {sentBackBecause && isDraft ? (
        <Notice tone="warning" title={t.sentBackTitle}>
          {sentBackBecause}
        </Notice>
      ) : null}
      {limit ? (
        <Notice tone="info" title={t.limitTitle}>
          {t.limitText(format.amount(limit))}
        </Notice>
      ) : null}
      <Columns aside={<ExpenseHistory expense={expense} />}>
        <ExpenseFacts expense={expense} />
        {isOwn && isDraft ? <AuthorsPart expenseId={expense.id} /> : null}
        {state === 'submitted' && costs ? (
          <ReviewersPart isOwn={isOwn} isBillable={expense.isBillable} lines={costs.lines} />
        ) : null}
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.expense.description ?? spendingMessages(locale).list.title)
