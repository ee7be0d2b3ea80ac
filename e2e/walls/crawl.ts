import table from '../../apps/portal/app/routes'
import { routesOf, type Route } from './route-table'
import { comparable } from './same-bytes'
import type { Visitor } from './visitors'

const routes = routesOf('portal', table).filter(({ hasLoader }) => hasLoader)

/**
 * Every page that links lead to from the overview, each with what its loaders tell a browser that asks for data only;
 * by address, without what differs in every answer.
 */
export async function crawlPortal(visitor: Visitor): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const toVisit = ['/']
  for (let address = toVisit.shift(); address; address = toVisit.shift()) {
    if (seen.has(address)) continue
    const { status, text, headers } = await visitor.get(address)
    const told = ['content-type', 'content-disposition', 'cache-control'].map((name) => String(headers[name]))
    seen.set(address, [status, ...told, comparable(text)].join('\n'))
    const isPage = String(headers['content-type']).startsWith('text/html')
    if (!isPage) continue
    for (const data of dataAddresses(address))
      if (!seen.has(data)) seen.set(data, comparable((await visitor.get(data)).text))
    const links = [...text.matchAll(/\s(?:href|action)="(\/[^"#]*)/g)].map(([, link]) =>
      link!.replaceAll('&amp;', '&'),
    )
    toVisit.push(...links.filter((link) => !/^\/(assets|sign-out)/.test(link)))
  }
  return seen
}

function dataAddresses(address: string): string[] {
  const [path, query] = address.split('?') as [string, string | undefined]
  return [{ id: 'root', isIndex: false }, ...routes.filter((route) => matches(route, path))].map(
    ({ id, isIndex }) => {
      const asked = `${isIndex ? 'index&' : ''}_data=${encodeURIComponent(id)}`
      return `${path}?${query ? `${query}&` : ''}${asked}`
    },
  )
}

function matches({ pattern }: Route, path: string): boolean {
  return pattern !== '/*' && new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
}
