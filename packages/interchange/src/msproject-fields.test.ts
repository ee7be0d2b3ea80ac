import { dateOfDayNumber, dayNumber } from '@countersign/domain/calendar-day'
import { dayShapesOf } from '@countersign/domain/schedule/day-shapes'
import { describe, expect, test } from 'vitest'
import { bytes, lasting, ordinaryHeader, project, task, tasks } from './msproject-examples'
import { readMsProjectXml } from './msproject-xml'

async function planOf(xml: string) {
  const result = await readMsProjectXml(bytes(xml))
  if (!result.ok) throw new Error(`${result.why} in line ${result.line}`)
  return result.plan
}

const span = (from: string, to: string) =>
  `<TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>`
const times = (...pairs: [string, string][]) =>
  `<DayWorking>1</DayWorking><WorkingTimes>${pairs
    .map(
      ([from, to]) => `<WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime>`,
    )
    .join('')}</WorkingTimes>`
const weekday = (type: number, inside: string) => `<WeekDay><DayType>${type}</DayType>${inside}</WeekDay>`
const exception = (inside: string, from = '2026-01-01', to = '2030-12-31') =>
  `<Exception>${span(from, to)}<Name>Day</Name>${inside}<DayWorking>0</DayWorking></Exception>`
const calendar = (inside: string, more = '') =>
  `<Calendar><UID>7</UID><Name>Own</Name><IsBaseCalendar>1</IsBaseCalendar>${more}${inside}</Calendar>`
const withCalendar = (...all: string[]) =>
  project(
    `<Calendars>${all.join('')}</Calendars><Tasks>${task(1, lasting)}</Tasks>`,
    `${ordinaryHeader}<CalendarUID>7</CalendarUID>`,
  )

