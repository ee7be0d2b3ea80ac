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
}

/** Every route of an app, flat: the pattern is what a browser asks for. Layouts share their first child's pattern. */
export function routesOf(app: 'portal' | 'console', entries: RouteConfigEntry[], above = ''): Route[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path].filter(Boolean).join('/')
    const source = readFileSync(join(import.meta.dirname, `../../apps/${app}/app`, entry.file), 'utf8')
    const exports = (name: string) =>
      new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm').test(source)
    const route = {
      id: entry.id ?? entry.file.replace(/\.tsx?$/, ''),
      pattern: `/${pattern}`,
      hasLoader: exports('loader'),
      hasAction: exports('action'),
      isResource: !/^export default /m.test(source),
    }
    return [route, ...routesOf(app, entry.children ?? [], pattern)]
  })
}
