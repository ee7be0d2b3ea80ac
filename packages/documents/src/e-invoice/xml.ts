export type Xml = string | false | null | undefined

/** An element with its content; nothing where it has none, so that a fact that is not known leaves no empty element. */
export function element(name: string, content: Xml | Xml[], attributes: Record<string, string> = {}): string {
  const inside = [content]
    .flat()
    .filter((each) => each !== false && each !== null && each !== undefined && each !== '')
  if (inside.length === 0) return ''
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(value)}"`)
  return `<${name}${named.join('')}>${inside.join('')}</${name}>`
}

/** Text as XML takes it: escaped, without characters that XML 1.0 cannot hold. */
export function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function document(root: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, 'utf8')
}