describe('the calendars of a file', () => {
  test('have their days, and the standard days where they say nothing', async () => {
    const plan = await planOf(
      withCalendar(
        calendar(
          `<WeekDays>${weekday(2, times(['22:00', '00:00']))}${weekday(3, '<DayWorking>0</DayWorking>')}</WeekDays>`,
        ),
      ),
    )
    expect(plan.calendarUid).toBe(7)
    expect(plan.calendars[0]!.week.slice(0, 4)).toEqual([
      [],
      [{ fromMinute: 1320, toMinute: 1440 }],
      [],
      [
        { fromMinute: 480, toMinute: 720 },
        { fromMinute: 780, toMinute: 1020 },
      ],
    ])
  })

  test('let a night shift go on after midnight, Saturday’s on Sunday', async () => {
    const plan = await planOf(
      withCalendar(
        calendar(
          `<WeekDays>${weekday(2, times(['22:00', '06:00']))}${weekday(3, times(['14:00', '15:00']))}${weekday(7, times(['23:00', '01:00']))}</WeekDays>`,
        ),
      ),
    )
    const [sunday, monday, tuesday] = plan.calendars[0]!.week
    expect(sunday).toEqual([{ fromMinute: 0, toMinute: 60 }])
    expect(monday).toEqual([{ fromMinute: 1320, toMinute: 1440 }])
    expect(tuesday).toEqual([
      { fromMinute: 0, toMinute: 360 },
      { fromMinute: 840, toMinute: 900 },
    ])
  })

  test('take unsaid days from what they are derived from, and stand alone where that is missing', async () => {
    const derived = (base: number) =>
      `<Calendar><UID>8</UID><Name>Ann</Name><BaseCalendarUID>${base}</BaseCalendarUID><WeekDays>${weekday(6, '<DayWorking>0</DayWorking>')}</WeekDays></Calendar>`
    const [, ann] = (await planOf(withCalendar(calendar(''), derived(7)))).calendars
    expect(ann).toMatchObject({ derivedFrom: 7, week: [null, null, null, null, null, [], null] })
    const [, alone] = (await planOf(withCalendar(calendar(''), derived(99)))).calendars
    expect(alone!.derivedFrom).toBeNull()
    expect(alone!.week.filter((day) => day?.length === 2)).toHaveLength(4)
  })

  test('have each exception once, although Project writes it twice', async () => {
    const plan = await planOf(
      withCalendar(
        calendar(
          `<WeekDays>${weekday(0, `<DayWorking>0</DayWorking>${span('2026-03-09', '2026-03-10')}`)}${weekday(0, `<DayWorking>0</DayWorking>${span('2026-05-01', '2026-05-01')}`)}</WeekDays>
          <Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences>${span('2026-03-09', '2026-03-10')}<Occurrences>2</Occurrences><Name>Fair</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>`,
        ),
      ),
    )
    const single = { intervals: [], recurrence: null, occurrences: null }
    expect(plan.calendars[0]!.exceptions).toEqual([
      { name: 'Fair', fromOn: '2026-03-09', toOn: '2026-03-10', ...single },
      { name: '', fromOn: '2026-05-01', toOn: '2026-05-01', ...single },
    ])
  })

  test.each([
    ['<Type>1</Type><Period>3</Period>', { kind: 'daily', every: 3 }],
    ['<Type>7</Type>', null],
    [
      '<Type>6</Type><Period>2</Period><DaysOfWeek>34</DaysOfWeek>',
      { kind: 'weekly', every: 2, weekdays: [1, 5] },
    ],
    ['<Type>8</Type>', { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5] }],
    [
      '<Type>4</Type><Period>3</Period><MonthDay>15</MonthDay>',
      { kind: 'monthly-by-day', every: 3, day: 15 },
    ],
    [
      '<Type>5</Type><Period>1</Period><MonthItem>4</MonthItem><MonthPosition>4</MonthPosition>',
      { kind: 'monthly-by-weekday', every: 1, nth: 'last', weekday: 1 },
    ],
    ['<Type>2</Type><Month>11</Month><MonthDay>25</MonthDay>', { kind: 'yearly-by-day', month: 12, day: 25 }],
    [
      '<Type>3</Type><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition><Month>10</Month>',
      { kind: 'yearly-by-weekday', month: 11, nth: 4, weekday: 4 },
    ],
  ])('recur as in %s', async (inside, recurrence) => {
    const plan = await planOf(withCalendar(calendar(`<Exceptions>${exception(inside)}</Exceptions>`)))
    expect(plan.calendars[0]!.exceptions).toMatchObject([
      { fromOn: '2026-01-01', toOn: '2030-12-31', recurrence, occurrences: null },
    ])
  })

  // Spans and counts as Microsoft Project 2010 wrote them: the last of so many days is the last day of the span.
  test.each([
    ['<Type>1</Type><Period>7</Period>', '2000-04-01', '2000-05-06', 6],
    ['<Type>6</Type><Period>5</Period><DaysOfWeek>32</DaysOfWeek>', '2001-01-01', '2001-08-03', 7],
    ['<Type>6</Type><Period>7</Period><DaysOfWeek>1</DaysOfWeek>', '2001-01-01', '2002-03-17', 9],
    [
      '<Type>5</Type><Period>6</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>',
      '2002-01-01',
      '2005-01-28',
      7,
    ],
    ['<Type>4</Type><Period>5</Period><MonthDay>4</MonthDay>', '2003-01-01', '2005-02-04', 6],
    [
      '<Type>3</Type><MonthItem>7</MonthItem><MonthPosition>2</MonthPosition><Month>4</Month>',
      '2004-01-01',
      '2009-05-21',
      6,
    ],
    ['<Type>2</Type><Month>3</Month><MonthDay>3</MonthDay>', '2005-01-01', '2009-04-03', 5],
  ])('fall on the days that Project counted: %s', async (inside, from, to, occurrences) => {
    const counted = `<EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>${occurrences}</Occurrences>${inside}`
    const [own] = (
      await planOf(withCalendar(calendar(`<Exceptions>${exception(counted, from, to)}</Exceptions>`)))
    ).calendars
    const everyDay = Array.from({ length: 7 }, () => [{ fromMinute: 480, toMinute: 1020 }])
    const days = dayShapesOf({ ...own!, week: everyDay }, new Map()).over({
      from: dayNumber(from),
      to: dayNumber(to) + 800,
    })
    const off = days.flatMap((shape, at) => (shape.length === 0 ? dateOfDayNumber(dayNumber(from) + at) : []))
    expect(off).toHaveLength(occurrences)
    expect(off.at(-1)).toBe(to)
  })

  test('recur as often as the file says where it says so', async () => {
    const plan = await planOf(
      withCalendar(
        calendar(
          `<Exceptions>${exception('<EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>5</Occurrences><Type>6</Type><DaysOfWeek>2</DaysOfWeek>')}</Exceptions>`,
        ),
      ),
    )
    expect(plan.calendars[0]!.exceptions).toMatchObject([{ occurrences: 5 }])
  })

  test('have kinds of recurrence that a plan has not written out as dates', async () => {
    const lastWorkday =
      '<Type>5</Type><Period>6</Period><MonthItem>1</MonthItem><MonthPosition>4</MonthPosition>'
    const plan = await planOf(
      withCalendar(
        calendar(`<Exceptions>${exception(lastWorkday, '2026-01-01', '2027-02-28')}</Exceptions>`),
      ),
    )
    // 31 January 2026 is a Saturday, 31 July 2026 a Friday, 31 January 2027 a Sunday.
    expect(plan.calendars[0]!.exceptions.map(({ fromOn }) => fromOn)).toEqual([
      '2026-01-30',
      '2026-07-31',
      '2027-01-29',
    ])
  })

  test('have work weeks, whose unsaid days are those of the week', async () => {
    const plan = await planOf(
      withCalendar(
        calendar(
          `<WorkWeeks><WorkWeek>${span('2026-07-01', '2026-08-31')}<Name>Summer</Name><WeekDays>${weekday(6, times(['08:00', '12:00']))}</WeekDays></WorkWeek></WorkWeeks>`,
        ),
      ),
    )
    expect(plan.calendars[0]!.workWeeks).toEqual([
      {
        name: 'Summer',
        fromOn: '2026-07-01',
        toOn: '2026-08-31',
        week: [null, null, null, null, null, [{ fromMinute: 480, toMinute: 720 }], null],
      },
    ])
  })
})

