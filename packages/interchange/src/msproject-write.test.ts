import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { link, plan as planWith, task } from '@countersign/domain/schedule/plan-examples'
import type { Plan } from '@countersign/domain/schedule/plan'
import fc from 'fast-check'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writeMsProjectXml } from './msproject-write'
import { readMsProjectXml } from './msproject-xml'
import { anyPlan } from './plan-arbitrary'
import { readXml } from './xml-stream'

const folder = new URL('../../../../shared/oracles/schedule/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.input.xml')) : []

function written(plan: Plan, title: string) {
  const schedule = schedulePlan(plan)
  if (!schedule.ok) throw new Error(`${schedule.why}: ${schedule.names.join(', ')}`)
  return writeMsProjectXml(plan, schedule, { title })
}

async function readAgain(plan: Plan, title = 'A house & more') {
  const read = await readMsProjectXml(written(plan, title))
  if (!read.ok) throw new Error(`${read.why} in line ${read.line}: ${read.what} ${read.value}`)
  return read
}

async function textOf(plan: Plan): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of written(plan, 'T')) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

describe('a plan written for Microsoft Project', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        fc.pre(schedulePlan(plan).ok)
        const again = await readAgain(plan)
        expect(again.plan).toEqual(plan)
        expect(again.title).toBe('A house & more')
        expect(again.notUnderstood).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('has the dates, the slack and the critical flag of its schedule', async () => {
    const xml = await textOf(planWith([task(1, 480), task(2, 960)], [link(1, 2)]))
    expect(xml).toContain(
      '<EarlyStart>2026-03-03T08:00:00</EarlyStart><EarlyFinish>2026-03-04T17:00:00</EarlyFinish>' +
        '<LateStart>2026-03-03T08:00:00</LateStart><LateFinish>2026-03-04T17:00:00</LateFinish>' +
        '<FreeSlack>0</FreeSlack><TotalSlack>0</TotalSlack>',
    )
    expect(xml).toContain('<Critical>1</Critical>')
    expect(xml).toContain('<FinishDate>2026-03-04T17:00:00</FinishDate>')
  })

  test('gives a plan without a calendar the standard one', async () => {
    const plan = planWith([task(1, 480)], [], { calendarUid: null, calendars: [] })
    const again = await readAgain(plan)
    expect(again.plan).toMatchObject({ calendarUid: 1, calendars: [{ name: 'Standard' }] })
  })

  test('leaves out what XML cannot say, and nothing else', async () => {
    const named = task(1, 480, { name: 'a\u0000b \u{1f3e0} ]]> <b>', note: 'x\u000by' })
    const again = await readAgain(planWith([named]))
    expect(again.plan.tasks[0]).toMatchObject({ name: 'ab \u{1f3e0} ]]> <b>', note: 'xy' })
  })

  test('is refused with a schedule of another plan', async () => {
    const plan = planWith([task(1, 480)])
    const other = schedulePlan(planWith([task(2, 480)]))
    const writing = other.ok ? readMsProjectXml(writeMsProjectXml(plan, other, { title: 'T' })) : null
    await expect(writing).rejects.toThrow(RangeError)
  })
})

