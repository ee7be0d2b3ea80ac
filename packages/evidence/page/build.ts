import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * The verifier as one HTML file: script and style within, no address of anything outside, and a policy that forbids the
 * page to fetch or send anything at all. The same sources give the same bytes.
 */
export async function buildVerifierPage(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: path('.'),
    // What runs this may be a test or another build: the page must not depend on which.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: path('./page.ts'), formats: ['iife'], name: 'verifier' },
    },
  })) as Rollup.RollupOutput[]
  const [chunk] = built[0]!.output
  // Within a script element the text "</script" would end it, and "<!--" change how it is read.
  const script = chunk.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const digest = createHash('sha256').update(script).digest('base64')
  return (await readFile(path('./page.html'), 'utf8'))
    .replace(
      'content="policy"',
      `content="default-src 'none'; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    )
    .replace('<!-- script -->', () => `<script>${script}</script>`)
}

/** What lies in each pack beside the evidence. */
export async function readAccompanying() {
  const [verifierPage, chainCheck, ledgerFormat, schema] = await Promise.all([
    buildVerifierPage(),
    readFile(path('../../../tools/verify_chain.py'), 'utf8'),
    readFile(path('../../../docs/ledger.md'), 'utf8'),
    readFile(path('../schema/decision-evidence-2.schema.json'), 'utf8'),
  ])
  return { verifierPage, chainCheck, ledgerFormat, schema }
}
