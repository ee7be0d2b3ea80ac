import { expenseCategories } from '@countersign/domain/expense'
import { amount, choice } from '@countersign/http/fields'
import { parseForm, readForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { setExpensePolicy } from '@countersign/operations/set-expense-policy'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import type { Locale } from '@countersign/ui/i18n/locale'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, AsOf, Instant } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { currencies, currencyIn, type Currency } from '../../currencies'
import { db } from '../../db.server'
import { expenseLimits } from '../../expense-limits.server'
import { requireStaff } from '../../guard.server'
import { spendingMessages } from '../../messages/spending'
import { pageTitle } from '../../reader'
import { PolicyForm } from './policy-form'

const policyForm = (currency: Currency, locale: Locale) =>
  z.strictObject({
    category: choice(expenseCategories),
    currency: choice(currencies),
    limit: amount(currency, { locale, maxMinor: 10n ** 10n }),
    receiptFrom: amount(currency, { locale, minMinor: 0n, maxMinor: 10n ** 10n }),
  })

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  return { limits: await db.read(staff, expenseLimits), at: new Date().toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'finance')
  const sent = await readForm(request)
  const form = await parseForm(sent, policyForm(currencyIn(sent, 'currency'), by.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const { limit, receiptFrom, ...key } = form.value
  const policy = { ...key, limitMinor: limit, receiptFromMinor: receiptFrom, by, now: new Date() }
  await db.write(by, (tx) => setExpensePolicy(tx, policy))
  return redirect('/expenses/policies')
}

export default function ExpensePolicies() {
  const { limits, at } = useLoaderData<typeof loader>()
  const t = useMessages(spendingMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.policies.title}
        lead={t.policies.lead}
        back={{ to: '/expenses', label: t.policies.back }}
        meta={<AsOf at={at} />}
      />
      <Columns aside={<PolicyForm />}>
        {limits.length === 0 ? (
          <EmptyState title={t.policies.empty}>{t.policies.emptyHint}</EmptyState>
        ) : (
          <SimpleTable
            caption={t.policies.caption}
            captionHidden
            columns={[
              { key: 'category', label: t.policies.category },
              { key: 'currency', label: t.policies.currency },
              { key: 'limit', label: t.policies.limit, numeric: true },
              { key: 'receiptFrom', label: t.policies.receiptFrom, numeric: true },
              { key: 'since', label: t.policies.since },
            ]}
            rows={limits.map(({ category, currency, limit, receiptFrom, since }) => ({
              key: `${category} ${currency}`,
              cells: [
                t.categories[category],
                currency,
                <Amount key="limit" value={limit} />,
                <Amount key="receiptFrom" value={receiptFrom} />,
                <Instant key="since" at={since} />,
              ],
            }))}
          />
        )}
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => spendingMessages(locale).policies.title)
