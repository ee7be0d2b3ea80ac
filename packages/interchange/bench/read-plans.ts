import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { SaxesParser } from 'saxes'
import { writeMsProjectXml } from '../src/msproject-write'
import { readMsProjectXml } from '../src/msproject-xml'
import { readPlanFile } from '../src/plan-file'
import { bigPlan } from './big-plan'

/**
 * How long a file of Microsoft Project takes from bytes to plan: read here, read in a thread as the console does, and
 * dated. The floor, in the same run, is saxes alone over the same bytes with nothing done about what it finds.
 */
const sizes = [1_000, 5_000, 20_000]
const RUNS = 5
const LIMIT_MS = 5_000

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < RUNS; at++) {
    const before = performance.now()
    await run()
    times.push(performance.now() - before)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!
}

async function parseOnly(path: string): Promise<void> {
  const parser = new SaxesParser({ position: true })
  const decoder = new TextDecoder()
  let elements = 0
  parser.on('opentag', () => elements++)
  for await (const chunk of createReadStream(path))
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
  parser.close()
  if (elements === 0) throw new Error('nothing was parsed')
}

const folder = await mkdtemp(join(tmpdir(), 'interchange-bench-'))
const lines: string[][] = [
  ['tasks', 'MB', 'parse only', 'read', '÷ parse', 'in a thread', 'dated', 'written'],
]
let slowest = 0
try {
  for (const size of sizes) {
    const plan = bigPlan(size)
    const schedule = schedulePlan(plan)
    if (!schedule.ok) throw new Error(schedule.why)
    const path = join(folder, `${size}.xml`)
    await writeFile(path, writeMsProjectXml(plan, schedule, { title: 'Bench' }))
    const read = async () => {
      const result = await readMsProjectXml(createReadStream(path))
      if (!result.ok || result.counts.tasks !== size) throw new Error('the file did not come back')
    }
    const floor = await median(() => parseOnly(path))
    const here = await median(read)
    const inThread = await median(async () => {
      const result = await readPlanFile(path)
      if (!result.ok) throw new Error(result.why)
    })
    const dated = await median(async () => schedulePlan(plan))
    const written = await median(async () => {
      for await (const chunk of writeMsProjectXml(plan, schedule, { title: 'Bench' })) void chunk
    })
    slowest = Math.max(slowest, inThread)
    const ms = (time: number) => `${time.toFixed(0)} ms`
    lines.push([
      size.toLocaleString('en'),
      ((await stat(path)).size / 1e6).toFixed(1),
      ms(floor),
      ms(here),
      (here / floor).toFixed(2),
      ms(inThread),
      ms(dated),
      ms(written),
    ])
  }
} finally {
  await rm(folder, { recursive: true })
}

const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
for (const line of lines) console.info(line.map((cell, column) => cell.padStart(widths[column]!)).join('  '))
console.info(`\nMedian of ${RUNS}. A file of 20,000 tasks may take ${LIMIT_MS / 1000} s in the thread.`)
if (slowest > LIMIT_MS) process.exitCode = 1
