import { calendarFile, feedToken } from '@countersign/http/calendar-feed'
import { feedMessages } from '@countersign/http/feed-messages'
import { found } from '@countersign/http/found'
import { milestonesAsICalendar } from '@countersign/interchange/milestones-calendar'
import { feedEvents, staffFeed } from '@countersign/operations/calendar-feed'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { anyone } from '../../guard.server'

/** What a calendar program fetches: the token in the address is the proof, and the database checks it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  anyone(request)
  const token = feedToken(params.file)
  const feed = found(await db.asLogin((tx) => staffFeed(tx, token)))
  const { kinds, calendarName: name } = feedMessages(feed.locale)
  const { origin } = new URL(request.url)
  const now = new Date()
  const events = feedEvents(feed, { kinds, pageOf: (id) => `${origin}/projects/${id}/plan`, now })
  return calendarFile(
    milestonesAsICalendar(events, { name, productId: '-//Countersign//Milestones//EN', now }),
  )
}
