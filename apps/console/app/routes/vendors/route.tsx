import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { addVendor } from '@countersign/operations/keep-vendor'
import { Card } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { AsOf } from '@countersign/ui/values'
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
import { newVendorForm } from './form'
import { vendorList } from './queries.server'
import { VendorFields } from './vendor-fields'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...buyers)
  return { vendors: await db.read(staff, vendorList), at: new Date().toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...buyers)
  const form = await parseForm(request, newVendorForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) => addVendor(tx, form.value))
  return result.ok
    ? redirect('/vendors')
    : refuse(result.why, buyingMessages(staff.locale).vendors.refusals, 409, form.values)
}

export default function Vendors() {
  const { vendors, at } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages).vendors
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={{ to: '/orders', label: t.back }}
        meta={<AsOf at={at} />}
      />
      <Columns
        aside={
          <Card title={t.add} level={2}>
            <VendorFields />
          </Card>
        }
      >
        {vendors.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
        ) : (
          <SimpleTable
            caption={t.caption}
            captionHidden
            columns={[
              { key: 'name', label: t.name },
              { key: 'taxNumber', label: t.taxNumber },
              { key: 'orders', label: t.orders, numeric: true },
              { key: 'state', label: t.state },
            ]}
            rows={vendors.map(({ id, name, taxNumber, orders, isActive }) => ({
              key: id,
              cells: [
                <a key="name" href={`/vendors/${id}`}>
                  {name}
                </a>,
                taxNumber || '–',
                orders,
                isActive ? t.active : t.inactive,
              ],
            }))}
          />
        )}
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => buyingMessages(locale).vendors.title)
