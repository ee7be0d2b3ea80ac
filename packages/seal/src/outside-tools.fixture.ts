import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Programs that share no code with us, and the Debian packages that they come from. */
const programs = { pdfsig: 'poppler-utils', qpdf: 'qpdf', openssl: 'openssl', certutil: 'libnss3-tools' }
export type Program = keyof typeof programs

/**
 * Why a test that asks these programs cannot run: with the command that installs them; `null` where it can. Where the
 * test script could have installed them, in CI, it throws: there nothing may be skipped.
 */
export function whyNotWith(...needed: Program[]): string | null {
  const missing = needed.filter((program) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error)
  if (missing.length === 0) return null
  const command = `apt-get install -y ${missing.map((program) => programs[program]).join(' ')}`
  const isInstallable = process.getuid?.() === 0 && !spawnSync('apt-get', ['--version']).error
  if (process.env.CI && isInstallable) throw new Error(`missing: ${missing.join(', ')}; ${command}`)
  return `install with: ${command}`
}

/** Runs one of them and gives all that it printed; an exit code other than 0 is in `ok`. */
export function run(program: Program, ...args: string[]): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  })
  return { ok: status === 0, said: `${stdout}${stderr}` }
}

/** A certificate store as pdfsig reads it, in which these roots (PEM files) are believed. */
export function storeTrusting(...rootFiles: string[]): string {
  const store = `sql:${mkdtempSync(join(tmpdir(), 'countersign-nss-'))}`
  execFileSync('certutil', ['-N', '-d', store, '--empty-password'])
  for (const [at, file] of rootFiles.entries())
    execFileSync('certutil', ['-A', '-d', store, '-n', `root ${at}`, '-t', 'C,C,C', '-i', file])
  return store
}
