import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { peopleMessages } from '../../messages/people'
import { pageTitle } from '../../reader'
import { CustomerTable } from './customer-table'
import { allCustomers } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'administrator', 'project_manager')
  return { customers: await db.read(staff, allCustomers) }
}

export default function Customers() {
  const { customers } = useLoaderData<typeof loader>()
  const t = useMessages(peopleMessages).customers
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={t.lead}

        actions={
          <LinkButton href="/customers/new" variant="primary" icon="plus">
            {t.add}
          </LinkButton>
        }
      />
      <CustomerTable customers={customers} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => peopleMessages(locale).customers.title)
