import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'

/** What an upload could have left behind: imports on record, and files in the storage, finished or not. */
export async function whatIsStored(): Promise<{ imports: number; files: string[] }> {
  const { adminUrl, home } = inject('product')
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const [row] = await sql<{ imports: number }[]>`select count(*)::int as imports from public.plan_imports`
    return { imports: row!.imports, files: filesIn(join(home, 'files')) }
  } finally {
    await sql.end()
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // The worker keeps a checkpoint of the ledger there every few minutes.
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('checkpoints'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
  )
}
