import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'

export type Route = {
  /** As Remix calls it, and as `_data` names it. */
  id: string
  /** '/projects/:projectId/plan' */
  pattern: string
  hasLoader: boolean
  hasAction: boolean
  /** Nothing but a file or a redirect: it has no page of its own. */
  isResource: boolean
  /** The page of its parent's own address; posts and `_data` of it name it with `?index`. */
  isIndex: boolean
}

/** Every route of an app, flat: the pattern is what a browser asks for. A layout without a path is found at its first child's. */
export function routesOf(app: 'portal' | 'console', entries: RouteConfigEntry[], above = ''): Route[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path ?? (entry.index ? '' : entry.children?.[0]?.path)]
      .filter(Boolean)
      .join('/')
    const source = readFileSync(join(import.meta.dirname, `../../apps/${app}/app`, entry.file), 'utf8')
    const exports = (name: string) =>
      new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm').test(source)
    const route = {
      id: entry.id ?? entry.file.replace(/\.tsx?$/, ''),
      pattern: `/${pattern}`,
      hasLoader: exports('loader'),
      hasAction: exports('action'),
      isResource: !/^export default /m.test(source),
      isIndex: entry.index === true,
    }
    return [route, ...routesOf(app, entry.children ?? [], [above, entry.path].filter(Boolean).join('/'))]
  })
}
