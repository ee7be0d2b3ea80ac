import { refuse } from '@countersign/http/refuse'
import { draftExpense } from '@countersign/operations/draft-expense'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { ExpenseFields } from '../../expense-form/expense-fields'
import { LimitTable } from '../../expense-form/limit-table'
import { expenseChoices } from '../../expense-form/queries.server'
import { readExpense } from '../../expense-form/read-expense.server'
import { requireStaff } from '../../guard.server'
import { spendingMessages } from '../../messages/spending'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { oneFileMaxBytes } from '../../take-file.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'team_member', 'project_manager')
  const choices = await db.read(staff, expenseChoices)
  return { choices, today: officeDay(new Date()), maxBytes: oneFileMaxBytes }
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'team_member', 'project_manager')
  const sent = await readExpense(request, by)
  if (!sent.ok) return sent.answer
  const result = await db.write(by, (tx) => draftExpense(tx, sent.draft))
  return result.ok
    ? redirect(`/expenses/${result.expenseId}`)
    : refuse(result.why, spendingMessages(by.locale).form.refusals, 409, sent.values)
}

export default function NewExpense() {
  const { choices, today, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(spendingMessages).form
  return (
    <Stack gap="loose">
      <PageHeader title={t.newTitle} back={{ to: '/expenses', label: t.back }} />
      <Columns aside={<LimitTable limits={choices.limits} />}>
        <Card>
          <ExpenseFields choices={choices} today={today} maxBytes={maxBytes} />
        </Card>
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => spendingMessages(locale).form.newTitle)