describe('the tasks of a file', () => {
  test('have what they are told, in minutes and their tenths', async () => {
    const [one] = (
      await planOf(
        tasks(
          task(
            1,
            `<Type>2</Type><WBS>A.1</WBS><Priority>900</Priority><Duration>PT55H39M6S</Duration><DurationFormat>41</DurationFormat><Estimated>1</Estimated>
            <EffortDriven>1</EffortDriven><Active>0</Active><ConstraintType>7</ConstraintType>
            <ConstraintDate>2026-04-01T17:00:00</ConstraintDate><Deadline>2026-04-03T17:00:00</Deadline>
            <LevelingDelay>4800</LevelingDelay><LevelingDelayFormat>8</LevelingDelayFormat>
            <IgnoreResourceCalendar>1</IgnoreResourceCalendar><PercentComplete>50</PercentComplete>
            <ActualStart>2026-03-03T08:00:00</ActualStart><ActualDuration>PT10H0M0S</ActualDuration>
            <RemainingDuration>PT45H39M6S</RemainingDuration><Stop>2026-03-04T10:00:00</Stop>
            <Resume>2026-03-09T08:00:00</Resume><Notes>Mind the step</Notes>
            <Baseline><Number>2</Number><Start>2026-03-02T08:00:00</Start><Work>PT100H0M0S</Work></Baseline>`,
          ),
        ),
      )
    ).tasks
    expect(one).toEqual({
      uid: 1,
      wbs: 'A.1',
      name: 'Task 1',
      outlineLevel: 1,
      isSummary: false,
      isMilestone: false,
      durationMinutes: 3339.1,
      isElapsed: false,
      isEstimated: true,
      durationUnit: 'weeks',
      isActive: false,
      manual: null,
      type: 'fixed-work',
      isEffortDriven: true,
      constraint: { type: 'FNLT', at: '2026-04-01T17:00' },
      deadline: '2026-04-03T17:00',
      calendarUid: null,
      ignoresResourceCalendars: true,
      levellingDelayMinutes: 480,
      splits: [],
      percentComplete: 50,
      actualStart: '2026-03-03T08:00',
      actualFinish: null,
      remainingMinutes: 2739.1,
      stoppedAt: '2026-03-04T10:00',
      resumesAt: '2026-03-09T08:00',
      priority: 900,
      baselines: [
        { number: 2, start: '2026-03-02T08:00', finish: null, durationMinutes: null, workMinutes: 6000 },
      ],
      note: 'Mind the step',
    })
  })

  test('are where a person put them, or where the other project did', async () => {
    const dates = '<Start>2026-03-09T08:00:00</Start><Finish>2026-03-10T17:00:00</Finish>'
    const plan = await planOf(
      tasks(
        task(
          1,
          `<Manual>1</Manual>${dates}<Duration>PT8H0M0S</Duration><ManualStart>2026-03-05T08:00:00</ManualStart><ManualDuration>PT16H0M0S</ManualDuration>`,
        ),
        task(2, `<Manual>1</Manual>${dates}${lasting}`),
        task(3, `<ExternalTask>1</ExternalTask>${dates}${lasting}`),
        task(
          4,
          `${dates}${lasting}<PredecessorLink><PredecessorUID>3</PredecessorUID><CrossProject>1</CrossProject></PredecessorLink>`,
        ),
      ),
    )
    expect(plan.tasks.map(({ manual, durationMinutes }) => ({ manual, durationMinutes }))).toEqual([
      { manual: { start: '2026-03-05T08:00', finish: null }, durationMinutes: 960 },
      { manual: { start: '2026-03-09T08:00', finish: '2026-03-10T17:00' }, durationMinutes: 480 },
      { manual: { start: '2026-03-09T08:00', finish: '2026-03-10T17:00' }, durationMinutes: 480 },
      { manual: null, durationMinutes: 480 },
    ])
    expect(plan.links).toMatchObject([{ fromUid: 3, toUid: 4 }])
  })

  test('say what is left only where per cent complete does not', async () => {
    const left = (percent: number, more: string) =>
      `${lasting}<PercentComplete>${percent}</PercentComplete>${more}`
    const plan = await planOf(
      tasks(
        task(1, left(0, '<RemainingDuration>PT8H0M0S</RemainingDuration>')),
        task(2, left(25, '<RemainingDuration>PT6H0M0S</RemainingDuration>')),
        task(3, left(25, '<RemainingDuration>PT5H0M0S</RemainingDuration>')),
        task(4, left(25, '<ActualDuration>PT1H0M0S</ActualDuration>')),
        task(5, left(100, '')),
      ),
    )
    expect(plan.tasks.map(({ remainingMinutes }) => remainingMinutes)).toEqual([null, null, 300, 420, null])
  })
})

