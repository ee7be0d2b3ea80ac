import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
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
  const isBuilt = apps.every((app) => existsSync(join(cloneFolder, 'apps', app, 'build')))
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  await report.step('Building the apps', async () => {
    const { code, output } = await turbo(['run', 'build'], signal)
    if (code !== 0) {
      throw new StartRefused(
        `${output.trim().split('\n').slice(-25).join('\n')}\nThe apps could not be built; the reason stands above.`,
      )
    }
  })
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
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
