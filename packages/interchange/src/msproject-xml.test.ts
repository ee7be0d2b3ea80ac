import { describe, expect, test } from 'vitest'
import { bytes, lasting, project, task, tasks } from './msproject-examples'
import { readMsProjectXml } from './msproject-xml'

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
        <Baseline><Number>1</Number><Duration>PT1H0M0S</Duration></Baseline>
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
      counts: { tasks: 3, summaries: 1, milestones: 1, links: 1, calendars: 2, resources: 0, assignments: 0 },
      plan: {
        startsAt: '2026-03-02T08:00',
        tasks: [
          { uid: 1, name: 'Walls & “roof” 🏠', outlineLevel: 1, isSummary: true },
          { uid: 2, durationMinutes: 480, percentComplete: 40, note: 'First line' },
          { uid: 3, isMilestone: true, constraint: { type: 'SNET', at: '2026-03-05T08:00' } },
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

  test('gives lags in minutes, on the wall or in per cent, and elapsed durations as they are', async () => {
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
      'SS 50 elapsed-percent',
    ])
    expect(notUnderstood).toEqual([])
    expect(plan.tasks[0]).toMatchObject({ durationMinutes: 1440, isElapsed: true, calendarUid: null })
  })

  test('has what was not understood listed by line', async () => {
    const { notUnderstood, plan } = await read(
      tasks(
        task(1, `${lasting}<ConstraintType>2</ConstraintType>`),
        task(2, `${lasting}<PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink>`),
        task(3, `${lasting}<CalendarUID>77</CalendarUID>`),
        task(4, ''),
        task(5, `${lasting}<IsSubproject>1</IsSubproject>`),
        task(6, `${lasting}<LevelingDelay>4800</LevelingDelay><LevelingDelayFormat>7</LevelingDelayFormat>`),
        task(
          7,
          `${lasting}<ExtendedAttribute><FieldID>1</FieldID></ExtendedAttribute><FixedCost>5.5</FixedCost>`,
        ),
      ),
    )
    expect(notUnderstood.map(({ line, what, code, detail }) => [line, what, code, detail])).toEqual([
      [5, 'Task 1', 'constraint-without-date', 'MSO'],
      [6, 'Task 2', 'link-to-missing-task', '9'],
      [7, 'Task 3', 'calendar-missing', null],
      [8, 'Task 4', 'duration-missing', null],
      [9, 'Task 5', 'subproject-ignored', null],
      [10, 'Task 6', 'levelling-delay-as-elapsed', '480'],
      [11, 'ExtendedAttribute', 'custom-fields-ignored', null],
      [11, 'Task 7', 'costs-ignored', null],
    ])
    expect(plan.links).toEqual([])
  })

  test('makes no endless list of what was not understood', async () => {
    const many = Array.from({ length: 1000 }, (_, at) =>
      task(at + 1, `${lasting}<IsSubproject>1</IsSubproject>`),
    )
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
    expect(await readMsProjectXml(sixtyMegabytes(), { maxBytes: 52_428_800 })).toEqual({
      ok: false,
      why: 'too-large',
    })
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
    ['<Duration>PT-8H0M0S</Duration>', 'negative-duration'],
    ['<Duration>-PT8H0M0S</Duration>', 'negative-duration'],
    ['<Duration>PT208000H0M0S</Duration>', 'too-long-duration'],
    ['<Duration>PT876600H0M0S</Duration><DurationFormat>8</DurationFormat>', 'too-long-duration'],
    ['<Duration>PT1e9H</Duration>', 'bad-value'],
    ['<Duration>PT</Duration>', 'bad-value'],
    ['<Duration>8 days</Duration>', 'bad-value'],
    ['<PercentComplete>101</PercentComplete>', 'bad-value'],
    ['<PercentComplete>-1</PercentComplete>', 'bad-value'],
    ['<PercentComplete>12.5</PercentComplete>', 'bad-value'],
    ['<PercentComplete>half</PercentComplete>', 'bad-value'],
    ['<OutlineLevel>99999999999</OutlineLevel>', 'bad-value'],
    ['<Start>2026-02-31T08:00:00</Start>', 'bad-value'],
    ['<Start>31.02.2026</Start>', 'bad-value'],
    ['<Deadline>2200-01-01T08:00:00</Deadline>', 'date-out-of-range'],
    ['<Deadline>1899-12-31T08:00:00</Deadline>', 'date-out-of-range'],
    ['<ConstraintType>4</ConstraintType><ConstraintDate>tomorrow</ConstraintDate>', 'bad-value'],
    [
      '<ConstraintType>4</ConstraintType><ConstraintDate>9999-01-01T08:00:00</ConstraintDate>',
      'date-out-of-range',
    ],
    ['<PredecessorLink><PredecessorUID>x</PredecessorUID></PredecessorLink>', 'bad-value'],
    [
      '<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>99999999999</LinkLag></PredecessorLink>',
      'bad-value',
    ],
    ['<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>4</Type></PredecessorLink>', 'bad-value'],
    ['<Baseline><Number>11</Number></Baseline>', 'bad-value'],
    ['<Priority>1001</Priority>', 'bad-value'],
    ['<UID>1</UID>', 'duplicate-uid'],
    ['<UID></UID>', 'bad-value'],
    ['<UID>NaN</UID>', 'bad-value'],
  ])('for %s: %s, naming its row and line', async (value, why) => {
    expect(await refusal(tasks(task(1, lasting), task(2, value)))).toMatchObject({
      ok: false,
      why,
      line: 6,
      what: 'Task 2',
    })
  })

  test('for a start that is no date, or none at all', async () => {
    const at = (header: string) => refusal(project(`<Tasks>${task(1, lasting)}</Tasks>`, header))
    expect(await at('<StartDate>soon</StartDate>')).toEqual({
      ok: false,
      why: 'bad-value',
      line: 3,
      value: 'soon',
    })
    expect(await at('<Name>x</Name>')).toMatchObject({ why: 'bad-value' })
    expect(
      await at('<StartDate>2026-03-02T08:00:00</StartDate><ScheduleFromStart>0</ScheduleFromStart>'),
    ).toMatchObject({ why: 'bad-value' })
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
