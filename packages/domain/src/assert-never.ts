/** Closes a switch: a new case does not compile until somebody has decided what becomes of it. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${String(value)}`)
}
