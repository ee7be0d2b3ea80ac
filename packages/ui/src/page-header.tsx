import type { ReactNode } from 'react'
import { Icon } from './icon'

/** What this page is about, in one glance; holds the page's only h1. */
export function PageHeader(props: {
  title: ReactNode
  eyebrow?: ReactNode
  lead?: ReactNode
  meta?: ReactNode
  state?: ReactNode
  actions?: ReactNode
  back?: { to: string; label: string }
}) {
  const { title, eyebrow, lead, meta, state, actions, back } = props
  return (
    <div className="cs-page-header">
      <div className="cs-page-header-words">
        {back ? (
          <a className="cs-back" href={back.to}>
            <Icon name="arrow-left" />
            {back.label}
          </a>
        ) : null}
        {eyebrow ? <p className="cs-eyebrow">{eyebrow}</p> : null}
        <div className="cs-title-row">
          <h1>{title}</h1>
          {state}
        </div>
        {lead ? <p className="cs-lead">{lead}</p> : null}
        {meta ? <div className="cs-meta">{meta}</div> : null}
      </div>
      {actions ? <div className="cs-page-header-actions">{actions}</div> : null}
    </div>
  )
}
