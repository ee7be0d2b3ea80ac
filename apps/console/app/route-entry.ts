import type { UNSAFE_RouteConfigEntry } from '@remix-run/dev'

export type RouteEntry = UNSAFE_RouteConfigEntry
export type RouteConfig = RouteEntry[]

/** Pages within a frame that adds nothing to their address. */
export function under(file: string, children: RouteEntry[]): RouteEntry {
  return { file, children }
}
