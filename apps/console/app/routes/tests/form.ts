import { choice, integer, list, longText, shortText, uuid } from '@countersign/http/fields'
import type { TestStep } from '@countersign/domain/testing'
import { z } from 'zod'

const ARROW = '=>'

/** 'Press start => The lamp is green', a step a line; null where a line has no arrow or too long a half. */
export function readSteps(text: string): TestStep[] | null {
  const steps = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [action = '', ...expected] = line.split(ARROW).map((half) => half.trim())
      return { action, expected: expected.join(` ${ARROW} `) }
    })
  return steps.every(({ action, expected }) => action !== '' && expected !== '') ? steps : null
}

export function writtenSteps(steps: readonly TestStep[]): string {
  return steps.map(({ action, expected }) => `${action} ${ARROW} ${expected}`).join('\n')
}

export const casesForm = z.strictObject({
  intent: z.literal('set'),
  cases: list(
    z.strictObject({
      title: shortText(200),
      criterionPosition: integer(1, 1000),
      preparation: longText(2000),
      steps: longText(10_000, 1),
    }),
    200,
  ),
})
export const caseRows = { cases: ['title', 'steps'] }

export const roundForm = z.strictObject({ intent: z.literal('open'), message: longText(4000) })

export const answerForm = z.strictObject({
  intent: z.literal('answer'),
  defectId: uuid(),
  answer: choice(['mended', 'not-a-defect']),
  text: longText(4000, 1),
})
