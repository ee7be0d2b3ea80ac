import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
// By its path: what Vite takes by a package's name it leaves to Node, which reads no TypeScript.
// eslint-disable-next-line no-restricted-imports
import { accompanying } from '../../packages/evidence/page/accompanying-plugin'

/** Compresses the client's files once, at their best, so that no request pays for it. */
function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ root, build }) =>
      void (folder = build.ssr ? '' : resolve(root, build.outDir, 'assets')),
    closeBundle() {
      if (!folder) return
      for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
        const content = readFileSync(join(folder, name))
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        // Off on purpose: what they bring is open to denial of service in Remix 2 (CVE-2026-34077, CVE-2026-55685).
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
    precompress(),
    accompanying(),
  ],
  build: { target: 'es2022' },
  ssr: { noExternal: [/^@countersign\//] },
})
