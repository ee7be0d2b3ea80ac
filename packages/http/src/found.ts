import { notFound } from './params'

/** What was found; absent and not yours are the same page that is not there (a thrown 404). */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound()
  return value
}
