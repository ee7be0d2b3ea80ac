type Attributes = Record<string, string>

/** An element with its children; texts become text nodes, so that nothing in a file is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

const svg = 'http://www.w3.org/2000/svg'

/** The product's seal: our stroke and the customer's. */
export function mark(): SVGSVGElement {
  const drawn = document.createElementNS(svg, 'svg')
  drawn.setAttribute('viewBox', '0 0 32 32')
  drawn.setAttribute('aria-hidden', 'true')
  for (const [className, path] of [
    ['ours', 'M25.6 9.2A12 12 0 1 0 27.9 17.6'],
    ['theirs', 'M10.4 15.6l5.4 5.6L29.4 4.4'],
  ] as const) {
    const stroke = document.createElementNS(svg, 'path')
    for (const [key, value] of Object.entries({
      class: className,
      d: path,
      fill: 'none',
      'stroke-width': '3.2',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }))
      stroke.setAttribute(key, value)
    drawn.append(stroke)
  }
  return drawn
}
