import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { StartRefused } from '@countersign/db/server/start-refused'
import { cloneFolder } from './clone-folder'
import type { Report } from './report'

const apps = ['portal', 'console'] as const
const sources = ['apps', 'packages', 'db/src', 'package-lock.json', 'turbo.json']
const notSources = new Set(['node_modules', 'build', '.turbo', '.cache'])

/** Builds the two apps; returns at once where nothing has changed since the last build. */
export async function ensureBuilt(report: Report, signal?: AbortSignal): Promise<void> {
  const stampFile = join(cloneFolder, 'node_modules/.cache/countersign/built')
  const stamp = stampOfSources()
  const isBuilt = apps.every((app) => existsSync(join(cloneFolder, 'apps', app, 'build/server/index.js')))
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  await report.step('Building the apps', async () => {
    const { code, output } = await turbo(['run', 'build'], signal)
    if (code !== 0) {
      throw new StartRefused(`${whatFailed(output)}\nThe apps could not be built; the reason stands above.`)
    }
  })
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** From the first complaint on, without the list of every file that rollup had looked at. */
function whatFailed(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !/(:\s+'.*',?|:\s+at .*|npm error.*|more items|\[|:\s+[\]}])$/.test(line))
  const first = lines.findIndex((line) => /✗|error/i.test(line))
  return lines.slice(Math.max(first, 0)).slice(0, 30).join('\n').trim()
}

/** Changes with every source file's name, size or time. */
function stampOfSources(): string {
  const hash = createHash('sha256').update(process.version)
  const visit = (path: string) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return
    if (!stats.isDirectory()) return void hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`)
    for (const name of readdirSync(path).sort()) if (!notSources.has(name)) visit(join(path, name))
  }
  for (const source of sources) visit(join(cloneFolder, source))
  return hash.digest('hex')
}

/** Runs turbo in the clone; resolves with its exit code and all that it printed. */
export function turbo(args: string[], signal?: AbortSignal): Promise<{ code: number; output: string }> {
  const program = join(dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin/turbo')
  return new Promise((settle) => {
    let output = ''
    const child = spawn(process.execPath, [program, ...args], {
      cwd: cloneFolder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        FORCE_COLOR: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => settle({ code: 1, output: `${output}\n${error.message}` }))
    child.once('close', (code) => settle({ code: code ?? 1, output }))
  })
}
