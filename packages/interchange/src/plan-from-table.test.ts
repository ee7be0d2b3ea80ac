import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planFields, type PlanField } from './column-names'
import { csvOf } from './csv'
import { bytes } from './msproject-examples'
import { anyPlan } from './plan-arbitrary'
import { planFromTable } from './plan-from-table'
import { csvCells, planTable } from './plan-table'
import { readTable, type Table, type TableCell } from './table'
import { headerFingerprint, proposeMapping, whyNotMapping, type TableMapping } from './table-mapping'
import { xlsxOf } from './xlsx-write'

const startsAt = '2026-03-02T08:00'

function table(header: string[], ...rows: TableCell[][]): Table {
  return { sheet: null, header, rows: rows.map((cells, at) => ({ row: at + 2, cells })) }
}

function read(given: Table, more: Partial<TableMapping> = {}) {
  return planFromTable(given, { ...proposeMapping(given.header, given.rows), ...more }, { startsAt })
}

function planOf(given: Table, more: Partial<TableMapping> = {}) {
  const result = read(given, more)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.plan
}

function refusalsOf(given: Table) {
  const result = read(given)
  return result.ok ? [] : result.refusals.map(({ row, field, value, why }) => [row, field, value, why])
}

describe('what the columns of a table hold', () => {
  test.each([
    [
      'Microsoft Project',
      [
        'ID',
        'Active',
        'Task Mode',
        'Task Name',
        'Duration',
        'Start',
        'Finish',
        'Predecessors',
        'Outline Level',
        'Resource Names',
        '% Complete',
        'Notes',
      ],
      {
        uid: 0,
        name: 3,
        duration: 4,
        start: 5,
        finish: 6,
        predecessors: 7,
        outlineLevel: 8,
        resources: 9,
        percentComplete: 10,
        note: 11,
      },
    ],
    [
      'Microsoft Project in German',
      [
        'Nr.',
        'Vorgangsname',
        'Dauer',
        'Anfang',
        'Ende',
        'Vorgänger',
        'Gliederungsebene',
        'Ressourcennamen',
        '% Abgeschlossen',
        'Stichtag',
        'Meilenstein',
      ],
      {
        uid: 0,
        name: 1,
        duration: 2,
        start: 3,
        finish: 4,
        predecessors: 5,
        outlineLevel: 6,
        resources: 7,
        percentComplete: 8,
        deadline: 9,
        milestone: 10,
      },
    ],
    [
      'Jira',
      [
        'Summary',
        'Issue key',
        'Issue id',
        'Parent id',
        'Assignee',
        'Due date',
        'Original Estimate',
        'Description',
        'Inward issue link (Blocks)',
      ],
      { name: 0, wbs: 1, uid: 2, parent: 3, resources: 4, finish: 5, duration: 6, note: 7, predecessors: 8 },
    ],
    [
      'Asana',
      [
        'Task ID',
        'Created At',
        'Name',
        'Section/Column',
        'Assignee',
        'Start Date',
        'Due Date',
        'Notes',
        'Parent task',
        'Blocked By (Dependencies)',
      ],
      { uid: 0, name: 2, resources: 4, start: 5, finish: 6, note: 7, parent: 8, predecessors: 9 },
    ],
    [
      'Smartsheet',
      ['Task Name', 'Duration', 'Start', 'Finish', 'Predecessors', 'Assigned To', '% Complete', 'Comments'],
      {
        name: 0,
        duration: 1,
        start: 2,
        finish: 3,
        predecessors: 4,
        resources: 5,
        percentComplete: 6,
        note: 7,
      },
    ],
  ])('is found in an export of %s', (_, header, columns) => {
    const mapping = proposeMapping(header)
    expect(mapping.columns).toEqual(columns)
    expect(whyNotMapping(mapping, header)).toBeNull()
  })

  test('is kept under a fingerprint that blanks and case do not change', () => {
    expect(headerFingerprint(['Task Name', '% complete'])).toBe(
      headerFingerprint(['task_name ', '% Complete']),
    )
    expect(headerFingerprint(['Task Name', 'Start'])).not.toBe(headerFingerprint(['Start', 'Task Name']))
  })

  test('says how its dates are written', () => {
    const order = (header: string[], ...dates: string[]) =>
      proposeMapping(header, table(header, ...dates.map((date) => ['a', date])).rows).dayOrder
    expect(order(['Name', 'Start'], '03/04/2026', '03/14/2026')).toBe('mdy')
    expect(order(['Name', 'Start'], '14/03/2026')).toBe('dmy')
    expect(order(['Name', 'Start'], '03/04/2026')).toBe('mdy')
    expect(order(['Vorgangsname', 'Anfang'], '03/04/2026')).toBe('dmy')
    expect(order(['Name', 'Start'], '03.04.26')).toBe('dmy')
    expect(order(['Name', 'Start'], '2026-04-03')).toBe('ymd')
  })

  test('is refused where a name is missing or a column says two things', () => {
    const mapping = proposeMapping(['Start', 'Finish'])
    expect(whyNotMapping(mapping, ['Start', 'Finish'])).toBe('no-name')
    const named = { ...mapping, columns: { name: 0, start: 0 } }
    expect(whyNotMapping(named, ['Start', 'Finish'])).toBe('same-column-twice')
    expect(whyNotMapping({ ...mapping, columns: { name: 5 } }, ['Start'])).toBe('no-such-column')
  })
})

