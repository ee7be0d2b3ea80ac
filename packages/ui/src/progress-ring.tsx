import type { ReactNode } from 'react'
import { useFormat } from './i18n-context'

/** A project's progress, 0–100, as the seal that closes. */
export function ProgressRing(props: { label: string; value: number; note?: ReactNode }) {
  const { label, note } = props
  const format = useFormat()
  const value = Math.min(100, Math.max(0, props.value))
  return (
    <figure className="cs-ring">
      <svg viewBox="0 0 120 120" role="img" aria-label={`${label}: ${format.percent(value)}`}>
        <circle className="cs-ring-track" cx="60" cy="60" r="52" />
        {value > 0 ? (
          <circle
            className="cs-ring-value"
            cx="60"
            cy="60"
            r="52"
            pathLength={100}
            strokeDasharray={`${value} 100`}
            transform="rotate(-90 60 60)"
          />
        ) : null}
        <text x="60" y="61" textAnchor="middle" dominantBaseline="central">
          {format.percent(Math.round(value))}
        </text>
      </svg>
      <figcaption>
        <strong>{label}</strong>
        {note ? <span className="cs-note">{note}</span> : null}
      </figcaption>
    </figure>
  )
}
