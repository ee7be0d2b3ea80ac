import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'

const fileIn = (home: string) => join(home, 'story-unfinished')

export function noteUnfinishedStory(home: string): void {
  writeFileSync(fileIn(home), '', { mode: 0o600 })
}

export function forgetUnfinishedStory(home: string): void {
  rmSync(fileIn(home), { force: true })
}

/**
 * A first start that was stopped in the middle of the demo's story leaves half of it behind. Nobody can have worked
 * on it, since the apps start only afterwards: the embedded server's database is emptied and the story told anew.
 */
export async function dropUnfinishedStory(home: string, adminUrl: string): Promise<void> {
  if (!existsSync(fileIn(home))) return
  const maintenance = new URL(adminUrl)
  maintenance.pathname = '/postgres'
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} })
  try {
    await sql`drop database if exists countersign with (force)`
    await sql`create database countersign`
  } finally {
    await sql.end()
  }
  forgetUnfinishedStory(home)
}
