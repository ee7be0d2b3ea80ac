import { feedMessages } from '@countersign/http/feed-messages'
import { parseForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { CalendarFeed } from '@countersign/http/ui/calendar-feed'
import { calendarFeedSince, openCalendarFeed } from '@countersign/operations/calendar-feed'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  return { since: await db.read(staff, (tx) => calendarFeedSince(tx, 'staff')) }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const token = await db.write(staff, (tx) => openCalendarFeed(tx, 'staff'))
  return json({ address: `${new URL(request.url).origin}/calendar/${token}.ics` })
}

export default function Feed() {
  const { since } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(feedMessages)
  const address = answer && 'address' in answer ? answer.address : null
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/settings', label: t.back }} />
      <CalendarFeed since={since} address={address} />
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => feedMessages(locale).title)
