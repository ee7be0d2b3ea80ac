import type { ReactNode } from 'react'

/** One thing. With `href` its title is the link and the whole card the target. */
export function Card(props: {
  title?: ReactNode
  level?: 2 | 3 | 4
  href?: string
  meta?: ReactNode
  footer?: ReactNode
  tone?: 'plain' | 'accent' | 'quiet'
  children?: ReactNode
}) {
  const { title, level = 3, href, meta, footer, tone = 'plain', children } = props
  const Heading = `h${level}` as const
  return (
    <article className={`cs-card cs-card-${tone}`}>
      {title || meta ? (
        <div className="cs-card-head">
          {title ? <Heading>{href ? <a href={href}>{title}</a> : title}</Heading> : null}
          {meta ? <div className="cs-card-meta">{meta}</div> : null}
        </div>
      ) : null}
      {children}
      {footer ? <div className="cs-card-footer">{footer}</div> : null}
    </article>
  )
}

/** A part of a page under its h2. */
export function Section(props: {
  title: ReactNode
  id?: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const { title, id, note, actions, children } = props
  return (
    <section className="cs-section" id={id}>
      <div className="cs-section-head">
        <div>
          <h2>{title}</h2>
          {note ? <p className="cs-note">{note}</p> : null}
        </div>
        {actions ? <div className="cs-section-actions">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}

/** The exact words that somebody signs. */
export function Statement(props: { children: ReactNode }) {
  return <blockquote className="cs-statement">{props.children}</blockquote>
}
