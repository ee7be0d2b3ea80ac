import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCountersign } from '../src/run'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-schedule-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const task = (uid: number, hours: number, more = '') =>
  `<Task><UID>${uid}</UID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel><Duration>PT${hours}H0M0S</Duration>
   <DurationFormat>7</DurationFormat>${more}</Task>`
const after = (uid: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type></PredecessorLink>`

async function scheduled(tasks: string, ...args: string[]) {
  const file = join(folder, 'plan.xml')
  writeFileSync(
    file,
    `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate>
     <Tasks>${tasks}</Tasks></Project>`,
  )
  return countersign(file, ...args)
}

async function countersign(...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const exitCode = await runCountersign(['schedule', ...args], {
    withDatabase: () => Promise.reject(new Error('the database was asked')),
    env: {},
    now: () => new Date(0),
    print: (text) => out.push(text),
    complain: (text) => errors.push(text),
  })
  return { exitCode, out: out.join('\n'), errors }
}

describe('countersign schedule', () => {
  test('dates a plan without a database', async () => {
    const { exitCode, out } = await scheduled(task(1, 8) + task(2, 16, after(1)) + task(3, 8), '--json')
    expect(exitCode).toBe(0)
    const answer = JSON.parse(out)
    expect(Object.keys(answer)).toEqual(['projectStart', 'projectFinish', 'tasks'])
    expect(answer).toMatchObject({
      projectStart: '2026-03-02T08:00:00',
      projectFinish: '2026-03-04T17:00:00',
    })
    expect(answer.tasks[2]).toEqual({
      uid: 3,
      name: 'Task 3',
      start: '2026-03-02T08:00:00',
      finish: '2026-03-02T17:00:00',
      earlyStart: '2026-03-02T08:00:00',
      earlyFinish: '2026-03-02T17:00:00',
      lateStart: '2026-03-04T08:00:00',
      lateFinish: '2026-03-04T17:00:00',
      totalSlackMinutes: 960,
      freeSlackMinutes: 960,
      critical: false,
      summary: false,
    })
  })

  test('prints a table for people', async () => {
    const { out } = await scheduled(task(1, 8))
    expect(out).toContain('2026-03-02 08:00  2026-03-02 17:00')
    expect(out).toContain('critical')
  })

  test('refuses in one sentence what cannot be scheduled or read', async () => {
    const circle = await scheduled(task(1, 8, after(2)) + task(2, 8, after(1)), '--json')
    expect(circle).toMatchObject({ exitCode: 1, out: '' })
    expect(circle.errors.join()).toContain('wait for each other in a circle')
    const itself = await scheduled(task(1, 8, after(1)))
    expect(itself.errors).toEqual(['The task “Task 1” is its own predecessor.'])
    const gone = await countersign(join(folder, 'gone.xml'))
    expect(gone).toMatchObject({ exitCode: 1 })
    expect(gone.errors.join()).toMatch(/gone\.xml cannot be read: it is not there\.$/)
  })
})
