import { runCountersign } from '@countersign/command-line/run'
import type { Surroundings } from '@countersign/command-line/surroundings'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Why the second program cannot run here; null where it can. */
export const noPython =
  spawnSync('python3', ['--version']).status === 0 ? null : 'python3 is missing: apt-get install python3'
const secondImplementation = join(import.meta.dirname, '../../../tools/verify_chain.py')

type Said = { status: string; code: string; sentence: string; where: string }
export type Verdict = { exitCode: number; holds: boolean; is: string; findings: Said[]; failed: string[] }

/** What `countersign evidence verify FILE --json` says, with no database anywhere. */
export async function verified(file: string, ...more: string[]): Promise<Verdict> {
  const printed: string[] = []
  const alone = {
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void printed.push(line),
  } as unknown as Surroundings
  const exitCode = await runCountersign(['evidence', 'verify', file, ...more, '--json'], alone)
  expect(printed[0]).toContain('"findings"')
  const { holds, is, findings } = JSON.parse(printed.join('\n')) as Omit<Verdict, 'exitCode'>
  const failed = findings.filter(({ status }) => status === 'fails').map(({ code }) => code)
  return { exitCode, holds, is, findings, failed }
}

/** As people read it. */
export function printedBySecond(file: string): string {
  return spawnSync('python3', [secondImplementation, file], { encoding: 'utf8' }).stdout
}

/** What the second program says of a pack. */
export function secondly(file: string) {
  const { status, stdout } = spawnSync('python3', [secondImplementation, file, '--json'], {
    encoding: 'utf8',
  })
  const { findings } = JSON.parse(stdout) as { findings: { ok: boolean | null; sentence: string }[] }
  return {
    exitCode: status,
    failed: findings.filter(({ ok }) => ok === false).map(({ sentence }) => sentence),
  }
}
