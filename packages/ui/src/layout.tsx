import type { ReactNode } from 'react'

/** Things below each other. */
export function Stack(props: { gap?: 'tight' | 'normal' | 'loose'; children: ReactNode }) {
  return <div className={`cs-stack cs-stack-${props.gap ?? 'normal'}`}>{props.children}</div>
}

/** Things beside each other that wrap; `between` pushes them apart. */
export function Cluster(props: { between?: boolean; children: ReactNode }) {
  return (
    <div className={props.between ? 'cs-cluster cs-cluster-between' : 'cs-cluster'}>{props.children}</div>
  )
}

/** Equal columns, as many as fit. */
export function Grid(props: { min?: 'narrow' | 'normal' | 'wide'; children: ReactNode }) {
  return <div className={`cs-grid cs-grid-${props.min ?? 'normal'}`}>{props.children}</div>
}

/** The matter, with an aside to its right where there is room and below it where there is not. */
export function Columns(props: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="cs-columns">
      <div className="cs-columns-main">{props.children}</div>
      <div className="cs-columns-aside">{props.aside}</div>
    </div>
  )
}

/** Running text: `text` is plain, blank lines part its paragraphs, single line breaks stay. */
export function Prose(props: { text?: string; children?: ReactNode }) {
  const paragraphs = props.text?.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '') ?? []
  return (
    <div className="cs-prose">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph.trim()}</p>
      ))}
      {props.children}
    </div>
  )
}
