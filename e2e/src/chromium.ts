import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packaged from '@sparticuz/chromium'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export type Program = { path: string; env: Record<string, string> }

/** The machine's own Chromium (CHROME_PATH names another), else the one that npm installed, unpacked once. */
export async function chromiumProgram(): Promise<Program> {
  const own = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path))
  if (own) return { path: own, env: {} }

  const folder = await unpacked()
  const path = join(folder, 'chromium')
  const env: Record<string, string> = {}
  // A slim image lacks what Chromium links against; the package brings these libraries along.
  const libraries = spawnSync('ldd', [path], { encoding: 'utf8' }).stdout ?? ''
  if (libraries.includes('not found')) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib')
  // Without a single font every text has no width.
  if (!existsSync('/usr/share/fonts')) env.FONTCONFIG_PATH = join(folder, 'fonts')
  return { path, env }
}

/**
 * The package unpacks to fixed names in the temporary folder and takes whatever lies there for whole. Two runs at
 * once would start half a Chromium, so it is unpacked into a folder of its own version, made beside and renamed.
 */
async function unpacked(): Promise<string> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
  const name = `chromium-${packageVersion(root)}`
  const place = writablePlace(join(root, 'node_modules/.cache/countersign')) ?? tmpdir()
  const folder = join(place, name)
  if (existsSync(folder)) return folder

  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  try {
    process.env.TMPDIR = unfinished
    // The only way to have the package unpack its libraries too.
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
    await packaged.executablePath()
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function packageVersion(root: string): string {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as {
    version: string
  }
  return version
}

function writablePlace(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    return null
  }
}
