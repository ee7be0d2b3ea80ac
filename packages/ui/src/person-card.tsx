import type { ReactNode } from 'react'

/** First letters of the first and last name. */
export function Monogram(props: { name: string }) {
  const words = props.name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (
    <span className="cs-monogram" aria-hidden>
      {(first + last).toUpperCase()}
    </span>
  )
}

/** Somebody, and how to reach them. */
export function PersonCard(props: {
  name: string
  role?: ReactNode
  organisation?: ReactNode
  email?: string
  phone?: string
  note?: ReactNode
}) {
  const { name, role, organisation, email, phone, note } = props
  return (
    <div className="cs-person">
      <Monogram name={name} />
      <div className="cs-person-words">
        <p className="cs-person-name">{name}</p>
        {role || organisation ? (
          <p className="cs-note">
            {role}
            {role && organisation ? ' · ' : null}
            {organisation}
          </p>
        ) : null}
        {email ? <a href={`mailto:${email}`}>{email}</a> : null}
        {phone ? <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> : null}
        {note ? <p className="cs-note">{note}</p> : null}
      </div>
    </div>
  )
}
