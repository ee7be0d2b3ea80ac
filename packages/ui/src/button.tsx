import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { useUiMessages } from './i18n-context'
import { Icon, type IconName } from './icon'

type Look = { variant?: 'primary' | 'secondary' | 'quiet' | 'danger'; size?: 'small'; icon?: IconName }

/** Does something. `busy` says so and takes no second click; a form's button is `type="submit"` by default. */
export function Button(
  props: Look & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'>,
) {
  const { variant, size, icon, busy, children, onClick, ...rest } = props
  const messages = useUiMessages()
  return (
    <button
      type="submit"
      {...rest}
      className={look(variant, size)}
      // Not `disabled`: that would throw the focus away.
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="cs-spinner" aria-hidden /> : icon ? <Icon name={icon} /> : null}
      {busy ? <span className="cs-visually-hidden">{messages.working}</span> : null}
      <span>{children}</span>
    </button>
  )
}

/** Goes somewhere, looking like a button. */
export function LinkButton(
  props: Look & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className' | 'style'> & { href: string },
) {
  const { variant, size, icon, children, ...rest } = props
  return (
    <a {...rest} className={look(variant, size)}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </a>
  )
}

function look(variant: Look['variant'] = 'secondary', size: Look['size']): string {
  return classNames('cs-button', `cs-button-${variant}`, size && `cs-button-${size}`)
}
