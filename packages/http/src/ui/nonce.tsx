import { createContext, type ReactNode, useContext } from 'react'

type Known = { nonce: string; reference: string | null }

const RequestContext = createContext<Known | null>(null)

/** Where the server tells a page its nonce and reference; a browser has neither and needs neither. */
export function RequestProvider(props: Known & { children: ReactNode }) {
  const { nonce, reference, children } = props
  return <RequestContext.Provider value={{ nonce, reference }}>{children}</RequestContext.Provider>
}

/**
 * For `<Scripts nonce>`, `<ScrollRestoration nonce>`. In the browser it is '', which is what browsers show of a
 * script's nonce, so that hydration finds the same.
 */
export function useNonce(): string {
  return useContext(RequestContext)?.nonce ?? ''
}

export const referenceElementId = 'error-reference'

/** The request's reference in the log; while a browser hydrates, the one that the server wrote into the page. */
export function useReference(): string | null {
  const known = useContext(RequestContext)
  if (known) return known.reference
  if (typeof document === 'undefined') return null
  return document.getElementById(referenceElementId)?.dataset.reference ?? null
}