describe('a plan from a table', () => {
  test('is what Microsoft Project wrote', () => {
    const plan = planOf(
      table(
        [
          'ID',
          'Task Name',
          'Duration',
          'Start',
          'Predecessors',
          'Outline Level',
          'Resource Names',
          '% Complete',
          'Milestone',
          'Deadline',
          'Notes',
        ],
        ['1', 'House', '6 days', 'Mon 3/9/26 8:00 AM', null, '1', null, '20%', 'No', null, null],
        [
          '2',
          'Walls',
          '3 days',
          'Mon 3/9/26 8:00 AM',
          null,
          '2',
          'Ann[50%],Bob',
          '50%',
          'No',
          '3/20/26',
          'Bricks',
        ],
        ['3', 'Roof', '2 edays?', 'Thu 3/12/26 8:00 AM', '2FS+1 day;1SS', '2', null, '0%', 'No', null, null],
        ['4', 'Done', '0 days', 'Mon 3/16/26 8:00 AM', '3', '1', null, '0%', 'Yes', null, null],
      ),
    )
    expect(plan).toMatchObject({
      startsAt: '2026-03-09T08:00',
      tasks: [
        { uid: 1, name: 'House', isSummary: true, durationMinutes: 0, outlineLevel: 1, wbs: '1' },
        {
          uid: 2,
          name: 'Walls',
          outlineLevel: 2,
          wbs: '1.1',
          durationMinutes: 1440,
          percentComplete: 50,
          actualStart: '2026-03-09T08:00',
          actualFinish: null,
          deadline: '2026-03-20T23:59',
          note: 'Bricks',
        },
        { uid: 3, durationMinutes: 2880, isElapsed: true, isEstimated: true, constraint: { type: 'ASAP' } },
        { uid: 4, isMilestone: true, durationMinutes: 0 },
      ],
      links: [
        { fromUid: 2, toUid: 3, type: 'FS', lag: 480, lagUnit: 'working' },
        { fromUid: 1, toUid: 3, type: 'SS', lag: 0 },
        { fromUid: 3, toUid: 4 },
      ],
      resources: [
        { uid: 1, name: 'Ann' },
        { uid: 2, name: 'Bob' },
      ],
      assignments: [
        { taskUid: 2, resourceUid: 1, unitsPercent: 50, workMinutes: 720, actualWorkMinutes: 360 },
        { taskUid: 2, resourceUid: 2, unitsPercent: 100, workMinutes: 1440, remainingWorkMinutes: 720 },
      ],
    })
  })

  test('is what a German office keeps', () => {
    const plan = planOf(
      table(
        ['Vorgangsname', 'Dauer', 'Anfang', 'Vorgänger', 'PSP-Code'],
        ['Haus', null, null, null, '1'],
        ['Mauern', '1,5 Tage', '02.03.26', null, '1.1'],
        ['Dach', '2 Wochen', null, '2EA+50%', '1.2'],
        ['Abnahme', '0', null, '3EE-4 Std.', '2'],
      ),
    )
    expect(plan.tasks.map(({ outlineLevel, durationMinutes }) => [outlineLevel, durationMinutes])).toEqual([
      [1, 0],
      [2, 720],
      [2, 4800],
      [1, 0],
    ])
    expect(plan.links).toEqual([
      { fromUid: 2, toUid: 3, type: 'FS', lag: 50, lagUnit: 'percent' },
      { fromUid: 3, toUid: 4, type: 'FF', lag: -240, lagUnit: 'working' },
    ])
  })

  test('has Jira’s keys for predecessors and its ids for parents, and the outline behind its parents', () => {
    const plan = planOf(
      table(
        ['Summary', 'Issue key', 'Issue id', 'Parent id', 'Original Estimate', 'Inward issue link (Blocks)'],
        ['Paint', 'AB-3', '10003', '10001', '14400', 'AB-2'],
        ['House', 'AB-1', '10001', null, null, null],
        ['Walls', 'AB-2', '10002', '10001', '28800', null],
      ),
    )
    expect(
      plan.tasks.map(({ uid, outlineLevel, durationMinutes }) => [uid, outlineLevel, durationMinutes]),
    ).toEqual([
      [10001, 1, 0],
      [10003, 2, 240],
      [10002, 2, 480],
    ])
    expect(plan.links).toMatchObject([{ fromUid: 10002, toUid: 10003, type: 'FS' }])
  })

  test('takes Asana’s names for parents and predecessors, commas in them included', () => {
    const plan = planOf(
      table(
        ['Task ID', 'Name', 'Start Date', 'Due Date', 'Parent task', 'Blocked By (Dependencies)'],
        ['1209876543210987', 'Walls, all', '2026-03-02', '2026-03-03', null, null],
        ['1209876543210988', 'Roof', null, null, null, 'Walls, all'],
      ),
    )
    expect(
      plan.tasks.map(({ uid, durationMinutes, isEstimated }) => [uid, durationMinutes, isEstimated]),
    ).toEqual([
      [1, 960, false],
      [2, 480, true],
    ])
    expect(plan.links).toMatchObject([{ fromUid: 1, toUid: 2 }])
  })

  test('keeps a start only where no predecessor dates the task', () => {
    const plan = planOf(
      table(
        ['Name', 'Duration', 'Start', 'Predecessors'],
        ['a', 2, { moment: '2026-03-02T08:00' }, null],
        ['b', 2, { moment: '2026-03-09T00:00' }, null],
        ['c', 2, { moment: '2026-03-20T00:00' }, '1'],
      ),
    )
    expect(plan.tasks.map(({ constraint }) => constraint.at)).toEqual([null, '2026-03-09T00:00', null])
  })

  test('reads percentages as a spreadsheet keeps them', () => {
    const cells: TableCell[] = [0.5, 1, '50 %', '12,5', 75, null]
    const plan = planOf(table(['Name', '% Complete'], ...cells.map((cell, at) => [`t${at}`, cell])))
    expect(plan.tasks.map(({ percentComplete }) => percentComplete)).toEqual([50, 100, 50, 13, 75, 0])
  })

  test.each([
    ['8h', 480],
    ['90 min', 90],
    ['3d', 1440],
    ['2w', 4800],
    ['1 mon', 9600],
    ['1w 2d 3h', 3540],
    ['1.5 hours', 90],
    ['1:30', 90],
    ['PT8H30M0S', 510],
    ['2', 960],
    ['3 Tage?', 1440],
    ['1 Stunde', 60],
  ])('reads %j as so many minutes: %d', (written, minutes) => {
    expect(planOf(table(['Name', 'Duration'], ['a', written])).tasks[0]!.durationMinutes).toBe(minutes)
  })

  test.each([
    ['2026-03-09', '2026-03-09T00:00'],
    ['2026-03-09T10:30:00Z', '2026-03-09T10:30'],
    ['9.3.2026', '2026-03-09T00:00'],
    ['Mo 09.03.26 10:30', '2026-03-09T10:30'],
    ['9. März 2026', '2026-03-09T00:00'],
    ['09-Mar-2026', '2026-03-09T00:00'],
    ['March 9, 2026 1:30 PM', '2026-03-09T13:30'],
    ['09/Mar/26 1:30 PM', '2026-03-09T13:30'],
    ['9 Dez 26', '2026-12-09T00:00'],
  ])('reads %j as %s', (written, moment) => {
    const plan = planOf(table(['Name', 'Start'], ['a', '2026-01-01'], ['b', written]), { dayOrder: 'dmy' })
    expect(plan.tasks[1]!.constraint.at).toBe(moment)
  })
})

