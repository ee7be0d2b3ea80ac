import type { ReactNode } from 'react'
import { Seal } from './logo'

/** Nothing here, and what to do about it. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="cs-empty">
      <Seal />
      <p className="cs-empty-title">{props.title}</p>
      {props.children ? <div className="cs-empty-text">{props.children}</div> : null}
      {props.action ? <div className="cs-empty-action">{props.action}</div> : null}
    </div>
  )
}
