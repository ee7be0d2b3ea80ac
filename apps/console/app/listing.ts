import { useLocation } from '@remix-run/react'
import { desc, sql, type AnyColumn, type SQL } from 'drizzle-orm'

/** How a list is sorted and which page of it: what its address says, and where it says nothing that is known, the first. */
export type Listing<Column extends string> = { column: Column; descending: boolean; page: number }

export const rowsPerPage = 50

/** `sort=-margin` is descending; `first` says how the list is sorted unasked. */
export function listingOf<Column extends string>(
  { searchParams }: URL,
  columns: Record<Column, unknown>,
  first: { column: Column; descending: boolean },
): Listing<Column> {
  const sort = searchParams.get('sort') ?? ''
  const column = sort.replace(/^-/, '')
  const page = /^[1-9]\d{0,5}$/.test(searchParams.get('page') ?? '') ? Number(searchParams.get('page')) : 1
  return Object.hasOwn(columns, column)
    ? { column: column as Column, descending: sort.startsWith('-'), page }
    : { ...first, page }
}

/** The page asked for, or the last one where the list ends before it. */
export function pageWithin(page: number, total: number, perPage = rowsPerPage): number {
  return Math.max(1, Math.min(page, Math.ceil(total / perPage)))
}

/** What was typed into a list's search: one line, no longer than a name is. */
export function searchTerm({ searchParams }: URL): string {
  return (searchParams.get('q') ?? '')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, ' ')
    .trim()
    .slice(0, 100)
}

/** One of the values that a filter offers, else none. */
export function chosenFilter<const Value extends string>(
  { searchParams }: URL,
  name: string,
  values: readonly Value[],
): Value | null {
  return values.find((value) => value === searchParams.get(name)) ?? null
}

/** The sort key mapped to its columns: what the address says never becomes a name in SQL. */
export function orderOf<Column extends string>(
  { column, descending }: { column: Column; descending: boolean },
  columns: Record<Column, readonly (AnyColumn | SQL)[]>,
): SQL[] {
  return columns[column].map((each) => (descending ? sql`${desc(each)} nulls last` : sql`${each} nulls last`))
}

/** Whether `words` stand in one of the columns, upper or lower case; no pattern, so that `%` is a percent sign. */
export function holds(words: string, ...columns: readonly AnyColumn[]): SQL | undefined {
  if (!words) return undefined
  return sql`strpos(lower(concat_ws(' ', ${sql.join([...columns], sql`, `)})), lower(${words})) > 0`
}

/** The same list with something of its address changed; without a page it begins again at the first. */
export function useListAddress(): (changes: Record<string, string>) => string {
  const { pathname, search } = useLocation()
  return (changes) => {
    const params = new URLSearchParams(search)
    params.delete('page')
    for (const [name, value] of Object.entries(changes)) params.set(name, value)
    return `${pathname}?${params}`
  }
}