describe('a table is refused with its rows', () => {
  test('where a value is not what its column holds', () => {
    expect(
      refusalsOf(
        table(
          ['ID', 'Name', 'Duration', 'Start', 'Finish', '% Complete', 'Outline Level', 'Milestone'],
          ['1', null, '3d'],
          ['2', 'b', 'abc'],
          ['3', 'c', '-3d'],
          ['4', 'd', '5200 weeks'],
          ['5', 'e', '1d', '31.02.2026'],
          ['6', 'f', '1d', '01.01.2200'],
          ['7', 'g', null, '05.03.2026', '04.03.2026'],
          ['8', 'h', '1d', null, null, '101%'],
          ['9', 'i', '1d', null, null, null, '-1'],
          ['10', 'j', '1d', null, null, null, null, 'maybe'],
          ['10', 'k', '1d'],
          ['10', 'l', '1d'],
        ),
      ),
    ).toEqual([
      [2, 'name', '', 'no-name'],
      [3, 'duration', 'abc', 'bad-duration'],
      [4, 'duration', '-3d', 'negative-duration'],
      [5, 'duration', '5200 weeks', 'too-long-duration'],
      [6, 'start', '31.02.2026', 'bad-date'],
      [7, 'start', '01.01.2200', 'date-out-of-range'],
      [8, 'finish', '04.03.2026', 'finish-before-start'],
      [9, 'percentComplete', '101%', 'bad-percent'],
      [10, 'outlineLevel', '-1', 'bad-level'],
      [11, 'milestone', 'maybe', 'bad-flag'],
      [13, 'uid', '10', 'duplicate-id'],
    ])
  })

  test('where a link or a parent leads nowhere', () => {
    expect(
      refusalsOf(
        table(['ID', 'Name', 'Predecessors'], ['1', 'a', '1'], ['2', 'b', '9FS'], ['3', 'c', '1FS+abc']),
      ),
    ).toEqual([
      [2, 'predecessors', '1', 'self-link'],
      [3, 'predecessors', '9', 'unknown-predecessor'],
      [4, 'predecessors', '1FS+abc', 'unknown-predecessor'],
    ])
    expect(
      refusalsOf(table(['ID', 'Name', 'Parent'], ['1', 'a', '2'], ['2', 'b', '1'], ['3', 'c', '9'])),
    ).toEqual([
      [2, 'parent', '2', 'parent-loop'],
      [3, 'parent', '1', 'parent-loop'],
      [4, 'parent', '9', 'unknown-parent'],
    ])
  })

  test('where there is none, and with no endless list', () => {
    expect(read(table(['Name']))).toEqual({ ok: false, why: 'no-tasks', refusals: [] })
    const many = Array.from({ length: 1000 }, (_, at) => [`t${at}`, 'abc'])
    expect(refusalsOf(table(['Name', 'Duration'], ...many))).toHaveLength(200)
  })
})