describe('the work in a file', () => {
  const assigned = (assignment: string, more = '', taskInside = lasting) =>
    project(
      `<Tasks>${task(1, taskInside)}</Tasks><Resources>
      <Resource><UID>0</UID></Resource>
      <Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><MaxUnits>0.33</MaxUnits><CalendarUID>-1</CalendarUID></Resource>
      <Resource><UID>2</UID><Name>Paint</Name><Type>0</Type></Resource>
      <Resource><UID>3</UID><Name>Travel</Name><Type>0</Type><IsCostResource>1</IsCostResource></Resource></Resources>
      <Assignments>${assignment}${more}</Assignments>`,
    )
  const day = (type: number, from: string, to: string, hours: number) =>
    `<TimephasedData><Type>${type}</Type><UID>5</UID><Start>${from}:00</Start><Finish>${to}:00</Finish><Unit>2</Unit><Value>PT${hours}H0M0S</Value></TimephasedData>`

  test('is of people, material and costs', async () => {
    const plan = await planOf(
      assigned(
        `<Assignment><UID>5</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units><Work>PT8H0M0S</Work>
        <ActualWork>PT2H0M0S</ActualWork><Delay>4800</Delay><LevelingDelay>14400</LevelingDelay><WorkContour>6</WorkContour></Assignment>`,
        `<Assignment><UID>6</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>
        <Assignment><UID>5</UID><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID></Assignment>`,
      ),
    )
    expect(plan.resources).toEqual([
      { uid: 1, name: 'Ann', kind: 'work', calendarUid: null, maxUnitsPercent: 33 },
      { uid: 2, name: 'Paint', kind: 'material', calendarUid: null, maxUnitsPercent: 100 },
      { uid: 3, name: 'Travel', kind: 'cost', calendarUid: null, maxUnitsPercent: 100 },
    ])
    expect(plan.assignments[0]).toEqual({
      uid: 5,
      taskUid: 1,
      resourceUid: 1,
      unitsPercent: 50,
      workMinutes: 480,
      actualWorkMinutes: 120,
      remainingWorkMinutes: 360,
      delayMinutes: 480,
      levellingDelayMinutes: 1440,
      contour: 'bell',
      spread: null,
    })
    expect(plan.assignments.map(({ uid }) => uid)).toEqual([5, 6])
  })

  test('may have a moment as Project itself once wrote it', async () => {
    const work = day(1, '2026-03-02T08:00', '2026-03-02T17:-0', 8)
    const plan = await planOf(
      assigned(
        `<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><WorkContour>8</WorkContour>${work}</Assignment>`,
      ),
    )
    expect(plan.assignments[0]!.spread?.[0]?.finish).toBe('2026-03-02T17:00')
  })

  test('shows the pauses of a task, weekends not among them', async () => {
    const work =
      day(2, '2026-03-05T08:00', '2026-03-06T08:00', 8) +
      day(1, '2026-03-06T08:00', '2026-03-07T08:00', 8) +
      day(1, '2026-03-07T08:00', '2026-03-08T08:00', 0) +
      day(1, '2026-03-09T08:00', '2026-03-10T08:00', 8) +
      day(1, '2026-03-12T08:00', '2026-03-12T12:00', 4)
    for (const resource of [1, -65535]) {
      const plan = await planOf(
        assigned(
          `<Assignment><UID>5</UID><TaskUID>1</TaskUID><ResourceUID>${resource}</ResourceUID><Work>PT28H0M0S</Work>${work}</Assignment>`,
        ),
      )
      expect(plan.tasks[0]!.splits).toEqual([{ afterMinutes: 1440, gapMinutes: 960 }])
    }
  })

  test('shows no pause where progress stopped and goes on', async () => {
    const work =
      day(2, '2026-03-02T08:00', '2026-03-03T08:00', 8) + day(1, '2026-03-05T08:00', '2026-03-06T08:00', 8)
    const plan = await planOf(
      assigned(
        `<Assignment><UID>5</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>${work}</Assignment>`,
        '',
        '<Duration>PT16H0M0S</Duration><Stop>2026-03-02T17:00:00</Stop><Resume>2026-03-05T08:00:00</Resume>',
      ),
    )
    expect(plan.tasks[0]).toMatchObject({ splits: [], stoppedAt: '2026-03-02T17:00' })
  })

  test('lies by date where a contour was drawn', async () => {
    const work =
      day(1, '2026-03-02T08:00', '2026-03-03T08:00', 8) + day(1, '2026-03-03T08:00', '2026-03-04T08:00', 2)
    const plan = await planOf(
      assigned(
        `<Assignment><UID>5</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><WorkContour>8</WorkContour>${work}</Assignment>`,
      ),
    )
    expect(plan.assignments[0]).toMatchObject({
      contour: 'contoured',
      spread: [
        { start: '2026-03-02T08:00', finish: '2026-03-03T08:00', workMinutes: 480 },
        { start: '2026-03-03T08:00', finish: '2026-03-04T08:00', workMinutes: 120 },
      ],
    })
    expect(plan.tasks[0]!.splits).toEqual([])
  })
})

