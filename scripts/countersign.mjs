// The operator's command line: `npm run --silent countersign -- --help`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cloneFolder, ensureNodeVersion } from './install.mjs'

ensureNodeVersion()
if (!existsSync(join(cloneFolder, 'node_modules/tsx'))) {
  console.error('The packages are not installed yet; run `npm start` or `npm ci` once.')
  process.exit(1)
}
// `countersign … | head` closes our output early; that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const { register } = await import('tsx/esm/api')
register()
const { runCommandLine } = await import('./start/command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
