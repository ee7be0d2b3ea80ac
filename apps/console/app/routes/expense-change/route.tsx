import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { refuse } from '@countersign/http/refuse'
import { changeExpense } from '@countersign/operations/draft-expense'
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
import { ownDraft } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'team_member', 'project_manager')
  const expenseId = idParam(params.expenseId)
  const [known, choices] = await db.read(staff, (tx) =>
    Promise.all([ownDraft(tx, expenseId, staff), expenseChoices(tx)]),
  )
  return { known: found(known), choices, expenseId, today: officeDay(new Date()), maxBytes: oneFileMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'team_member', 'project_manager')
  const expenseId = idParam(params.expenseId)
  found(await db.read(by, (tx) => ownDraft(tx, expenseId, by)))
  const sent = await readExpense(request, by)
  if (!sent.ok) return sent.answer
  const result = await db.write(by, (tx) => changeExpense(tx, { expenseId, ...sent.draft }))
  return result.ok
    ? redirect(`/expenses/${result.expenseId}`)
    : refuse(result.why, spendingMessages(by.locale).form.refusals, 409, sent.values)
}

export default function ExpenseChange() {
  const { known, choices, expenseId, today, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(spendingMessages).form
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.changeTitle}
        lead={known.description}
        back={{ to: `/expenses/${expenseId}`, label: t.back }}
      />
      <Columns aside={<LimitTable limits={choices.limits} />}>
        <Card>
          <ExpenseFields choices={choices} known={known} today={today} maxBytes={maxBytes} />
        </Card>
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => spendingMessages(locale).form.changeTitle)
