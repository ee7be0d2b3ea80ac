import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { timeZones } from '@countersign/http/time-zones'
import { addCustomer } from '@countersign/operations/add-customer'
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
import { peopleMessages } from '../../messages/people'
import { pageTitle } from '../../reader'
import { CustomerForm } from './customer-form'
import { customerForm } from './form.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'administrator', 'project_manager')
  return { zones: timeZones, preset: { locale: staff.locale, zone: staff.timeZone } }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'administrator', 'project_manager')
  const form = await parseForm(request, customerForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) => addCustomer(tx, form.value))
  if (result.ok) return redirect('/customers')
  return refuse(result.why, peopleMessages(staff.locale).newCustomer.refusals, 409, form.values)
}

export default function NewCustomer() {
  const { zones, preset } = useLoaderData<typeof loader>()
  const t = useMessages(peopleMessages).newCustomer
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} back={{ to: '/customers', label: t.back }} />
      <CustomerForm zones={zones} preset={preset} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => peopleMessages(locale).newCustomer.title)
