import type { AcceptanceStage, Criterion, SubmissionTerms } from '@countersign/domain/acceptance'
import type { TestResult } from '@countersign/domain/testing'
import { digestOf } from './digest'

export type SubmittedContent = {
  projectId: string
  deliverableId: string
  version: number
  /** Sizes in bytes, in the order of submission. */
  files: { name: string; sha256: string; size: number }[]
  criteria: Criterion[]
  /** Which confirmed version the criteria are; left out for a charter and for what was submitted before there were. */
  criteriaVersion?: number
  /** Left out where nothing was tested. */
  tests?: TestResult[]
  /** Which acceptance it is put for, and the contract's terms of it; left out for what was submitted before there were. */
  stage?: AcceptanceStage
  terms?: SubmissionTerms
  /** What acceptance releases for billing; amounts in minor units as decimal text. */
  releases: { name: string; amountMinor: string }[]
}

/** What was put before the customer, as its digest takes it: without what this submission does not have. */
export function submittedContent(
  content: Omit<SubmittedContent, 'criteriaVersion' | 'tests' | 'stage' | 'terms'> & {
    criteriaVersion: number | null
    tests: TestResult[]
    stage: AcceptanceStage
    terms: SubmissionTerms | null
  },
): SubmittedContent {
  const { criteriaVersion, tests, stage, terms, ...always } = content
  return {
    ...always,
    ...(criteriaVersion !== null && { criteriaVersion }),
    ...(tests.length > 0 && { tests }),
    ...(terms !== null && { stage, terms }),
  }
}

/** What a decision binds to: exactly this version of this deliverable, with its files, criteria and releases. */
export function submissionDigest(content: SubmittedContent): string {
  return digestOf(content)
}
