import { AsyncLocalStorage } from 'node:async_hooks'

type Scope = Map<string, Promise<unknown>>

// The server runs from source and the app from its bundle, each with its own copy of this file: they meet here.
const KEY = Symbol.for('countersign.request-scope')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Scope> }
const scopes = (shared[KEY] ??= new AsyncLocalStorage<Scope>())

/** Remix gives each loader a Request object of its own; this is what they have in common. */
export function withRequestScope<T>(work: () => T): T {
  return scopes.run(new Map(), work)
}

const outsideScopes = new WeakMap<Request, Scope>()

/** Computes once a request, however many loaders ask at the same time. `key` tells what is computed. */
export function oncePerRequest<T>(request: Request, key: string, compute: () => Promise<T>): Promise<T> {
  const scope = scopes.getStore() ?? outsideScopes.get(request) ?? newScope(request)
  const known = scope.get(key) as Promise<T> | undefined
  if (known) return known
  const computed = compute()
  scope.set(key, computed)
  return computed
}

/** What is known under a key became something else while the request ran: loaders that follow its action find this. */
export function knownFromNowOn(key: string, value: unknown): void {
  scopes.getStore()?.set(key, Promise.resolve(value))
}

function newScope(request: Request): Scope {
  const scope: Scope = new Map()
  outsideScopes.set(request, scope)
  return scope
}
