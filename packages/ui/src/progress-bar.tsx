import { type ReactNode, useId } from 'react'
import { useFormat } from './i18n-context'

/** How much of something is done, 0–100. */
export function ProgressBar(props: { label: ReactNode; value: number; note?: ReactNode }) {
  const format = useFormat()
  const id = useId()
  return (
    <div className="cs-progress">
      <span className="cs-progress-label" id={id}>
        {props.label}
      </span>
      <span className="cs-progress-value">{format.percent(props.value)}</span>
      <progress max={100} value={Math.min(100, Math.max(0, props.value))} aria-labelledby={id} />
      {props.note ? <span className="cs-note">{props.note}</span> : null}
    </div>
  )
}
