import type { Tx } from '../../src/connect'

const asking = ['select', 'selectDistinct', 'insert', 'update', 'delete', 'execute'] as const

/**
 * A transaction that stops before its `nth` statement (from 1) and never goes on; `stopped` is called then. Whoever runs
 * it kills the connection: what a process does that dies in between.
 */
export function stoppedAt(tx: Tx, nth: number, stopped: () => void): Tx {
  let count = 0
  const wrap = (inner: Tx): Tx =>
    new Proxy(inner, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (key === 'transaction')
          return (work: (deeper: Tx) => Promise<unknown>) =>
            target.transaction((deeper) => work(wrap(deeper)))
        if (typeof value !== 'function' || !(asking as readonly unknown[]).includes(key)) return value
        return (...given: unknown[]) => {
          count += 1
          if (count < nth) return (value as (...all: unknown[]) => unknown).apply(target, given)
          stopped()
          return forEver
        }
      },
    })
  return wrap(tx)
}

/** A query that can be built on and awaited, and never gives an answer. */
const forEver: unknown = new Proxy(() => undefined, {
  get: (_target, key) => (key === 'then' ? () => undefined : forEver),
  apply: () => forEver,
})
