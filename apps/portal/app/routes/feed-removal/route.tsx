import { feedMessages } from '@countersign/http/feed-messages'
import { parseForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { CalendarFeedEnd } from '@countersign/http/ui/calendar-feed'
import { closeCalendarFeed } from '@countersign/operations/calendar-feed'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { titled } from '../../reader'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireContact(request)
  return json({ asOf: new Date().toISOString() })
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireContact(request)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  await db.write(me, (tx) => closeCalendarFeed(tx, 'contact'))
  return redirect('/settings/calendar')
}

export default function FeedRemoval() {
  const { asOf } = useLoaderData<typeof loader>()
  const t = useMessages(feedMessages)
  return (
    <CustomerPage asOf={asOf} isAside>
      <PageHeader title={t.endTitle} lead={t.endNote} />
      <CalendarFeedEnd />
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale) => feedMessages(locale).endTitle)