describe('a plan as a table', () => {
  const words = {
    ...(Object.fromEntries(planFields.map((field) => [field, field])) as Record<PlanField, string>),
    yes: 'Yes',
    no: 'No',
  }

  test('says the same of names, outline, durations, links and progress when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.constantFrom('csv' as const, 'xlsx' as const), async (generated, kind) => {
        // A table knows days of eight hours, dates from the start, and names without brackets and separators.
        const plan = {
          ...generated,
          minutesPerDay: 480,
          tasks: generated.tasks.map((task) => ({ ...task, name: `Task ${task.uid}`, manual: null })),
          assignments: [],
        }
        const schedule = schedulePlan(plan)
        fc.pre(schedule.ok && schedule.tasks.every(({ start, finish }) => start <= finish))
        const { header, rows } = planTable(plan, schedule.ok ? schedule : { tasks: [] }, words)
        const file = kind === 'csv' ? csvOf(header, rows.map(csvCells)) : xlsxOf('Plan', header, rows)
        const found = await readTable(bytes(file), kind)
        if (!found.ok) throw new Error(found.why)
        const columns = Object.fromEntries(
          planFields.flatMap((field) => {
            const at = header.indexOf(words[field])
            return at < 0 ? [] : [[field, at]]
          }),
        )
        const again = planFromTable(
          found.table,
          { columns, dayOrder: 'ymd', durationUnit: 'days' },
          { startsAt },
        )
        if (!again.ok) throw new Error(JSON.stringify(again.refusals))
        const said = (of: typeof plan) => ({
          tasks: of.tasks.map((task) => [
            task.uid,
            task.name,
            task.wbs,
            task.outlineLevel,
            task.isSummary,
            task.isMilestone,
            task.isSummary ? 0 : task.durationMinutes,
            !task.isSummary && task.isElapsed,
            task.percentComplete,
            // Midnight is how a spreadsheet keeps a day without a time.
            task.deadline?.replace('T00:00', 'T23:59') ?? null,
            task.note,
          ]),
          links: of.links.map((link) => (link.lag === 0 ? { ...link, lagUnit: 'working' } : link)),
        })
        expect(said(again.plan as typeof plan)).toEqual(said(plan))
      }),
      { numRuns: 60 },
    )
  })

  test('runs no formula in a spreadsheet', () => {
    const header = ['=1+1']
    expect(csvOf(header, [csvCells(['=HYPERLINK("x")', { moment: '2026-03-02T08:00' }])])).toBe(
      '\ufeff\'=1+1\r\n"\'=HYPERLINK(""x"")",2026-03-02 08:00\r\n',
    )
  })
})
