import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { addressCustomer } from '@countersign/operations/address-customer'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { customerAddressForm } from './form'
import { customerAddress } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const customerId = idParam(params.customerId)
  return { customer: found(await db.read(staff, (tx) => customerAddress(tx, customerId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const customerId = idParam(params.customerId)
  const form = await parseForm(request, customerAddressForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const address = { ...form.value, invoiceEmail: form.value.invoiceEmail ?? '' }
  const result = await db.write(staff, (tx) => addressCustomer(tx, { customerId, ...address }))
  if (result.ok) return redirect(`/customers/${customerId}/statement`)
  return refuse(result.why, invoicingMessages(staff.locale).customer.refusals, 409, form.values)
}

export default function CustomerAddress() {
  const { customer } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages)
  const own = t.customer
  const { problems, errors, typed } = useSubmitted()
  const known = <Name extends Exclude<keyof typeof customer, 'id' | 'name'>>(name: Name) => ({
    name,
    defaultValue: typed(name, customer[name]),
    error: errors[name],
  })
  return (
    <Stack gap="loose">
      <PageHeader
        title={own.title(customer.name)}
        lead={own.lead}
        back={{ to: `/customers/${customer.id}/statement`, label: t.statement.title(customer.name) }}
      />
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <TextInput {...known('street')} label={own.street} maxLength={120} optional />
          <FormGrid>
            <TextInput {...known('postalCode')} label={own.postalCode} maxLength={20} optional />
            <TextInput {...known('town')} label={own.town} maxLength={80} required />
          </FormGrid>
          <TextInput
            {...known('country')}
            label={own.country}
            hint={own.countryHint}
            width="short"
            maxLength={2}
            required
          />
          <FormGrid>
            <TextInput {...known('taxNumber')} label={own.vatId} maxLength={40} optional />
            <TextInput
              {...known('buyerReference')}
              label={own.reference}
              hint={own.referenceHint}
              maxLength={80}
              optional
            />
          </FormGrid>
          <TextInput
            {...known('invoiceEmail')}
            type="email"
            label={own.email}
            hint={own.emailHint}
            maxLength={254}
            optional
          />
          <div>
            <Button variant="primary">{own.submit}</Button>
          </div>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).customer.title(args.data?.customer.name ?? '–'))
