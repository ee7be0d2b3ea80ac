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

/** The buttons of a form. `working` is said once it is sent, where the answer may take long. */
export function FormActions(props: { working?: string; children: ReactNode }) {
  return (
    <>
      <div className="cs-form-actions">{props.children}</div>
      {props.working ? <Working says={props.working} /> : null}
    </>
  )
}

/** Fields beside each other where there is room. */
export function FormGrid(props: { children: ReactNode }) {
  return <div className="cs-form-grid">{props.children}</div>
}

/** What goes on while a form whose work takes long is answered: said where it stands, once the form is sent. */
export function Working(props: { says: string }) {
  return <p role="status" className="cs-note cs-working" data-working={props.says} />
}

/** Filters above a table; what was chosen ends in the URL. The button says `submit`, or that they are applied. */
export function FilterBar(props: { label: string; action?: string; submit?: string; children: ReactNode }) {
  const messages = useUiMessages()
  return (
    <form className="cs-filter-bar" method="get" action={props.action} role="search" aria-label={props.label}>
      {props.children}
      <Button>{props.submit ?? messages.filter}</Button>
    </form>
  )
}
