import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMsProjectXml } from './msproject-xml'

/** Real plans with the dates that Microsoft Project gave them; they lie beside the repository, not in it. */
const folder = new URL('../../../../shared/oracles/schedule/', import.meta.url)
const names = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => /^(.*)\.input\.xml$/.exec(file)?.[1] ?? [])
  : []

/** Their dates also hang on what the scheduler does not know: work of resources, MFO constraints, actual dates. */
const datesDiffer = ['03-sample', '10-slack9', '14-mpp14baseline']
/** Here Project scales the float of three empty summaries by the length of their calendar's day. */
const floatDiffers = [...datesDiffer, '12-sf259']

type Expected = { dates: string; float: number; isCritical: boolean }

function expectedOf(name: string): Map<number, Expected> {
  const [, ...rows] = readFileSync(new URL(`${name}.expected.csv`, folder), 'utf8')
    .trim()
    .split(/\r?\n/)
  return new Map(
    rows.map((row) => {
      const cells = row.split(',')
      const dates = `${cells[4]!.slice(0, 16)} ${cells[5]!.slice(0, 16)}`
      return [Number(cells[0]), { dates, float: Number(cells[10]) / 10, isCritical: cells[12] === '1' }]
    }),
  )
}

async function scheduled(name: string) {
  const read = await readMsProjectXml(createReadStream(new URL(`${name}.input.xml`, folder)))
  if (!read.ok) throw new Error(`${name}: ${read.why} in line ${read.line}`)
  const schedule = schedulePlan(read.plan)
  if (!schedule.ok) throw new Error(`${name}: ${schedule.why}`)
  return new Map(
    schedule.tasks.map(({ uid, start, finish, totalFloatMinutes, isCritical }): [number, Expected] => [
      uid,
      { dates: `${start} ${finish}`, float: totalFloatMinutes, isCritical },
    ]),
  )
}

describe.skipIf(names.length === 0)('the plans of Microsoft Project', () => {
  test.each(names)('read and are scheduled: %s', async (name) => {
    const expected = expectedOf(name)
    const ours = await scheduled(name)
    expect([...ours.keys()].toSorted()).toEqual([...expected.keys()].toSorted())

    const share = (same: (a: Expected, b: Expected) => boolean) =>
      [...expected].filter(([uid, theirs]) => same(ours.get(uid)!, theirs)).length
    const dates = share((a, b) => a.dates === b.dates)
    const float = share((a, b) => a.float === b.float && a.isCritical === b.isCritical)
    console.info(`${name}: ${dates} of ${expected.size} dates, ${float} floats as in Project`)

    if (!datesDiffer.includes(name)) {
      for (const [uid, { dates }] of expected)
        expect(`${uid} ${ours.get(uid)!.dates}`).toBe(`${uid} ${dates}`)
    }
    if (!floatDiffers.includes(name)) expect(ours).toEqual(expected)
  })
})
