import { notFound } from './params'

/** The token in 'calendar/<token>.ics'; a thrown 404 for what is none, as for one that opens nothing. */
export function feedToken(file: string | undefined): string {
  const [, token] = /^([\w-]{43})\.ics$/.exec(file ?? '') ?? []
  if (!token) throw notFound()
  return token
}

/** A calendar for a program that asks again and again: no browser shows it, nobody between keeps it. */
export function calendarFile(text: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="milestones.ics"',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
    },
  })
}
