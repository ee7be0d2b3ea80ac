import { spawnSync } from 'node:child_process'

/** The programs by which tests check seals without code of ours, and the Debian packages that they come from. */
const packages = { pdfsig: 'poppler-utils', qpdf: 'qpdf', openssl: 'openssl', certutil: 'libnss3-tools' }

/**
 * Installs what is missing where that is possible without asking anybody: as root, on Debian. Elsewhere the tests that
 * need it say so, and are skipped.
 */
export function installOutsideTools(): void {
  const missing = Object.entries(packages)
    .filter(([program]) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error)
    .map(([, name]) => name)
  const isPossible = process.getuid?.() === 0 && !spawnSync('apt-get', ['--version']).error
  if (missing.length === 0 || !isPossible) return
  console.log(`Installing ${missing.join(', ')}, by which tests check seals …`)
  const install = () => spawnSync('apt-get', ['install', '-y', '-qq', ...missing], { stdio: 'ignore' })
  if (install().status === 0) return
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  if (install().status !== 0) console.log('They could not be installed; those tests will say so.')
}
