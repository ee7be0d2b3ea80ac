import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const cloneFolder = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends the process with a sentence on a Node that is too old. */
export function ensureNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  leave(`Countersign needs Node 20.19 or newer, and this is Node ${process.versions.node}.`)
}

/** Runs `npm ci` where what is installed is not what package-lock.json names; ends the process when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  console.log('  Installing packages (npm ci); this takes about a minute the first time …')
  const ticking = setInterval(() => console.log(`  … still installing (${seconds()})`), 15_000)
  const { code, output } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
  clearInterval(ticking)
  if (code !== 0 || !isInstalled()) {
    const lines = output.trim().split('\n')
    const errors = lines.filter((line) => line.startsWith('npm error'))
    console.error((errors.length > 0 ? errors : lines).slice(0, 12).join('\n'))
    leave('The packages could not be installed; what npm said stands above.')
  }
  console.log(`  Packages are installed (${seconds()})`)
}

/** npm notes what it installed in node_modules/.package-lock.json, as the last thing it does. */
function isInstalled() {
  const wanted = packagesOf(join(cloneFolder, 'package-lock.json'))
  const present = packagesOf(join(cloneFolder, 'node_modules/.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/')) return true
    const found = present[path]
    if (!found) return entry.optional || entry.devOptional || entry.peer
    return found.version === entry.version && existsSync(join(cloneFolder, path, 'package.json'))
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

function npm(args) {
  const cli = process.env.npm_execpath
  const viaNode = cli?.endsWith('.js') && existsSync(cli)
  const [command, all] = viaNode ? [process.execPath, [cli, ...args]] : ['npm', args]
  return new Promise((settle) => {
    let output = ''
    // A shell finds npm.cmd on Windows.
    const child = spawn(command, all, { cwd: cloneFolder, shell: !viaNode && process.platform === 'win32' })
    const keep = (chunk) => (output += chunk)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => settle({ code: 1, output: `${output}\n${error.message}` }))
    child.on('exit', (code) => settle({ code: code ?? 1, output }))
  })
}

function leave(sentence) {
  console.error(sentence)
  process.exit(1)
}
