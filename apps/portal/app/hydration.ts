import { useMatches } from '@remix-run/react'

type Handle<Data> = { hydrates: (data: Data) => boolean }

/**
 * Pages are finished on the server; most have nothing to run in a browser, so they ship no JavaScript. A route that
 * gains something from it says so: `export const handle = hydrates<typeof loader>((data) => …)`.
 */
export function hydrates<Data>(when: (data: Data) => boolean): Handle<Data> {
  return { hydrates: when }
}

export function useHydrates(): boolean {
  return useMatches().some(({ handle, data }) => {
    const asked = handle as Partial<Handle<unknown>> | undefined
    return data != null && (asked?.hydrates?.(data) ?? false)
  })
}
