import { isUuid } from './fields'

/** "Not there" and "not yours" are the same answer: throw it. */
export function notFound(): Response {
  return new Response('Not Found', { status: 404, statusText: 'Not Found' })
}

/** A row's id from the address; a malformed one is a page that is not there (a thrown 404). */
export function idParam(value: string | undefined): string {
  if (!value || !isUuid(value)) throw notFound()
  return value.toLowerCase()
}

/** A number from the address, from 1 on; anything else is a thrown 404. */
export function numberParam(value: string | undefined): number {
  if (!value || !/^[1-9]\d{0,8}$/.test(value)) throw notFound()
  return Number(value)
}
