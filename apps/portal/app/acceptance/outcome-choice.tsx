import { Statement } from '@countersign/ui/card'
import type { ReactNode } from 'react'
import { useFormAnswer } from '../form-answer'

type Outcome = { value: string; id: string; label: string; hint: string }

/** One way to decide, with the words that are agreed to by it, and what else it wants to know. */
export function OutcomeChoice(props: {
  outcome: Outcome
  statement: string
  /** What it releases, in words. */
  share?: string
  children?: ReactNode
}) {
  const { typed } = useFormAnswer()
  const { value, id, label, hint } = props.outcome
  return (
    <div className="outcome">
      <div className="cs-choice">
        <input
          type="radio"
          id={id}
          name="outcome"
          value={value}
          defaultChecked={typed('outcome') === value}
          aria-describedby={`${id}-statement`}
          required
        />
        <div>
          <label htmlFor={id}>{label}</label>
          <p className="cs-hint">{hint}</p>
          {props.share === undefined ? null : <p className="cs-hint">{props.share}</p>}
        </div>
      </div>
      <div id={`${id}-statement`}>
        <Statement>{props.statement}</Statement>
      </div>
      {props.children ? <div className="outcome-points">{props.children}</div> : null}
    </div>
  )
}
