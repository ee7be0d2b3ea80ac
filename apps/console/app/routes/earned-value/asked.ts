import { isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'

export type Asked = { at: LocalDate | null; baseline: number | null; of: number | null; page: number }

/** What an address of the page asks for; what it does not understand counts as not asked. */
export function asked({ searchParams }: URL): Asked {
  const at = searchParams.get('at') ?? ''
  const number = (name: string) => {
    const text = searchParams.get(name) ?? ''
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
  }
  return {
    at: isLocalDate(at) && at >= '1990-01-01' && at <= '2199-12-31' ? at : null,
    baseline: number('baseline'),
    of: number('of'),
    page: number('page') ?? 1,
  }
}
