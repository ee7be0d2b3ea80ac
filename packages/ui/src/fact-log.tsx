import type { ReactNode } from 'react'
import { type Tone, toneIcon } from './badge'
import { Icon } from './icon'
import { Instant } from './values'

type Entry = {
  key: string
  at: string
  who: ReactNode
  what: ReactNode
  tone?: Tone
  children?: ReactNode
}

/** What happened, by whom and when, in the order given. */
export function FactLog(props: { entries: readonly Entry[] }) {
  return (
    <ol className="cs-log">
      {props.entries.map(({ key, at, who, what, tone = 'neutral', children }) => (
        <li key={key}>
          <span className={`cs-log-mark cs-tone-${tone}`}>
            <Icon name={toneIcon[tone]} />
          </span>
          <div className="cs-log-words">
            <p>
              <strong>{who}</strong> {what}
            </p>
            <p className="cs-log-at">
              <Instant at={at} />
            </p>
            {children ? <div className="cs-log-more">{children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
