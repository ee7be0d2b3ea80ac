import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { correctExpense } from '@countersign/operations/correct-expense'
import { Checkbox, MoneyInput } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Amount, Day } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { amountInput } from '../../amount-input'
import { CorrectionForm } from '../../correction-form'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { closingMessages } from '../../messages/closing'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { expenseCorrectionForm } from './form'
import { expenseToCorrect } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const expenseId = idParam(params.expenseId)
  return { expense: found(await db.read(staff, (tx) => expenseToCorrect(tx, expenseId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const expenseId = idParam(params.expenseId)
  const { currency } = found(await db.read(staff, (tx) => expenseToCorrect(tx, expenseId)))
  const form = await parseForm(request, expenseCorrectionForm(currency, staff.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const { outcome, gross, tax, isBillable, reason } = form.value
  const right = outcome === 'instead' ? { grossMinor: gross, taxMinor: tax, isBillable } : null
  const now = new Date()
  const result = await db.write(staff, (tx) =>
    correctExpense(tx, { expenseId, right, reason, today: officeDay(now), by: staff, now }),
  )
  if (result.ok) return redirect('/corrections?kind=expenses')
  return refuse(result.why, closingMessages(staff.locale).correction.refusals, 409, form.values)
}

export default function ExpenseCorrection() {
  const { expense } = useLoaderData<typeof loader>()
  const { correction: t, corrections } = useMessages(closingMessages)
  const { errors, typed, isBack, chosen } = useSubmitted()
  const format = useFormat()
  const { currency, gross, tax } = expense
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.expenseTitle}
        lead={t.lead}
        back={{ to: '/corrections?kind=expenses', label: corrections.title }}
      />
      <CorrectionForm
        isCorrected={expense.isCorrected}
        facts={[
          { label: t.project, value: expense.project },
          { label: t.description, value: expense.description },
          { label: t.person, value: expense.person },
          { label: t.spentOn, value: <Day on={expense.spentOn} /> },
          { label: t.gross, value: <Amount value={gross} /> },
          { label: t.tax, value: <Amount value={tax} /> },
        ]}
      >
        <MoneyInput
          name="gross"
          label={t.gross}
          currency={currency}
          defaultValue={typed('gross', amountInput(gross.minor, currency, format.locale))}
          error={errors.gross}
          required
        />
        <MoneyInput
          name="tax"
          label={t.tax}
          currency={currency}
          defaultValue={typed('tax', amountInput(tax.minor, currency, format.locale))}
          error={errors.tax}
          required
        />
        <Checkbox
          name="isBillable"
          label={t.isBillable}
          defaultChecked={isBack ? chosen('isBillable').includes('on') : expense.isBillable}
          error={errors.isBillable}
        />
      </CorrectionForm>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => closingMessages(locale).correction.expenseTitle)
