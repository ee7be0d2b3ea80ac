import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cloneFolder } from '../start/clone-folder'

export type Counts = { passed: number; failed: number; skipped: number }
export type Stage = {
  name: string
  what: string
  takesFilters: boolean
  /** The programs that the stage runs, all of them even when one fails. */
  commands: (filters: string[], resultFile: string) => string[][]
}
export type StageResult = { name: string; ok: boolean; seconds: number; counts: Counts | null }

export const stages: Stage[] = [
  {
    name: 'types',
    what: 'the TypeScript compiler over every package',
    takesFilters: false,
    // One program over the whole house: each package's own check would read its neighbours' sources again.
    commands: () => [program('typescript', 'bin/tsc', '-p', 'tsconfig.json')],
  },
  {
    name: 'lint',
    what: 'ESLint with the boundaries of the house, and Prettier',
    takesFilters: false,
    commands: () => [
      program(
        'eslint',
        'bin/eslint.js',
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        cacheOf('eslint'),
      ),
      program('prettier', 'bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    ],
  },
  vitest('unit', 'rules, components and formats, without a database'),
  vitest('db', 'operations, access and jobs on a real Postgres'),
  {
    name: 'build',
    what: 'both apps as they are served',
    takesFilters: false,
    commands: () => [program('turbo', 'bin/turbo', 'run', 'build', '--output-logs=errors-only')],
  },
  vitest('e2e', 'journeys and walls in a real browser, against the running product'),
]

function vitest(project: string, what: string): Stage {
  return {
    name: project,
    what,
    takesFilters: true,
    commands: (filters, resultFile) => [
      program(
        'vitest',
        'vitest.mjs',
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${resultFile}`,
        // A filter may concern one stage only; without one, a stage that finds no test is a defect.
        ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
      ),
    ],
  }
}

/** Runs a stage to its end, printing what its programs print. */
export async function runStage(stage: Stage, filters: string[]): Promise<StageResult> {
  const began = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'countersign-test-run-'))
  const resultFile = join(folder, 'results.json')
  try {
    let ok = true
    for (const command of stage.commands(filters, resultFile)) ok = (await run(command)) && ok
    const counts = stage.takesFilters ? countsIn(resultFile) : null
    // A run that died before it could write its results is one failure, not none.
    if (counts && !ok && counts.failed === 0) counts.failed = 1
    return { name: stage.name, ok, seconds: (Date.now() - began) / 1000, counts }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countsIn(file: string): Counts {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    const number = (key: string) => results[key] ?? 0
    return {
      passed: number('numPassedTests'),
      failed: number('numFailedTests'),
      skipped: number('numPendingTests') + number('numTodoTests'),
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function run([command = '', ...args]: string[]): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: cloneFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    })
    child.once('error', (error) => {
      console.error(error.message)
      settle(false)
    })
    child.once('exit', (code) => settle(code === 0))
  })
}

/** A program of an installed package, run with this Node: no shell and no PATH in between. */
function program(name: string, path: string, ...args: string[]): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  return [process.execPath, join(folder, path), ...args]
}

function cacheOf(tool: string): string {
  return join('node_modules/.cache/countersign', tool)
}
