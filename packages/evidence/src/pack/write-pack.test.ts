import { Uint8ArrayReader } from '@zip.js/zip.js/index-native.js'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../bytes'
import { plainName, type PackEntry } from './manifest'
import { openPack } from './read-pack'
import { writePack, type PackFile } from './write-pack'

const head = {
  scope: 'project' as const,
  project: { id: '6f1f3a52-6a3c-4a43-9d5e-2b8f3c1d7e90', code: 'HT-2601', name: 'Core network' },
  asOf: '2026-03-12T14:05:09.412Z',
}
const entry = (path: string, size: number): PackEntry => ({
  path,
  is: 'accompanying',
  sha256: 'a'.repeat(64),
  size,
})

/** A file of so many zeros that is nowhere: made while it is read, a megabyte at a time. */
function zeros(megabytes: number): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1024 * 1024)
  let left = megabytes
  return new ReadableStream({
    pull(controller) {
      if (left === 0) return controller.close()
      left -= 1
      controller.enqueue(chunk)
    },
  })
}

async function drained(stream: ReadableStream<Uint8Array>) {
  let size = 0
  let mostBytes = 0
  const before = process.memoryUsage().rss
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size % 16 === 0) mostBytes = Math.max(mostBytes, process.memoryUsage().rss - before)
  }
  return { size, mostBytes }
}

describe('an evidence pack being written', () => {
  test('takes a file of 2 GB without having it in memory', async () => {
    const megabytes = 2048
    const file: PackFile = {
      ...entry('files/large.bin', megabytes * 1024 * 1024),
      open: () => zeros(megabytes),
    }
    const { size, mostBytes } = await drained(writePack(head, [file]))
    expect(size).toBeGreaterThan(megabytes * 1024 * 1024)
    expect(mostBytes).toBeLessThan(256 * 1024 * 1024)
  }, 120_000)

  test('opens each of 500 files when its turn comes, one after the other', async () => {
    let open = 0
    let mostOpen = 0
    const files = Array.from({ length: 500 }, (_, number): PackFile => ({
      ...entry(`files/${number}.txt`, 3),
      open() {
        open += 1
        mostOpen = Math.max(mostOpen, open)
        return new ReadableStream({
          pull(controller) {
            controller.enqueue(utf8('one'))
            controller.close()
            open -= 1
          },
        })
      },
    }))
    const bytes = new Uint8Array(await new Response(writePack(head, files) as ReadableStream).arrayBuffer())
    const pack = (await openPack(new Uint8ArrayReader(bytes)))!
    expect(pack.paths).toHaveLength(501)
    expect(pack.paths.slice(0, 3)).toEqual(['manifest.json', 'files/0.txt', 'files/1.txt'])
    expect(await pack.text('files/499.txt')).toBe('one')
    expect(mostOpen).toBeLessThanOrEqual(2)
  })

  test('breaks off where a file is lost, so that nobody takes half a pack for a whole one', async () => {
    const lost: PackFile = {
      ...entry('files/lost.txt', 3),
      open: () => Promise.reject(new Error('the storage has lost it')),
    }
    await expect(drained(writePack(head, [lost]))).rejects.toThrow(/lost it/)
  })
})

describe('a name in a pack', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\temp\\a?.txt', 'C__temp_a_.txt'],
    ['تقرير الموقع.pdf', 'تقرير الموقع.pdf'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['...', 'file'],
    [`${'ä'.repeat(300)}.xlsx`, `${'ä'.repeat(95)}.xlsx`],
  ])('%j becomes %j', (given, plain) => {
    expect(plainName(given)).toBe(plain)
  })
})
