import type { ReactNode } from 'react'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'
import { Monogram } from './person-card'

/** A link, or a deed: `post` is the address of a form, as signing out must not be a GET. */
export type PersonMenuItem = { label: string; to: string } | { label: string; post: string }

/** The person's menu without JavaScript. */
export function PersonDetailsMenu(props: {
  name: string
  note?: ReactNode
  items: readonly PersonMenuItem[]
}) {
  const messages = useUiMessages()
  return (
    <details className="cs-person-menu">
      <summary>
        <Monogram name={props.name} />
        <span className="cs-person-menu-name">
          <span className="cs-visually-hidden">{messages.account}: </span>
          {props.name}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div className="cs-popover">
        <p className="cs-popover-head">
          <strong>{props.name}</strong>
          {props.note ? <span>{props.note}</span> : null}
        </p>
        <ul>
          {props.items.map((item) => (
            <li key={item.label}>
              {'to' in item ? (
                <a className="cs-menu-item" href={item.to}>
                  {item.label}
                </a>
              ) : (
                <form method="post" action={item.post}>
                  <button className="cs-menu-item" type="submit">
                    {item.label}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
