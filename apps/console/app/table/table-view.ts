import { listingOf } from '../listing'
import type { TableColumn, TableView } from './cells'

type Offer<Id extends string> = {
  columns: readonly TableColumn<Id>[]
  /** Shown where the address does not say which. */
  usual: readonly Id[]
  groupings: readonly string[]
  first: { column: Id; descending: boolean }
}

/** `sort`, `page`, `by` and `col` of an address; what it does not understand counts as not asked. */
export function tableViewOf<Id extends string>(url: URL, offer: Offer<Id>): TableView {
  const known = Object.fromEntries(offer.columns.map(({ id }) => [id, true])) as Record<Id, true>
  const asked = new Set(url.searchParams.getAll('col'))
  const chosen = offer.columns.map(({ id }) => id).filter((id) => asked.has(id))
  const by = offer.groupings.find((each) => each === url.searchParams.get('by')) ?? null
  return {
    ...listingOf(url, known, offer.first),
    by,
    shown:
      chosen.length > 0 ? chosen : offer.columns.map(({ id }) => id).filter((id) => offer.usual.includes(id)),
  }
}
