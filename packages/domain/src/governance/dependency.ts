import type { LocalDate } from '../calendar-day'

export const dependencyParties = ['customer', 'third-party'] as const
export type DependencyParty = (typeof dependencyParties)[number]
export const dependencyAnswers = ['done', 'later'] as const

type Answer = { answer: (typeof dependencyAnswers)[number]; promisedOn: LocalDate | null }
export type Dependency = {
  needOn: LocalDate
  closing: 'received' | 'dropped' | null
  /** Whether it was put to the customer, and what the customer answered to the latest request, the last word last. */
  isAsked: boolean
  answers: readonly Answer[]
}

export type DependencyState = 'open' | 'asked' | 'promised' | 'done' | 'received' | 'dropped'

/** What the customer says it did is done; that it is there, and what is needed no more, our side says. */
export function dependencyState({ closing, isAsked, answers }: Dependency): DependencyState {
  if (closing) return closing
  const last = answers.at(-1)
  if (last) return last.answer === 'done' ? 'done' : 'promised'
  return isAsked ? 'asked' : 'open'
}

/** Late is what is still owed after the day by which it is needed: a promise of another day does not change the need. */
export function isLate(dependency: Dependency, today: LocalDate): boolean {
  const state = dependencyState(dependency)
  return (state === 'open' || state === 'asked' || state === 'promised') && dependency.needOn < today
}

/** Whether it will be late by what was promised, although its day has not come. */
export function isPromisedTooLate(dependency: Dependency): boolean {
  const last = dependency.answers.at(-1)
  return (
    dependencyState(dependency) === 'promised' &&
    last?.promisedOn != null &&
    last.promisedOn > dependency.needOn
  )
}

export type AnswerRefusal =
  'only-reads' | 'already-settled' | 'day-missing' | 'day-without-later' | 'day-gone'

/** Whoever contributes or signs answers: "done", or "later" with a day that is still to come. */
export function whyNotAnswered(
  { role, isSettled }: { role: string | null; isSettled: boolean },
  { answer, promisedOn }: Answer,
  today: LocalDate,
): AnswerRefusal | null {
  if (!answersDependencies(role)) return 'only-reads'
  if (isSettled) return 'already-settled'
  if (answer === 'done') return promisedOn === null ? null : 'day-without-later'
  if (promisedOn === null) return 'day-missing'
  return promisedOn < today ? 'day-gone' : null
}

export function answersDependencies(role: string | null): boolean {
  return role === 'signatory' || role === 'contributor'
}
