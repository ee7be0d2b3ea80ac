import type { DecisionEvidence } from '../evidence'
import { statusOf, type Located } from './pack-finding'

/** What a certificate is about, as its evidence says. */
export type Subject = {
  where: string
  provider: string
  customer: string
  project: string
  deliverable: string
  version: number
  kind: DecisionEvidence['decision']['kind']
  act: string
  outcome: string
  decidedAt: string
  evidenceDigest: string
}

export type Report = {
  is: 'pack' | 'certificate' | 'unknown'
  scope: 'decision' | 'project' | null
  /** Nothing that was checked failed. What could not be checked is among the findings. */
  holds: boolean
  subjects: Subject[]
  findings: Located[]
}

export function reportOf(is: Report['is'], given: Partial<Omit<Report, 'is' | 'holds'>>): Report {
  const findings = given.findings ?? []
  const holds = is !== 'unknown' && findings.every((finding) => statusOf(finding) !== 'fails')
  return { is, scope: given.scope ?? null, holds, subjects: given.subjects ?? [], findings }
}

export function subjectOf(evidence: DecisionEvidence, where: string, evidenceDigest: string): Subject {
  const { provider, customer, project, deliverable, submission, decision } = evidence
  return {
    where,
    provider: provider.name,
    customer: customer.name,
    project: `${project.code} · ${project.name}`,
    deliverable: `${deliverable.code} · ${deliverable.name}`,
    version: submission.content.version,
    kind: decision.kind,
    act: decision.act ?? 'decides',
    outcome: decision.outcome,
    decidedAt: decision.decidedAt,
    evidenceDigest,
  }
}
