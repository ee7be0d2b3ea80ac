import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { keepProvider } from '@countersign/operations/keep-provider'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { pageTitle } from '../../reader'
import { providerForm } from './form'
import { ProviderForm } from './provider-form'
import { ourDetails } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance', 'administrator')
  return { us: await db.read(staff, ourDetails) }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance', 'administrator')
  const { currency } = await db.read(staff, ourDetails)
  const form = await parseForm(request, providerForm({ currency, locale: staff.locale }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { dunningDays, dunningFees, reviewFrom, contactEmail, ...us } = form.value
  const result = await db.write(staff, (tx) =>
    keepProvider(tx, {
      ...us,
      contactEmail: contactEmail ?? '',
      dunningDays: dunningDays as [number, number, number],
      dunningFeesMinor: dunningFees.map(Number) as [number, number, number],
      reviewFromMinor: reviewFrom,
      by: staff,
      now: new Date(),
    }),
  )
  if (result.ok) return redirect('/provider?saved')
  return refuse(result.why, invoicingMessages(staff.locale).provider.refusals, 409, form.values)
}

export default function Provider() {
  const { us } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).provider
  const [search] = useSearchParams()
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} />
      {search.has('saved') ? <Notice tone="success">{t.saved}</Notice> : null}
      <ProviderForm us={us} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).provider.title)
