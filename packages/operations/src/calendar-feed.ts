import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'

/** Each side has its own functions, in the schema that its app may use. */
export type FeedSide = 'staff' | 'contact'
const schemaOf = { staff: sql`app`, contact: sql`portal` }

/** Gives a person a new feed and ends the old one. The token (43 characters) is told once and kept nowhere. */
export async function openCalendarFeed(tx: Tx, side: FeedSide): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  await tx.execute(sql`select ${schemaOf[side]}.open_calendar_feed(decode(${hash}, 'hex'))`)
  return token
}

/** Takes one's own feed back: its address is worth nothing from now on. */
export async function closeCalendarFeed(tx: Tx, side: FeedSide): Promise<void> {
  await tx.execute(sql`select ${schemaOf[side]}.close_calendar_feed()`)
}

/** Since when one has a feed; null where one has none. */
export async function calendarFeedSince(tx: Tx, side: FeedSide): Promise<Date | null> {
  const [row] = await tx.execute<{ since: string | null }>(
    sql`select ${schemaOf[side]}.calendar_feed_since() as since`,
  )
  return row?.since ? new Date(row.since) : null
}

export type FeedMilestone = {
  projectId: string
  code: string
  projectName: string
  uid: number
  name: string
  kind: 'delivery' | 'acceptance' | 'billing'
  on: LocalDate
  isReached: boolean
  /** When that was said; null for a plan that is worked on. */
  saidAt: Date | null
}
export type Feed = { locale: 'en' | 'de'; milestones: FeedMilestone[] }

type StaffRow = {
  locale: Feed['locale']
  project_id: string
  code: string
  project_name: string
  uid: number | null
  name: string
  kind: FeedMilestone['kind'] | null
  at_local: string
  is_reached: boolean
}

/** What a member of staff's feed holds: the milestones of the working plans; null for a token that opens none. */
export async function staffFeed(tx: Tx, token: string): Promise<Feed | null> {
  const rows = await tx.execute<StaffRow>(sql`select * from app.calendar_feed(${token})`)
  const [first] = rows
  if (!first) return null
  return {
    locale: first.locale,
    milestones: rows.flatMap((row) =>
      row.uid === null
        ? []
        : {
            projectId: row.project_id,
            code: row.code,
            projectName: row.project_name,
            uid: row.uid,
            name: row.name,
            kind: row.kind ?? 'delivery',
            on: row.at_local.slice(0, 10),
            isReached: row.is_reached,
            saidAt: null,
          },
    ),
  }
}

type Published = { uid: number; name: string; kind: FeedMilestone['kind']; on: LocalDate; isReached: boolean }
type ContactRow = {
  locale: Feed['locale']
  project_id: string
  code: string
  project_name: string
  milestones: Published[] | null
  published_at: string
}

/** What a contact's feed holds: the milestones as they were last published; null for a token that opens none. */
export async function contactFeed(tx: Tx, token: string): Promise<Feed | null> {
  const rows = await tx.execute<ContactRow>(sql`select * from portal.calendar_feed(${token})`)
  const [first] = rows
  if (!first) return null
  return {
    locale: first.locale,
    milestones: rows.flatMap(
      ({ project_id: projectId, code, project_name: projectName, milestones, published_at }) =>
        (milestones ?? []).map(({ uid, name, kind, on, isReached }) => {
          const saidAt = new Date(published_at)
          return { projectId, code, projectName, uid, name, kind, on, isReached, saidAt }
        }),
    ),
  }
}

type Wording = {
  kinds: Record<FeedMilestone['kind'], string>
  pageOf: (projectId: string) => string
  now: Date
}

/** A feed's milestones as entries of a calendar, the same entry for the same milestone each time it is asked for. */
export function feedEvents({ milestones }: Feed, { kinds, pageOf, now }: Wording) {
  return milestones.map(({ projectId, code, projectName, uid, name, kind, on, isReached, saidAt }) => {
    const changedAt = saidAt ?? now
    return {
      uid: `milestone-${uid}@${projectId}`,
      on,
      title: `${code}: ${name}`,
      description: `${projectName} · ${kinds[kind]}`,
      url: pageOf(projectId),
      // Nobody counts changes; what is said later counts higher.
      sequence: Math.floor(changedAt.getTime() / 3_600_000),
      changedAt,
      state: isReached ? ('done' as const) : ('planned' as const),
    }
  })
}
