import type { ReactNode } from 'react'
import { Button } from './button'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'

/** All that is wrong, on top of the form, each pointing to its field by the field's id. */
export function ErrorSummary(props: { errors: readonly { name?: string; message: string }[] }) {
  const messages = useUiMessages()
  if (props.errors.length === 0) return null
  return (
    <div className="cs-notice cs-notice-danger" role="alert" data-error-summary>
      <Icon name="alert" />
      <div>
        <p className="cs-notice-title">{messages.thereIsAProblem}</p>
        <ul>
          {props.errors.map((error, index) => (
            <li key={index}>{error.name ? <a href={`#${error.name}`}>{error.message}</a> : error.message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export function FormActions(props: { children: ReactNode }) {
  return <div className="cs-form-actions">{props.children}</div>
}

/** Fields beside each other where there is room. */
export function FormGrid(props: { children: ReactNode }) {
  return <div className="cs-form-grid">{props.children}</div>
}

/** Filters above a table; what was chosen ends in the URL. */
export function FilterBar(props: { label: string; action?: string; children: ReactNode }) {
  const messages = useUiMessages()
  return (
    <form className="cs-filter-bar" method="get" action={props.action} role="search" aria-label={props.label}>
      {props.children}
      <Button>{messages.filter}</Button>
    </form>
  )
}
