import type { ReactNode } from 'react'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'

type StepState = 'done' | 'current' | 'ahead' | 'rejected'
type Step = { label: string; state: StepState; note?: ReactNode }

/** The stages that something passes, and where it stands. */
export function Steps(props: { label: string; steps: readonly Step[] }) {
  const messages = useUiMessages()
  return (
    <ol className="cs-steps" aria-label={props.label}>
      {props.steps.map((step) => (
        <li
          className={`cs-step cs-step-${step.state}`}
          key={step.label}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="cs-step-mark">
            {step.state === 'done' ? <Icon name="check" /> : null}
            {step.state === 'rejected' ? <Icon name="cross" /> : null}
          </span>
          <span className="cs-step-label">
            {step.label}
            <span className="cs-visually-hidden">: {messages.stepState[step.state]}</span>
          </span>
          {step.note ? <span className="cs-note">{step.note}</span> : null}
        </li>
      ))}
    </ol>
  )
}
