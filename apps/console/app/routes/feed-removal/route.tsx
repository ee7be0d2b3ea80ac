import { feedMessages } from '@countersign/http/feed-messages'
import { parseForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { CalendarFeedEnd } from '@countersign/http/ui/calendar-feed'
import { closeCalendarFeed } from '@countersign/operations/calendar-feed'
import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, ...deliverers)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  await db.write(staff, (tx) => closeCalendarFeed(tx, 'staff'))
  return redirect('/settings/calendar')
}

export default function FeedRemoval() {
  const t = useMessages(feedMessages)
  return (
    <>
      <PageHeader title={t.endTitle} lead={t.endNote} />
      <CalendarFeedEnd />
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => feedMessages(locale).endTitle)
