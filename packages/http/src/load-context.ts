/** What the server knows of a request: never part of loader data. */
export type RequestScope = {
  /** Allows this response's own scripts. */
  cspNonce: string
  /** Names the request in the log; shown to people when something went wrong. */
  reference: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    cspNonce: string
    reference: string
  }
}
