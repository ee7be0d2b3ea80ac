import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'

type Wording = {
  /** Also the element's id, unless `id` is given, so that an error summary can point to it. */
  name: string
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  optional?: boolean
  width?: 'short' | 'medium' | 'full'
}

/** What a control needs to belong to its label, hint and error. */
export type Wired = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type Native<Attributes> = Omit<Attributes, 'className' | 'style' | 'name' | 'id' | 'width'>

/** A label, a hint and an error around a control of your own; the controls below bring theirs. */
export function Field(props: Wording & { children: (wired: Wired) => ReactNode }) {
  const { name, id = name, label, hint, error, optional, width = 'full', children } = props
  const messages = useUiMessages()
  const described = classNames(hint && `${id}-hint`, error && `${id}-error`)
  return (
    <div className={classNames('cs-field', `cs-field-${width}`, error && 'cs-field-wrong')}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="cs-optional"> ({messages.optional})</span> : null}
      </label>
      {hint ? (
        <p className="cs-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  )
}

export function TextInput(props: Wording & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const [wording, native] = split(props)
  return (
    <Field {...wording}>{(wired) => <input type="text" {...native} {...wired} className="cs-input" />}</Field>
  )
}

export function TextArea(props: Wording & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const [wording, native] = split(props)
  return (
    <Field {...wording}>{(wired) => <textarea rows={5} {...native} {...wired} className="cs-input" />}</Field>
  )
}

export function Select(
  props: Wording & { options: readonly { value: string; label: string }[] } & Native<
      SelectHTMLAttributes<HTMLSelectElement>
    >,
) {
  const { options, ...rest } = props
  const [wording, native] = split(rest)
  return (
    <Field {...wording}>
      {(wired) => (
        <select {...native} {...wired} className="cs-input cs-select">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function DateInput(props: Wording & Native<InputHTMLAttributes<HTMLInputElement>>) {
  return <TextInput width="short" {...props} type="date" />
}

export function FileInput(props: Wording & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const [wording, native] = split(props)
  return (
    <Field {...wording}>
      {(wired) => <input {...native} {...wired} type="file" className="cs-input cs-file-input" />}
    </Field>
  )
}

/** An amount as the person writes it: the form's parser reads it with `parseAmount`. */
export function MoneyInput(
  props: Wording & { currency: string } & Native<InputHTMLAttributes<HTMLInputElement>>,
) {
  const { currency, ...rest } = props
  const [wording, native] = split(rest)
  return (
    <Field width="short" {...wording}>
      {(wired) => (
        <span className="cs-money-input">
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            {...native}
            {...wired}
            className="cs-input"
          />
          <span className="cs-money-currency">{currency}</span>
        </span>
      )}
    </Field>
  )
}

export function Checkbox(props: Omit<Wording, 'width'> & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const [{ name, id = name, label, hint, error }, native] = split(props)
  const described = classNames(hint && `${id}-hint`, error && `${id}-error`)
  return (
    <div className={classNames('cs-choice', error && 'cs-field-wrong')}>
      <input
        {...native}
        type="checkbox"
        id={id}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p className="cs-hint" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        <FieldError id={id} error={error} />
      </div>
    </div>
  )
}

/** One of a few, all in sight. The first radio has the id `name`. */
export function ChoiceGroup(props: {
  name: string
  /** Where a page has several groups of one name. */
  id?: string
  legend: ReactNode
  options: readonly { value: string; label: ReactNode; hint?: ReactNode }[]
  defaultValue?: string
  hint?: ReactNode
  error?: string
  required?: boolean
}) {
  const { name, id: groupId = name, legend, options, defaultValue, hint, error, required } = props
  return (
    <Fieldset legend={legend} hint={hint} error={error} id={`${groupId}-group`}>
      {options.map((option, index) => {
        const id = index === 0 ? groupId : `${groupId}-${option.value}`
        return (
          <div className="cs-choice" key={option.value}>
            <input
              type="radio"
              id={id}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              aria-describedby={option.hint ? `${id}-option-hint` : undefined}
            />
            <div>
              <label htmlFor={id}>{option.label}</label>
              {option.hint ? (
                <p className="cs-hint" id={`${id}-option-hint`}>
                  {option.hint}
                </p>
              ) : null}
            </div>
          </div>
        )
      })}
    </Fieldset>
  )
}

/** Fields that answer one question together. */
export function Fieldset(props: {
  legend: ReactNode
  id?: string
  hint?: ReactNode
  error?: string
  children: ReactNode
}) {
  const { legend, id, hint, error, children } = props
  const described = id && classNames(hint && `${id}-hint`, error && `${id}-error`)
  return (
    <fieldset
      className={classNames('cs-fieldset', error && 'cs-field-wrong')}
      id={id}
      aria-describedby={described || undefined}
    >
      <legend>{legend}</legend>
      {hint ? (
        <p className="cs-hint" id={id && `${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  )
}

function FieldError({ id, error }: { id?: string; error?: string }) {
  const messages = useUiMessages()
  if (!error) return null
  return (
    <p className="cs-error" id={id && `${id}-error`}>
      <Icon name="alert" />
      <span>
        <span className="cs-visually-hidden">{messages.error}: </span>
        {error}
      </span>
    </p>
  )
}

function split<Props extends Wording>(props: Props): [Wording, Omit<Props, keyof Wording>] {
  const { name, id, label, hint, error, optional, width, ...native } = props
  const wording: Wording = { name, label }
  if (id !== undefined) wording.id = id
  if (hint !== undefined) wording.hint = hint
  if (error !== undefined) wording.error = error
  if (optional !== undefined) wording.optional = optional
  if (width !== undefined) wording.width = width
  return [wording, native]
}
