import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { describe, expect, test } from 'vitest'
import { readMsProjectXml } from './msproject-xml'

const HEADER = `<Name>House.xml</Name><StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay>`

async function* bytes(text: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const whole = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let from = 0; from < whole.length; from += size) yield whole.subarray(from, from + size)
}

function project(inside: string, header = HEADER): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project">
${header}
${inside}
</Project>`
}

function task(uid: number, inside: string, name = `Task ${uid}`): string {
  return `<Task><UID>${uid}</UID><Name>${name}</Name><OutlineLevel>1</OutlineLevel>${inside}</Task>`
}

const lasting = '<Duration>PT8H0M0S</Duration>'
const tasks = (...all: string[]) => project(`<Tasks>\n${all.join('\n')}\n</Tasks>`)

async function read(xml: string) {
  const result = await readMsProjectXml(bytes(xml))
  if (!result.ok) throw new Error(`${result.why} in line ${result.line}`)
  return result
}

const refusal = async (xml: string | Uint8Array, size?: number) => readMsProjectXml(bytes(xml, size))

describe('a file of Microsoft Project', () => {
  test('becomes a plan, whatever the size of the pieces it arrives in', async () => {
    const xml =
      project(`<Calendars><Calendar><UID>1</UID><Name>Büro</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>
      </Calendars><Tasks>
      <Task><UID>0</UID><Name>A house</Name><OutlineLevel>0</OutlineLevel></Task>
      <Task><UID>1</UID><Name>Walls &amp; “roof” 🏠</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
      <Task><UID>2</UID><Name>Walls</Name><OutlineLevel>2</OutlineLevel>${lasting}
        <Baseline><UID>99</UID><Duration>PT1H0M0S</Duration></Baseline>
        <PercentComplete>40</PercentComplete><Notes>First line</Notes></Task>
      <Task><IsNull>1</IsNull></Task>
      <Task><UID>3</UID><Name>Roof</Name><OutlineLevel>2</OutlineLevel><Duration>PT0H0M0S</Duration>
        <ConstraintType>4</ConstraintType><ConstraintDate>2026-03-05T08:00:00</ConstraintDate>
        <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag></PredecessorLink></Task>
      </Tasks>`)
    const whole = await readMsProjectXml(bytes(xml, 1_000_000))
    expect(await readMsProjectXml(bytes(xml, 1))).toEqual(whole)
    expect(whole).toMatchObject({
      ok: true,
      title: 'A house',
      counts: { tasks: 3, summaries: 1, milestones: 1, links: 1, calendars: 1 },
      plan: {
        startsAt: '2026-03-02T08:00',
        tasks: [
          { uid: 1, name: 'Walls & “roof” 🏠', outlineLevel: 1, isSummary: true },
          { uid: 2, durationMinutes: 480, percentComplete: 40, note: 'First line' },
          { uid: 3, isMilestone: true, notBefore: '2026-03-05T08:00' },
        ],
        links: [{ fromUid: 2, toUid: 3, type: 'FS', lag: 480, lagUnit: 'working' }],
      },
    })
  })

  test('may be UTF-16, with a byte order mark or without', async () => {
    const xml = tasks(task(1, lasting, 'Größe 🏠')).replace('UTF-8', 'UTF-16')
    const little = Uint8Array.from(Buffer.from(`\ufeff${xml}`, 'utf16le'))
    const big = Uint8Array.from(Buffer.from(`\ufeff${xml}`, 'utf16le').swap16())
    for (const encoded of [little, big, little.subarray(2), new TextEncoder().encode(`\ufeff${xml}`)]) {
      const result = await readMsProjectXml(bytes(encoded, 7))
      expect(result.ok && result.plan.tasks[0]!.name).toBe('Größe 🏠')
    }
  })

  test('gives lags in minutes, on the wall or in per cent, and elapsed durations a calendar without nights', async () => {
    const linked = (uid: number, format: number, lag: number) =>
      task(
        uid,
        `${lasting}<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type><LinkLag>${lag}</LinkLag>
        <LagFormat>${format}</LagFormat></PredecessorLink>`,
      )
    const { plan, notUnderstood } = await read(
      tasks(
        task(1, '<Duration>PT24H0M0S</Duration><DurationFormat>8</DurationFormat>'),
        linked(2, 7, -4800),
        linked(3, 8, 14400),
        linked(4, 19, 50),
        linked(5, 20, 50),
      ),
    )
    expect(plan.links.map(({ type, lag, lagUnit }) => `${type} ${lag} ${lagUnit}`)).toEqual([
      'SS -480 working',
      'SS 1440 elapsed',
      'SS 50 percent',
      'SS 720 elapsed',
    ])
    expect(notUnderstood.map(({ code }) => code)).toEqual(['elapsed-percent-lag-fixed'])
    const schedule = schedulePlan(plan)
    expect(schedule.ok && schedule.tasks[0]).toMatchObject({
      start: '2026-03-02T08:00',
      finish: '2026-03-03T08:00',
    })
  })

  test('has its calendars’ days, exceptions and yearly holidays', async () => {
    const { plan } = await read(
      project(
        `<Calendars><Calendar><UID>7</UID><Name>Nights</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>
        <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>
          <FromTime>22:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>
        <WeekDay><DayType>3</DayType><DayWorking>0</DayWorking></WeekDay>
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
          <FromDate>2026-03-09T00:00:00</FromDate><ToDate>2026-03-10T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>
        <Exceptions><Exception><TimePeriod><FromDate>2026-03-09T00:00:00</FromDate><ToDate>2026-03-10T23:59:00</ToDate>
          </TimePeriod><Name>Fair</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>
        <Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2028-12-31T23:59:00</ToDate></TimePeriod>
          <Name>Christmas</Name><Type>2</Type><Month>11</Month><MonthDay>25</MonthDay><DayWorking>0</DayWorking></Exception>
        </Exceptions></Calendar>
        <Calendar><UID>8</UID><Name>Ann</Name><BaseCalendarUID>7</BaseCalendarUID></Calendar></Calendars>
        <Tasks>${task(1, lasting)}</Tasks>`,
        `${HEADER}<CalendarUID>7</CalendarUID>`,
      ),
    )
    const [nights] = plan.calendars
    expect(plan.calendars).toHaveLength(1)
    expect(nights!.week.slice(0, 3)).toEqual([[], [{ fromMinute: 1320, toMinute: 1440 }], []])
    expect(nights!.exceptions.map(({ name, fromOn, toOn }) => `${name} ${fromOn} ${toOn}`)).toEqual([
      'Fair 2026-03-09 2026-03-10',
      'Christmas 2026-12-25 2026-12-25',
      'Christmas 2027-12-25 2027-12-25',
      'Christmas 2028-12-25 2028-12-25',
    ])
  })

  test('has what was not understood listed by line', async () => {
    const { notUnderstood, plan } = await read(
      tasks(
        task(
          1,
          `${lasting}<ConstraintType>2</ConstraintType><ConstraintDate>2026-03-09T08:00:00</ConstraintDate>`,
        ),
        task(2, `${lasting}<Manual>1</Manual><Deadline>2026-04-01T17:00:00</Deadline>`),
        task(3, `${lasting}<Active>0</Active>`),
        task(4, `${lasting}<PredecessorLink><PredecessorUID>3</PredecessorUID></PredecessorLink>`),
        task(5, `${lasting}<CalendarUID>77</CalendarUID><ActualStart>2026-03-02T08:00:00</ActualStart>`),
        task(6, ''),
      ),
    )
    expect(notUnderstood.map(({ line, what, code, detail }) => [line, what, code, detail])).toEqual([
      [5, 'Task 1', 'constraint-ignored', 'MSO 2026-03-09T08:00:00'],
      [6, 'Task 2', 'manual-task', null],
      [6, 'Task 2', 'deadline-ignored', '2026-04-01T17:00:00'],
      [7, 'Task 3', 'inactive-task', null],
      [8, 'Task 4', 'link-to-missing-task', '3'],
      [9, 'Task 5', 'actual-dates-ignored', '2026-03-02T08:00:00'],
      [9, 'Task 5', 'calendar-missing', null],
      [10, 'Task 6', 'duration-missing', null],
    ])
    expect(plan.tasks.map(({ uid }) => uid)).toEqual([1, 2, 4, 5, 6])
    expect(plan.links).toEqual([])
  })

  test('makes no endless list of what was not understood', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => task(at + 1, `${lasting}<Manual>1</Manual>`))
    const { notUnderstood } = await read(tasks(...many))
    expect(notUnderstood).toHaveLength(200)
    expect(notUnderstood.reduce((sum, { count }) => sum + count, 0)).toBe(1000)
  })

  test('reports how far it was read', async () => {
    const seen: number[] = []
    const xml = tasks(task(1, lasting))
    await readMsProjectXml(bytes(xml, 100), { onProgress: (bytesRead) => seen.push(bytesRead) })
    expect(seen.at(-1)).toBe(new TextEncoder().encode(xml).length)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})

describe('a file is refused', () => {
  const good = tasks(task(1, lasting), task(2, lasting))

  test('when it is a ZIP, an image or nothing', async () => {
    expect(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 1)).toEqual({
      ok: false,
      why: 'zip-not-xml',
    })
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10))).toEqual({
      ok: false,
      why: 'not-xml',
    })
    expect(await refusal('')).toEqual({ ok: false, why: 'not-xml' })
    expect(await refusal('<a')).toEqual({ ok: false, why: 'not-xml' })
    expect(await refusal('Name,Start,Finish\nWalls,1,2\n')).toMatchObject({ why: 'not-xml' })
    expect(await refusal(good.replace('</Name>', '</Nome>'))).toMatchObject({ why: 'not-xml', line: 3 })
    expect(await refusal(good.replace('Task 1', '&hello;'))).toMatchObject({ why: 'not-xml', line: 5 })
  })

  test('when it has a DOCTYPE, before a single entity is expanded', async () => {
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]>`
    expect(await refusal(`${laughs}<Project><Name>&lol2;</Name></Project>`)).toEqual({
      ok: false,
      why: 'doctype',
      line: 2,
    })
    expect(await refusal('<!DOCTYPE html><html></html>')).toMatchObject({ why: 'doctype' })
    const outside = '<!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project/>'
    expect(await refusal(outside)).toMatchObject({ why: 'doctype' })
  })

  test('wherever it breaks off', async () => {
    const whole = new TextEncoder().encode(good)
    const begin = good.indexOf('<Name>')
    for (let length = begin; length < whole.length - 1; length++) {
      expect((await refusal(whole.subarray(0, length), 64)) as object).toMatchObject({
        ok: false,
        why: 'truncated',
      })
    }
  })

  test('within a character, too', async () => {
    const whole = new TextEncoder().encode(tasks(task(1, lasting, 'Größe')))
    const cut = whole.indexOf(0xc3) + 1
    expect(await refusal(whole.subarray(0, cut))).toMatchObject({ why: 'truncated' })
  })

  test('when it is too large, without waiting for the rest', async () => {
    let sent = 0
    let closed = false
    async function* sixtyMegabytes() {
      const encoder = new TextEncoder()
      const assignment = '<Assignment><TaskUID>1</TaskUID><Work>PT8H0M0S</Work></Assignment>\n'
      try {
        yield encoder.encode(
          project('').replace('</Project>', `<Tasks>${task(1, lasting)}</Tasks><Assignments>`),
        )
        for (const chunk = encoder.encode(assignment.repeat(1000)); sent < 60e6; sent += chunk.length)
          yield chunk
      } finally {
        closed = true
      }
    }
    expect(await readMsProjectXml(sixtyMegabytes())).toEqual({ ok: false, why: 'too-large' })
    expect(sent).toBeLessThan(53e6)
    expect(closed).toBe(false)
  })

  test('when one value alone is a megabyte long', async () => {
    expect(await refusal(tasks(task(1, lasting, 'x'.repeat(1_200_000))), 65_536)).toMatchObject({
      why: 'bad-value',
    })
    expect(await refusal(`<?xml version="1.0"?><!--${'x'.repeat(1_200_000)}`)).toMatchObject({
      why: 'not-xml',
    })
  })

  test('when it is somebody else’s XML', async () => {
    expect(await refusal('<?xml version="1.0"?><svg/>')).toMatchObject({ why: 'not-ms-project', line: 1 })
    const build =
      '<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup/></Project>'
    expect(await refusal(build)).toMatchObject({ why: 'not-ms-project' })
    expect(await refusal(`<Project>${'<a>'.repeat(1000)}`)).toMatchObject({ why: 'not-ms-project' })
  })

  test('when it has no tasks, or more than a hundred thousand', async () => {
    expect(await refusal(project(''))).toEqual({ ok: false, why: 'no-tasks' })
    expect(await refusal(tasks('<Task><UID>0</UID><OutlineLevel>0</OutlineLevel></Task>'))).toMatchObject({
      why: 'no-tasks',
    })
    const many = Array.from({ length: 100_001 }, (_, at) => `<Task><UID>${at + 1}</UID>${lasting}</Task>`)
    expect(await refusal(tasks(...many), 65_536)).toMatchObject({ why: 'too-many-tasks', line: 100_005 })
  })

  test.each([
    '<Duration>PT-8H0M0S</Duration>',
    '<Duration>-PT8H0M0S</Duration>',
    '<Duration>PT999999999H0M0S</Duration>',
    '<Duration>PT1e9H</Duration>',
    '<Duration>PT</Duration>',
    '<Duration>8 days</Duration>',
    '<PercentComplete>101</PercentComplete>',
    '<PercentComplete>-1</PercentComplete>',
    '<PercentComplete>half</PercentComplete>',
    '<OutlineLevel>99999999999</OutlineLevel>',
    '<Start>2026-02-31T08:00:00</Start>',
    '<Start>31.02.2026</Start>',
    '<ConstraintType>4</ConstraintType><ConstraintDate>tomorrow</ConstraintDate>',
    '<ConstraintType>4</ConstraintType><ConstraintDate>9999-01-01T08:00:00</ConstraintDate>',
    '<PredecessorLink><PredecessorUID>x</PredecessorUID></PredecessorLink>',
    '<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>99999999999</LinkLag></PredecessorLink>',
    '<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>4</Type></PredecessorLink>',
    '<UID>1</UID>',
    '<UID></UID>',
    '<UID>NaN</UID>',
  ])('for the value in %s, naming its line', async (value) => {
    expect(await refusal(tasks(task(1, lasting), task(2, value)))).toEqual({
      ok: false,
      why: 'bad-value',
      line: 6,
    })
  })

  test('for a start that is no date, or none at all', async () => {
    const at = (header: string) => refusal(project(`<Tasks>${task(1, lasting)}</Tasks>`, header))
    expect(await at('<StartDate>soon</StartDate>')).toEqual({ ok: false, why: 'bad-value', line: 3 })
    expect(await at('<Name>x</Name>')).toMatchObject({ why: 'bad-value' })
  })

  test('in an encoding that it does not say, or that we do not read', async () => {
    const latin = Uint8Array.from(Buffer.from(tasks(task(1, lasting, 'Größe')), 'latin1'))
    expect(await refusal(latin)).toMatchObject({ why: 'wrong-encoding' })
    expect(await refusal(good.replace('UTF-8', 'windows-1252'))).toMatchObject({
      why: 'wrong-encoding',
      line: 1,
    })
  })
})
