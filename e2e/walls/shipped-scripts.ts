import { ask } from './ask'

export type Shipped = { scripts: { address: string; bytes: number }[]; stylesheets: string[]; bytes: number }

/**
 * What a page makes a browser load: its scripts with all that they import before they run, each in bytes as served to
 * a browser that takes brotli, and its stylesheets.
 */
export async function shippedBy(origin: string, html: string): Promise<Shipped> {
  const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, address]) => address!)
  const links = html.match(/<link\b[^>]*>/g) ?? []
  const hrefs = (rel: string) =>
    links.filter((link) => link.includes(`rel="${rel}"`)).flatMap((link) => found(/href="([^"]+)"/g, link))
  const inline = (html.match(/<script\b[^>]*>[\s\S]*?<\/script>/g) ?? []).join('\n')
  const toLoad = [
    ...found(/<script\b[^>]*\ssrc="([^"]+)"/g, html),
    ...hrefs('modulepreload'),
    ...found(/\bimport\s*(?:[\w*{}\s,]+from\s*)?\(?\s*["'](\/[^"']+\.js)["']/g, inline),
  ]
  const loaded = new Map<string, number>()
  for (let address = toLoad.shift(); address; address = toLoad.shift()) {
    if (loaded.has(address)) continue
    const [plain, compressed] = await Promise.all([
      ask(origin, address),
      ask(origin, address, { headers: { 'accept-encoding': 'br, gzip' } }),
    ])
    if (plain.status !== 200) throw new Error(`${address} answers ${plain.status}`)
    loaded.set(address, compressed.bytes.length)
    const imports = found(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+?from\s*)?["']([^"']+\.js)["']/g,
      plain.text,
    )
    const here = address
    toLoad.push(...imports.map((each) => new URL(each, `http://x${here}`).pathname))
  }
  const scripts = [...loaded].map(([address, bytes]) => ({ address, bytes }))
  return {
    scripts,
    stylesheets: hrefs('stylesheet'),
    bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}
