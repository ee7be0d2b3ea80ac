import { feedMessages } from '@countersign/http/feed-messages'
import { parseForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { CalendarFeed } from '@countersign/http/ui/calendar-feed'
import { calendarFeedSince, openCalendarFeed } from '@countersign/operations/calendar-feed'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { titled } from '../../reader'

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireContact(request)
  const since = await db.read(me, (tx) => calendarFeedSince(tx, 'contact'))
  return json({ since, asOf: new Date().toISOString() })
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireContact(request)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const token = await db.write(me, (tx) => openCalendarFeed(tx, 'contact'))
  return json({ address: `${new URL(request.url).origin}/calendar/${token}.ics` })
}

export default function Feed() {
  const { since, asOf } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(feedMessages)
  const address = answer && 'address' in answer ? answer.address : null
  return (
    <CustomerPage asOf={asOf} isAside>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/settings', label: t.back }} />
      <CalendarFeed since={since} address={address} />
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale) => feedMessages(locale).title)
