import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schedulePlan } from '../schedule/schedule-plan'
import { defaultPhases } from './default-phases'
import { planFromTemplate, workdaysAfter, workdaysBetween } from './plan-from-template'
import { shippedTemplates, type Language } from './shipped/shipped-templates'
import { nameOf, tailored, templateParts, whyNotTailored, type TailoringChoice } from './tailor'
import { templateFromPlan } from './template-from-plan'
import type { ProjectTemplate } from './template'

const languages: Language[] = ['en', 'de']
const all = languages.flatMap((language) =>
  shippedTemplates(language).map((each) => [`${each.key} (${language})`, each.content] as const),
)
const startsOn = '2026-03-02'
const choice = (changed: Partial<TailoringChoice>): TailoringChoice => ({
  part: 'task',
  at: 0,
  choice: 'omit',
  adapted: '',
  days: null,
  reason: 'Not needed here',
  ...changed,
})

const datesOf = (template: ProjectTemplate) => {
  const schedule = schedulePlan(planFromTemplate(template, startsOn))
  if (!schedule.ok) throw new Error(`${schedule.why}: ${schedule.names.join()}`)
  return schedule
}

describe.each(all)('the template %s', (_, template) => {
  test('is a plan that can be dated, with phases, deliverables and risks', () => {
    const { tasks, start } = datesOf(template)
    expect(start).toBe(`${startsOn}T08:00`)
    expect(tasks).toHaveLength(template.tasks.length)
    expect(template.phases.length).toBeGreaterThan(2)
    expect(template.deliverables.length).toBeGreaterThan(0)
    expect(template.risks.length).toBeGreaterThan(0)
    for (const { taskUid, criteria } of template.phases) {
      expect(template.tasks.find(({ uid }) => uid === taskUid)?.isSummary).toBe(true)
      expect(criteria.length).toBeGreaterThan(0)
    }
    for (const { dueTaskUid, criteria } of template.deliverables) {
      expect(template.tasks.some(({ uid }) => uid === dueTaskUid)).toBe(true)
      expect(criteria.length).toBeGreaterThan(0)
    }
  })

  test('saved from the plan that it came to is the same template', () => {
    const { phases, deliverables, risks, tasks } = template
    const milestoneKinds = new Map(tasks.map(({ uid, milestoneKind }) => [uid, milestoneKind]))
    const plan = planFromTemplate(template, startsOn)
    expect(templateFromPlan(plan, { phases, deliverables, risks, milestoneKinds })).toEqual(template)
  })

  test('can be dated whatever is left out of it, and nothing begins before what it still waits for', () => {
    const omitted = fc.subarray(template.tasks.map((_task, at) => at))
    fc.assert(
      fc.property(omitted, (out) => {
        const rest = tailored(
          template,
          out.map((at) => choice({ at })),
        )
        const { tasks } = datesOf(rest)
        const dates = new Map(tasks.map((each) => [each.uid, each]))
        for (const { fromUid, toUid } of rest.links)
          expect(dates.get(toUid)!.start >= dates.get(fromUid)!.finish).toBe(true)
        for (const { dueTaskUid } of rest.deliverables)
          expect(dueTaskUid === null || dates.has(dueTaskUid)).toBe(true)
        for (const at of out)
          expect(rest.tasks.some(({ uid }) => uid === template.tasks[at]!.uid)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

describe('both languages', () => {
  test('have the same templates, task by task', () => {
    const shapeOf = (language: Language) =>
      shippedTemplates(language).map(({ key, content }) => ({
        key,
        links: content.links,
        durations: content.tasks.map(({ durationMinutes }) => durationMinutes),
        asked: content.phases.map(({ criteria, evidence }) => [criteria.length, evidence.length]),
      }))
    expect(shapeOf('de')).toEqual(shapeOf('en'))
    expect(defaultPhases('de')).toHaveLength(defaultPhases('en').length)
  })

  test('call everything differently: nothing was left untranslated', () => {
    const namesOf = (language: Language) =>
      shippedTemplates(language).flatMap(({ content }) => [
        ...content.phases.flatMap(({ criteria }) => criteria.map(({ statement }) => statement)),
        ...content.risks.map(({ response }) => response),
      ])
    const [english, german] = [namesOf('en'), namesOf('de')]
    expect(english.filter((each, at) => each === german[at])).toEqual([])
  })
})

describe('tailoring', () => {
  const template = shippedTemplates('en')[0]!.content
  const at = (name: string) => template.tasks.findIndex((task) => task.name === name)

  test('renames what is adapted and changes its duration', () => {
    const days = choice({ at: at('Hypercare'), choice: 'adapt', adapted: 'Care', days: 5 })
    const task = tailored(template, [days]).tasks[at('Hypercare')]!
    expect(task).toMatchObject({ name: 'Care', durationMinutes: 2400 })
  })

  test('lets what waited for a task wait for what it waited for', () => {
    const rest = tailored(template, [choice({ at: at('Fit-gap list') })])
    const uid = (name: string) => rest.tasks.find((task) => task.name === name)!.uid
    expect(rest.links).toContainEqual({
      fromUid: uid('Process workshops'),
      toUid: uid('Solution design'),
      type: 'FS',
      lag: 0,
      lagUnit: 'working',
    })
  })

  test('takes a summary away with all below it, and a phase stays without a place in the plan', () => {
    const rest = tailored(template, [choice({ at: at('Analysis') })])
    expect(rest.tasks.some(({ name }) => name === 'Process workshops')).toBe(false)
    expect(rest.phases[1]).toMatchObject({ name: 'Analysis', taskUid: null })
  })

  test('leaves a template as it is where everything is kept', () => {
    expect(tailored(template, [])).toEqual(template)
    expect(tailored(template, [choice({ choice: 'keep', reason: '' })])).toEqual(template)
  })

  test.each([
    ['no-such-part', choice({ at: 999 })],
    ['reason-missing', choice({ reason: ' ' })],
    ['adaptation-missing', choice({ choice: 'adapt' })],
    [null, choice({})],
    [null, choice({ choice: 'keep', reason: '' })],
  ])('is refused as %s', (why, given) => {
    expect(whyNotTailored(template, given)).toBe(why)
  })

  test('knows each part by its name', () => {
    expect(templateParts.map((part) => nameOf(template, { part, at: 0 }))).toEqual([
      'Initiation',
      'Initiation',
      'Solution design',
      'Master data are worse than thought',
    ])
  })
})

describe('working days', () => {
  test('between a day and the one so many after it are as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 30 }), (count, shift) => {
        const from = workdaysAfter(startsOn, shift)
        expect(workdaysBetween(from, workdaysAfter(from, count))).toBe(count)
      }),
    )
  })
})
