import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeVendor } from '@countersign/operations/keep-vendor'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
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
import { buyingMessages } from '../../messages/buying'
import { pageTitle } from '../../reader'
import { buyers } from '../../roles'
import { vendorForm } from '../vendors/form'
import { VendorFields } from '../vendors/vendor-fields'
import { vendorOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...buyers)
  const vendorId = idParam(params.vendorId)
  return { vendor: found(await db.read(staff, (tx) => vendorOf(tx, vendorId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...buyers)
  const vendorId = idParam(params.vendorId)
  found(await db.read(staff, (tx) => vendorOf(tx, vendorId)))
  const form = await parseForm(request, vendorForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) => changeVendor(tx, { vendorId, ...form.value }))
  return result.ok
    ? redirect('/vendors')
    : refuse(result.why, buyingMessages(staff.locale).vendors.refusals, 409, form.values)
}

export default function Vendor() {
  const { vendor } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={vendor.name}
        back={{ to: '/vendors', label: t.vendors.title }}
        actions={
          <LinkButton href={`/orders?q=${encodeURIComponent(vendor.name)}`}>{t.vendors.orders}</LinkButton>
        }
      />
      <Card title={t.vendors.change} level={2}>
        <VendorFields known={vendor} />
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.vendor.name ?? buyingMessages(locale).vendors.title)
