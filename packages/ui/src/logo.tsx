/** Two strokes by two hands: the open ring of a seal, and the check that countersigns it. */
export function Seal() {
  return (
    <svg className="cs-seal" viewBox="0 0 32 32" width="32" height="32" aria-hidden focusable="false">
      <path className="cs-seal-first" d="M25.6 9.2A12 12 0 1 0 27.9 17.6" />
      <path className="cs-seal-second" d="M10.4 15.6l5.4 5.6L29.4 4.4" />
    </svg>
  )
}

/** The mark with its name, or the mark alone, which then still says its name to screen readers. */
export function Logo(props: { wordmark?: boolean; title?: string }) {
  const { wordmark = true, title = 'Countersign' } = props
  return (
    <span className="cs-logo">
      <Seal />
      <span className={wordmark ? 'cs-logo-word' : 'cs-visually-hidden'}>{title}</span>
    </span>
  )
}
