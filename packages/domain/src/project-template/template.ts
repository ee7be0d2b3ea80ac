import type { RiskKind } from '../risk'
import type { LinkType, LagUnit } from '../schedule/plan'

/** A criterion of a gate: to leave the phase before it, or to enter the one behind it. */
export type TemplateCriterion = { kind: 'exit' | 'entry'; statement: string }
export type TemplateEvidence = { element: string; submissionLevel: number; isRequired: boolean }

export type TemplatePhase = {
  name: string
  gateName: string
  /** The summary task that the phase is in the plan. */
  taskUid: number | null
  criteria: TemplateCriterion[]
  evidence: TemplateEvidence[]
}

/** Tasks stand in outline order, as in a plan. */
export type TemplateTask = {
  uid: number
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  milestoneKind: 'delivery' | 'acceptance' | 'billing' | null
  /** Working minutes of the project's calendar; minutes on the wall where `isElapsed`. */
  durationMinutes: number
  isElapsed: boolean
  /** Not before so many working days after the project's start; 0 where the links alone say when. */
  offsetDays: number
  note: string | null
}

export type TemplateLink = { fromUid: number; toUid: number; type: LinkType; lag: number; lagUnit: LagUnit }

export type TemplateDeliverable = {
  name: string
  description: string
  dueTaskUid: number | null
  acceptance: 'once' | 'provisional-and-final'
  criteria: { statement: string; howChecked: string; evidenceWanted: string; weight: number }[]
}

export type TemplateRisk = { kind: RiskKind; title: string; response: string; probabilityPercent: number }

/** A project without dates, people and prices: what the next one of its kind begins with. */
export type ProjectTemplate = {
  phases: TemplatePhase[]
  tasks: TemplateTask[]
  links: TemplateLink[]
  deliverables: TemplateDeliverable[]
  risks: TemplateRisk[]
}
