import type { RiskKind } from '../../risk'

/** A text of ours in English and in German. */
export type Both = readonly [en: string, de: string]

export type TaskWords = {
  id: string
  name: Both
  /** Working days; 0 is a milestone. */
  days: number
  /** Ids of what has to be finished first. */
  after?: readonly string[]
  kind?: 'delivery' | 'acceptance' | 'billing'
  /** Not before so many working days after the project's start. */
  offset?: number
}

export type PhaseWords = {
  name: Both
  gate: Both
  tasks: readonly TaskWords[]
  exit: readonly Both[]
  entry?: readonly Both[]
  /** Submission level 1 to 5; required for a go unless said otherwise. */
  evidence?: readonly { element: Both; level: number; optional?: true }[]
}

export type DeliverableWords = {
  name: Both
  description: Both
  /** The id of the task that it is due with. */
  due: string
  twice?: true
  criteria: readonly { statement: Both; how: Both }[]
}

export type RiskWords = { kind: RiskKind; title: Both; response: Both; percent: number }

/** A template that comes with the product, in both languages; each phase is a summary of the plan. */
export type ShippedWords = {
  key: string
  name: Both
  description: Both
  phases: readonly PhaseWords[]
  deliverables: readonly DeliverableWords[]
  risks: readonly RiskWords[]
}