describe('the head of a file', () => {
  test('says how the plan counts and from where it is scheduled', async () => {
    const plan = await planOf(
      project(
        `<Tasks>${task(1, lasting)}</Tasks>`,
        `<ScheduleFromStart>0</ScheduleFromStart><StartDate>2026-03-02T08:00:00</StartDate><FinishDate>2026-09-30T17:00:00</FinishDate>
        <CriticalSlackLimit>2</CriticalSlackLimit><MinutesPerDay>450</MinutesPerDay><MinutesPerWeek>2250</MinutesPerWeek>
        <DaysPerMonth>21</DaysPerMonth><MultipleCriticalPaths>1</MultipleCriticalPaths><SplitsInProgressTasks>1</SplitsInProgressTasks>
        <StatusDate>2026-03-31T17:00:00</StatusDate>`,
      ),
    )
    expect(plan).toMatchObject({
      startsAt: '2026-03-02T08:00',
      finishesAt: '2026-09-30T17:00',
      statusAt: '2026-03-31T17:00',
      minutesPerDay: 450,
      minutesPerWeek: 2250,
      daysPerMonth: 21,
      criticalFloatMinutes: 900,
      hasSeveralCriticalPaths: true,
      splitsInProgress: true,
      calendarUid: 1,
    })
  })
})
