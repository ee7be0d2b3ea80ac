import type { ScheduledTask } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMsProjectXml } from './msproject-xml'
import { slackAsWritten } from './slack-as-written'

/** Real plans with the dates that Microsoft Project gave them; they lie beside the repository, not in it. */
const folder = new URL('../../../../shared/oracles/schedule/', import.meta.url)
const names = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => /^(.*)\.input\.xml$/.exec(file)?.[1] ?? [])
  : []

/** One task as text, so that a difference shows as what it is. */
type Dated = {
  scheduled: string
  early: string
  late: string
  slackMinutes: number
  freeSlackMinutes: number
  isCritical: boolean
}

/**
 * MPXJ worked free slack out by rules of its own for the files it converted, with the successors of a summary's
 * children as the summary's own, and forgets it for what waits for a task held by its constraint.
 */
const freeSlackIsProjects = /^0[1-6]-/

function expectedOf(name: string): Map<number, Dated> {
  const [, ...rows] = readFileSync(new URL(`${name}.expected.csv`, folder), 'utf8')
    .trim()
    .split(/\r?\n/)
  return new Map(
    rows.map((row): [number, Dated] => {
      const [
        uid,
        ,
        ,
        ,
        start,
        finish,
        earlyStart,
        earlyFinish,
        lateStart,
        lateFinish,
        slack,
        free,
        critical,
      ] = row.split(',')
      const span = (from?: string, to?: string) => `${from?.slice(0, 16)} ${to?.slice(0, 16)}`
      return [
        Number(uid),
        {
          scheduled: span(start, finish),
          early: span(earlyStart, earlyFinish),
          late: span(lateStart, lateFinish),
          // In a converted file nothing stands for zero.
          slackMinutes: Math.round(Number(slack) / 10),
          freeSlackMinutes: Math.round(Number(free) / 10),
          isCritical: critical === '1',
        },
      ]
    }),
  )
}

async function oursOf(name: string): Promise<Map<number, Dated>> {
  const read = await readMsProjectXml(createReadStream(new URL(`${name}.input.xml`, folder)))
  if (!read.ok) throw new Error(`${name}: ${read.why} in line ${read.line}`)
  const schedule = schedulePlan(read.plan)
  if (!schedule.ok) throw new Error(`${name}: ${schedule.why}`)
  const dated = (task: ScheduledTask, at: number): [number, Dated] => {
    const slack = (minutes: number) => Math.round(slackAsWritten(read, read.plan.tasks[at]!, minutes))
    return [
      task.uid,
      {
        scheduled: `${task.start} ${task.finish}`,
        early: `${task.earlyStart} ${task.earlyFinish}`,
        late: `${task.lateStart} ${task.lateFinish}`,
        slackMinutes: slack(task.totalFloatMinutes),
        freeSlackMinutes: slack(task.freeFloatMinutes),
        isCritical: task.isCritical,
      },
    ]
  }
  return new Map(schedule.tasks.map(dated))
}

function withoutFreeSlack(tasks: Map<number, Dated>) {
  return new Map([...tasks].map(([uid, { freeSlackMinutes: _, ...dated }]) => [uid, dated]))
}

describe.skipIf(names.length === 0)('the plans of Microsoft Project', () => {
  test.each(names)('come out to the minute: %s', async (name) => {
    const expected = expectedOf(name)
    const ours = await oursOf(name)
    expect(expected.size).toBeGreaterThan(0)
    expect([...ours.keys()].toSorted()).toEqual([...expected.keys()].toSorted())
    if (freeSlackIsProjects.test(name)) expect(ours).toEqual(expected)
    else expect(withoutFreeSlack(ours)).toEqual(withoutFreeSlack(expected))
  })
})
