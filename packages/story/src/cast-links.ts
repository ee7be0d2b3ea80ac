import { newSignInLink, signInLinkPath } from '@countersign/auth/sign-in-link'
import postgres from 'postgres'
import { contactCast, notYetArrived, staffCast, type ContactName } from './cast'

export type CastLink = { name: string; role: string; side: 'portal' | 'console'; url: string }

/** A one-time sign-in link for everybody of the demo's cast who is in the database. */
export async function castSignInLinks(
  urls: { admin: string; worker: string },
  origins: { portal: string; console: string },
): Promise<CastLink[]> {
  const admin = postgres(urls.admin, { max: 1, onnotice: () => undefined })
  const worker = postgres(urls.worker, { max: 1, onnotice: () => undefined })
  const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1000)
  try {
    const contacts = await admin<
      { id: string; name: string; email: string; jobTitle: string; customer: string }[]
    >`
      select c.id, c.name, c.email, c.job_title as "jobTitle", k.name as customer
      from public.contacts c join public.customers k on k.id = c.customer_id order by k.name, c.name`
    const colleagues = await admin<{ id: string; name: string; email: string; role: string }[]>`
      select id, name, email, role from public.staff order by role, name`
    const links: CastLink[] = []
    for (const { id, name, email, jobTitle, customer } of contacts) {
      const who = (Object.keys(contactCast) as ContactName[]).find((key) => contactCast[key].email === email)
      if (!who) continue
      const purpose = notYetArrived.includes(who) ? 'invitation' : 'sign-in'
      const token = await newSignInLink(worker, { side: 'contact', personId: id, purpose, expiresAt })
      links.push({
        name,
        role: `${jobTitle}, ${customer}`,
        side: 'portal',
        url: origins.portal + signInLinkPath(purpose, token),
      })
    }
    const cast = new Set<string>(Object.values(staffCast).map(({ email }) => email))
    for (const { id, name, email, role } of colleagues) {
      if (!cast.has(email)) continue
      const token = await newSignInLink(worker, {
        side: 'staff',
        personId: id,
        purpose: 'sign-in',
        expiresAt,
      })
      links.push({
        name,
        role: role.replace('_', ' '),
        side: 'console',
        url: origins.console + signInLinkPath('sign-in', token),
      })
    }
    return links
  } finally {
    await Promise.all([admin.end(), worker.end()])
  }
}
