// Plain JavaScript without dependencies: this runs on a clone on which nothing has been installed yet.
import { ensureInstalled, ensureNodeVersion } from './install.mjs'

ensureNodeVersion()
await ensureInstalled()

const { register } = await import('tsx/esm/api')
register()
await import('./test/main.ts')
