/** One that we kept, by its number; or one that came with the imported file, 0 to 10 as the file counts them. */
export type BaselineKey = { from: 'kept' | 'file'; number: number }

/** 'kept-2' or 'file-0' in an address. */
export function baselineText({ from, number }: BaselineKey): string {
  return `${from}-${number}`
}

/** What an address of the page asks for; what it does not understand counts as not asked. */
export function asked({ searchParams }: URL) {
  const match = /^(kept|file)-(\d{1,6})$/.exec(searchParams.get('baseline') ?? '')
  const page = searchParams.get('page') ?? ''
  return {
    baseline: match ? { from: match[1] as 'kept' | 'file', number: Number(match[2]) } : null,
    order: searchParams.get('order') === 'plan' ? ('plan' as const) : ('slip' as const),
    only: searchParams.get('only') === 'milestones' ? ('milestones' as const) : null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}
