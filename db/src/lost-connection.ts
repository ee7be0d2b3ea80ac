/**
 * Keeps a process alive when Postgres goes away in the middle of a transaction: postgres.js 3.4.9 then writes to a
 * socket that it has let go of, in a timer of its own where nobody can catch it (porsager/postgres issues 1154 and
 * 1208). The transaction is lost either way, and its caller is told so. Anything else that nobody caught ends the
 * process, as it would without this.
 */
export function surviveLostConnections(log: (line: string) => void): void {
  process.on('uncaughtException', (error) => {
    if (isWriteAfterClose(error)) return log('the database went away in the middle of a transaction')
    console.error(error)
    process.exit(1)
  })
}

export function isWriteAfterClose(error: Error): boolean {
  return (
    error instanceof TypeError && /\bnextWrite \(.*[/\\]postgres[/\\].*connection\.js/.test(error.stack ?? '')
  )
}
