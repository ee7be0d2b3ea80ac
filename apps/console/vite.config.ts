import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
// By its path: what Vite takes by a package's name it leaves to Node, which reads no TypeScript.
// eslint-disable-next-line no-restricted-imports
import { accompanying } from '../../packages/evidence/page/accompanying-plugin'

export default defineConfig({
  plugins: [
    remix({
      // Single fetch and lazy route discovery stay off: see docs/decisions on Remix 2 and its flags.
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
    accompanying(),
  ],
  // Our packages are consumed as source.
  ssr: { noExternal: [/^@countersign\//] },
  build: { cssCodeSplit: false, target: 'es2022' },
})
