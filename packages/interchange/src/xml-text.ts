const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
/** What XML 1.0 has no way to write. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export type XmlValue = string | number | boolean | null

/** An element with text. Flags are written as 1 and 0; `null` writes nothing. */
export function leaf(name: string, value: XmlValue): string {
  if (value === null) return ''
  const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
  return `<${name}>${escaped(text)}</${name}>`
}

/** The elements in their order; those without a value are left out. */
export function leaves(values: readonly (readonly [string, XmlValue])[]): string {
  return values.map(([name, value]) => leaf(name, value)).join('')
}

export function element(name: string, ...inside: string[]): string {
  return `<${name}>${inside.join('')}</${name}>`
}

/** The list with its elements, or nothing where there are none. */
export function list(name: string, elements: readonly string[]): string {
  return elements.length === 0 ? '' : element(name, ...elements)
}

export function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>\r]/g, (character) => ESCAPES[character]!)
}
