// The operator's command line: `npm run --silent countersign -- --help`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cloneFolder, ensureNodeVersion } from './install.mjs'

ensureNodeVersion()
if (!existsSync(join(cloneFolder, 'node_modules/tsx'))) {
  console.error('The packages are not installed yet; run `npm start` or `npm ci` once.')
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register()
const { runCommandLine } = await import('./start/command-line.ts')
await runCommandLine()