/** The order of mspdi_pj12.xsd, with what Project 2010 added. */
const ORDER: Record<string, string> = {
  Project:
    'SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate CurrentDate MicrosoftProjectServerURL Autolink NewTaskStartDate DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync RemoveFileProperties AdminProject OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources Assignments',
  Calendar: 'UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks',
  WeekDay: 'DayType DayWorking TimePeriod WorkingTimes',
  Exception:
    'EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay DayWorking WorkingTimes',
  WorkWeek: 'TimePeriod Name WeekDays',
  TimePeriod: 'FromDate ToDate',
  WorkingTime: 'FromTime ToTime',
  Task: 'UID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration ManualStart ManualFinish ManualDuration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary DisplayAsSummary Critical IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP PhysicalPercentComplete EarnedValueMethod PredecessorLink ActualWorkProtected ActualOvertimeWorkProtected ExtendedAttribute Baseline OutlineCode IsPublished StatusManager CommitmentStart CommitmentFinish CommitmentType TimephasedData',
  PredecessorLink: 'PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat',
  Baseline:
    'TimephasedData Number Interim Start Finish Duration DurationFormat EstimatedDuration Work Cost BCWS BCWP FixedCost',
  Resource:
    'UID ID Name Type IsNull Initials Phonetics NTAccount MaterialLabel Code Group WorkGroup EmailAddress Hyperlink HyperlinkAddress HyperlinkSubAddress MaxUnits PeakUnits OverAllocated AvailableFrom AvailableTo Start Finish CanLevel AccrueAt Work RegularWork OvertimeWork ActualWork RemainingWork ActualOvertimeWork RemainingOvertimeWork PercentWorkComplete StandardRate StandardRateFormat Cost OvertimeRate OvertimeRateFormat OvertimeCost CostPerUse ActualCost ActualOvertimeCost RemainingCost RemainingOvertimeCost WorkVariance CostVariance SV CV ACWP CalendarUID Notes BCWS BCWP IsGeneric IsInactive IsEnterprise BookingType ActualWorkProtected ActualOvertimeWorkProtected ActiveDirectoryGUID CreationDate ExtendedAttribute Baseline OutlineCode IsCostResource AssnOwner AssnOwnerGuid IsBudget AvailabilityPeriods Rates TimephasedData',
  Assignment:
    'UID TaskUID ResourceUID PercentWorkComplete ActualCost ActualFinish ActualOvertimeCost ActualOvertimeWork ActualStart ActualWork ACWP Confirmed Cost CostRateTable CostVariance CV Delay Finish FinishVariance Hyperlink HyperlinkAddress HyperlinkSubAddress WorkVariance HasFixedRateUnits FixedMaterial LevelingDelay LevelingDelayFormat LinkedFields Milestone Notes Overallocated OvertimeCost OvertimeWork PeakUnits RegularWork RemainingCost RemainingOvertimeCost RemainingOvertimeWork RemainingWork ResponsePending Start Stop Resume StartVariance Summary SV Units UpdateNeeded VAC Work WorkContour BCWS BCWP BookingType ActualWorkProtected ActualOvertimeWorkProtected CreationDate AssnOwner AssnOwnerGuid BudgetCost BudgetWork ExtendedAttribute Baseline TimephasedData',
  TimephasedData: 'Type UID Start Finish Unit Value',
}

test('a written file has its elements in the order of Microsoft’s schema', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      fc.pre(schedulePlan(plan).ok)
      const open: { name: string; at: number }[] = []
      await readXml(
        written(plan, 'T'),
        { maxBytes: 10_000_000 },
        {
          open(name, _attributes, _line, depth) {
            open.length = depth - 1
            const above = open.at(-1)
            const order = above && ORDER[above.name]?.split(' ')
            if (order) {
              const at = order.indexOf(name)
              expect(at, `${name} in ${above.name}`).toBeGreaterThanOrEqual(above.at)
              above.at = at
            }
            seen.add(name)
            open.push({ name, at: 0 })
          },
          close: () => undefined,
        },
      )
    }),
    { numRuns: 50 },
  )
  expect([...seen]).toEqual(expect.arrayContaining(Object.keys(ORDER)))
})

describe.skipIf(files.length === 0)('import, export and import again', () => {
  test.each(files)('changes nothing: %s', async (file) => {
    const first = await readMsProjectXml(createReadStream(new URL(file, folder)))
    if (!first.ok) throw new Error(`${file}: ${first.why}`)
    const second = await readAgain(first.plan, first.title)
    expect(second.plan).toEqual(first.plan)
    expect(second.title).toBe(first.title)
  })
})
