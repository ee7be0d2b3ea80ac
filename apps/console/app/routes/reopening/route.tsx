import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { invalid, refuse } from '@countersign/http/refuse'
import { standingClosing } from '@countersign/operations/close-month'
import { reopenMonth } from '@countersign/operations/reopen-month'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { closingMessages } from '../../messages/closing'
import { monthAddress, monthParam } from '../../month-param'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const monthOn = monthParam(params.month)
  found(await db.read(staff, (tx) => standingClosing(tx, monthOn)))
  return { monthOn }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const monthOn = monthParam(params.month)
  const form = await parseForm(request, z.strictObject({ reason: longText(1000, 1) }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { reason } = form.value
  const result = await db.write(staff, (tx) =>
    reopenMonth(tx, { monthOn, reason, by: staff, now: new Date() }),
  )
  if (result.ok) return redirect(monthAddress(monthOn))
  return refuse(result.why, closingMessages(staff.locale).reopening.refusals, 409, form.values)
}

export default function Reopening() {
  const { monthOn } = useLoaderData<typeof loader>()
  const { reopening: t, month } = useMessages(closingMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const name = format.monthYear(monthOn)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(name)}
        lead={t.lead}
        back={{ to: monthAddress(monthOn), label: month.closedTitle(name) }}
      />
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <p>{t.consequence}</p>
          <TextArea
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            rows={3}
            maxLength={1000}
            defaultValue={typed('reason')}
            error={errors.reason}
            required
          />
          <FormActions working={t.submitting}>
            <Button variant="danger">{t.submit}</Button>
            <LinkButton href={monthAddress(monthOn)}>{t.keep}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => closingMessages(locale).reopening.title(args.data?.monthOn.slice(0, 7) ?? ''))
