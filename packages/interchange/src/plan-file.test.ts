import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytes, lasting, task, tasks } from './msproject-examples'
import { readMsProjectXml } from './msproject-xml'
import { planFileLimits, readPlanFile, readTableFile } from './plan-file'
import { readInWorker } from './worker-reading'

const small = tasks(task(1, lasting), task(2, lasting))
const many = (count: number) =>
  tasks(
    ...Array.from({ length: count }, (_, at) => task(at + 1, `${lasting}<Notes>${'x'.repeat(300)}</Notes>`)),
  )

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a file that is read in a thread of its own', () => {
  test('gives what reading it here gives, from a stream and from a path', async () => {
    const path = join(folder, 'small.xml')
    await writeFile(path, small)
    const here = await readMsProjectXml(bytes(small))
    expect(await readPlanFile(bytes(small, 100))).toEqual(here)
    expect(await readPlanFile(path)).toEqual(here)
  })

  test('leaves the bytes that it was given as they were, Buffers too', async () => {
    const given = Buffer.from(small)
    async function* pieces() {
      for (let from = 0; from < given.length; from += 100) yield given.subarray(from, from + 100)
    }
    expect(await readPlanFile(pieces())).toMatchObject({ ok: true })
    expect(given.toString()).toBe(small)
  })

  test('reports how far it was read', async () => {
    const seen: number[] = []
    await readPlanFile(bytes(small, 100), { onProgress: (bytesRead) => seen.push(bytesRead) })
    expect(seen.at(-1)).toBe(Buffer.byteLength(small))
  })

  test('is refused as it would be here', async () => {
    expect(await readPlanFile(bytes('<?xml version="1.0"?><!DOCTYPE x><x/>'))).toMatchObject({
      why: 'doctype',
    })
    expect(await readPlanFile(bytes(small), { maxBytes: 100 })).toEqual({ ok: false, why: 'too-large' })
  })

  test('may be a table', async () => {
    const read = await readTableFile(bytes('Name;Dauer\nMauern;3 Tage\n'), 'csv')
    expect(read).toMatchObject({ ok: true, table: { header: ['Name', 'Dauer'] } })
  })

  test('is given up after the time limit, however far it is', async () => {
    const before = performance.now()
    const read = await readPlanFile(bytes(many(60_000), 65_536), { maxMs: 400 })
    expect(read).toEqual({ ok: false, why: 'took-too-long' })
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test('is given up even where the thread answers nothing at all', async () => {
    const before = performance.now()
    const read = await readInWorker('endless-worker.ts', bytes(small), 'ms-project', {
      ...planFileLimits,
      maxMs: 1_500,
    })
    expect(read).toEqual({ ok: false, why: 'took-too-long' })
    expect(performance.now() - before).toBeLessThan(6_000)
  })

  test('does not pay for a slow upload', async () => {
    async function* slow() {
      for await (const piece of bytes(small, 100)) {
        await new Promise((later) => setTimeout(later, 1_500))
        yield piece
      }
    }
    const before = performance.now()
    expect(await readPlanFile(slow(), { maxMs: 5_000 })).toMatchObject({ ok: true })
    expect(performance.now() - before).toBeGreaterThan(5_000)
  }, 30_000)

  test('is given up where it needs more memory than it may', async () => {
    const read = await readPlanFile(bytes(many(100_000), 65_536), { maxMemoryMb: 48 })
    expect(read).toEqual({ ok: false, why: 'out-of-memory' })
  })

  test('throws what the source throws', async () => {
    async function* broken() {
      yield* bytes(small, 100)
      throw new Error('the line broke')
    }
    await expect(readPlanFile(broken())).rejects.toThrow('the line broke')
    await expect(readPlanFile(join(folder, 'nowhere.xml'))).rejects.toThrow('ENOENT')
  })
})
