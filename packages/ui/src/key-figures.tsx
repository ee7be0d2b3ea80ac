import type { ReactNode } from 'react'

type Figure = { label: string; value: ReactNode; note?: ReactNode; tone?: 'plain' | 'good' | 'bad' }

/** The few numbers that a page is about. */
export function KeyFigures(props: { figures: readonly Figure[] }) {
  return (
    <dl className="cs-figures">
      {props.figures.map((figure) => (
        <div className={`cs-figure cs-figure-${figure.tone ?? 'plain'}`} key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className="cs-figure-value">{figure.value}</dd>
          {figure.note ? <dd className="cs-figure-note">{figure.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
