import type { Criterion } from './acceptance'

export type StepResult = 'passed' | 'failed' | 'blocked'
export type TestStep = { action: string; expected: string }

/** A test case as a round froze it; it shows that the criterion at this position is met. */
export type TestCase = {
  id: string
  position: number
  criterionPosition: number
  title: string
  preparation: string
  steps: TestStep[]
}

/** What a submission keeps of a test case: its latest run on that version. */
export type TestResult = {
  caseId: string
  title: string
  criterionPosition: number
  /** `null` where nobody ran it. */
  outcome: StepResult | null
  runBy: string | null
  runAt: string | null
  /** Defects of this case by number, and whether a later run that passed closed them. */
  defects: { number: number; description: string; isClosed: boolean }[]
}

/** A case fails with its first failed step; else it is blocked by a blocked one; else it passed. */
export function outcomeOf(steps: readonly { result: StepResult }[]): StepResult {
  if (steps.some(({ result }) => result === 'failed')) return 'failed'
  return steps.some(({ result }) => result === 'blocked') ? 'blocked' : 'passed'
}

export type TestCaseFlaw = 'no-steps' | 'no-such-criterion'

/** A test case has steps and belongs to a criterion of its deliverable. */
export function whyNotATestCase(
  testCase: Pick<TestCase, 'criterionPosition' | 'steps'>,
  criteria: readonly Pick<Criterion, 'position'>[],
): TestCaseFlaw | null {
  if (testCase.steps.length === 0) return 'no-steps'
  return criteria.some(({ position }) => position === testCase.criterionPosition) ? null : 'no-such-criterion'
}

export type RunFlaw = 'step-without-result' | 'failure-without-description'

/** A run says of each step what came of it, and of each failed one what was seen. */
export function whyNotARun(
  run: { steps: { result: StepResult; comment: string }[] },
  testCase: Pick<TestCase, 'steps'>,
): RunFlaw | null {
  if (run.steps.length !== testCase.steps.length) return 'step-without-result'
  const isUndescribed = run.steps.some(({ result, comment }) => result === 'failed' && comment.trim() === '')
  return isUndescribed ? 'failure-without-description' : null
}
