/** `?page=` of an address, from 1 to `pageCount`; anything else is the first or the last. */
export function pageOf(request: Request, pageCount: number): number {
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return Number.isInteger(asked) ? Math.min(Math.max(1, asked), Math.max(1, pageCount)) : 1
}
