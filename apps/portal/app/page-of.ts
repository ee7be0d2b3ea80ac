/** The page that an address asks for, from 1; anything that is no page is the first. */
export function pageOf(request: Request): number {
  const asked = new URL(request.url).searchParams.get('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
