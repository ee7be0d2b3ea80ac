import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { pageTitle } from '../../reader'
import { Movements } from './movements'
import { statementOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const customerId = idParam(params.customerId)
  const statement = found(await db.read(staff, (tx) => statementOf(tx, customerId)))
  return { statement, at: new Date().toISOString() }
}

export default function StatementPage() {
  const { statement, at } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).statement
  const path = `/customers/${statement.id}`
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(statement.name)}
        lead={t.lead}
        back={{ to: '/ageing', label: t.back }}
        meta={<AsOf at={at} />}
        actions={
          <>
            {statement.accounts.length > 0 ? (
              <LinkButton href={`${path}/statement.pdf`} icon="download" download>
                {t.pdf}
              </LinkButton>
            ) : null}
            <LinkButton href={`${path}/address`}>{t.address}</LinkButton>
          </>
        }
      />
      {statement.accounts.length === 0 ? <EmptyState title={t.empty}>{t.emptyHint}</EmptyState> : null}
      {statement.accounts.map((account) => (
        <Movements key={account.currency} account={account} />
      ))}
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).statement.title(args.data?.statement.name ?? '–'))
