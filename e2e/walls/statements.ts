import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type postgres from 'postgres'

export type Statement = { by: string; process: string; text: string }

/**
 * Writes down every statement that reaches Postgres while `listen` runs its work, by the server's own log. `sql` is the
 * administrator's connection; `stop` takes the log's settings back.
 */
export async function listenToPostgres(sql: postgres.Sql, home: string) {
  const file = join(home, 'postgres.log')
  await sql`alter system set log_line_prefix = '%u|%p|'`
  await sql`alter system set log_statement = 'all'`
  await reload(sql)

  async function listen(work: () => Promise<unknown>): Promise<Statement[]> {
    const from = statSync(file).size
    await work()
    // The server writes a line before it answers; this is for the file system between us.
    await pause(20)
    return statementsIn(readFileSync(file).subarray(from).toString('utf8'))
  }
  async function stop() {
    await sql`alter system reset log_statement`
    await sql`alter system reset log_line_prefix`
    await reload(sql)
  }
  return { listen, stop }
}

async function reload(sql: postgres.Sql) {
  await sql`select pg_reload_conf()`
  await pause(300)
}

/** A statement goes on over several lines, which begin with a tab. */
function statementsIn(log: string): Statement[] {
  const lines = log.replace(/\n\t/g, ' ').split('\n')
  return lines.flatMap((line) => {
    const [, by, process, text] = /^(\w+)\|(\d+)\|LOG: {2}(?:statement|execute [^:]+): (.*)$/.exec(line) ?? []
    return by ? [{ by, process: process!, text: text!.trim() }] : []
  })
}

/** The statements of each transaction, without its beginning and end; and those that ran outside of one. */
export function transactionsIn(statements: Statement[]): { transactions: string[][]; outside: string[] } {
  const open = new Map<string, string[]>()
  const transactions: string[][] = []
  const outside: string[] = []
  for (const { process, text } of statements) {
    if (/^begin\b/i.test(text)) open.set(process, [])
    else if (/^(commit|rollback)\b/i.test(text)) {
      transactions.push(open.get(process) ?? [])
      open.delete(process)
    } else (open.get(process) ?? outside).push(text)
  }
  return { transactions, outside }
}
