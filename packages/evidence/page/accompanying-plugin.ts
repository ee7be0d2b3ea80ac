import type { Plugin } from 'vite'
import { readAccompanying } from './build'

const name = 'virtual:accompanying'

/**
 * Gives a server's build what lies in each pack beside the evidence, as the module `virtual:accompanying`: the page
 * is built from these sources then, so it can be no older than they are.
 */
export function accompanying(): Plugin {
  return {
    name: 'accompanying',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      return `export const accompanying = ${JSON.stringify(await readAccompanying())}`
    },
  }
}
