import type { Criterion } from '@countersign/domain/acceptance'
import { digestOf } from './digest'

export type SubmittedContent = {
  projectId: string
  deliverableId: string
  version: number
  /** Sizes in bytes, in the order of submission. */
  files: { name: string; sha256: string; size: number }[]
  criteria: Criterion[]
  /** What acceptance releases for billing; amounts in minor units as decimal text. */
  releases: { name: string; amountMinor: string }[]
}

/** What a decision binds to: exactly this version of this deliverable, with its files, criteria and releases. */
export function submissionDigest(content: SubmittedContent): string {
  return digestOf(content)
}
