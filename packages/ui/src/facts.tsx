import type { ReactNode } from 'react'

/** Names and what they stand for. */
export function Facts(props: { facts: readonly { label: string; value: ReactNode }[]; columns?: 1 | 2 }) {
  return (
    <dl className={props.columns === 2 ? 'cs-facts cs-facts-two' : 'cs-facts'}>
      {props.facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
