import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, openStorage, type Storage } from './storage'

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docx = zipSync({
  '[Content_Types].xml': strToU8(
    `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${wordMain}.main+xml"/></Types>`,
  ),
  'word/document.xml': strToU8('<w:document/>'),
})
const zip = zipSync({ 'plan.txt': strToU8('plan') })
const limit = { maxBytes: 1_000_000 }

let home: string
let storage: Storage

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'countersign-storage-'))
  storage = openStorage({ COUNTERSIGN_HOME: home })
})
afterEach(() => rm(home, { recursive: true, force: true }))

async function* inPieces(content: Uint8Array, pieceBytes = 7) {
  for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes)
}

function put(name: string, declaredType: string, content: Uint8Array | string) {
  return storage.put(inPieces(Buffer.from(content)), { name, declaredType, ...limit })
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('a file put into the store', () => {
  test('is found under its SHA-256 and comes back byte for byte', async () => {
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const result = await put('plan.pdf', 'application/pdf', pdf)
    expect(result).toEqual({ ok: true, sha256, size: pdf.length, mediaType: 'application/pdf' })
    expect(await storage.has(sha256)).toBe(true)
    expect(Buffer.from(await storage.bytes(sha256)).equals(pdf)).toBe(true)
    const opened = await storage.open(sha256)
    expect(opened?.size).toBe(pdf.length)
    expect(Buffer.from(await new Response(opened?.stream).arrayBuffer()).equals(pdf)).toBe(true)
  })

  test('is kept once however often and under whatever name it comes, also at the same moment', async () => {
    const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']
    const results = await Promise.all(names.map((name) => put(name, 'application/pdf', pdf)))
    expect(new Set(results.map((result) => result.ok && result.sha256)).size).toBe(1)
    expect(await filesIn(home)).toHaveLength(1)
  })

  test('can be read by its owner only', async () => {
    const result = await put('plan.pdf', '', pdf)
    const path = join(home, 'files', keyOf(result.ok ? result.sha256 : ''))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(home, 'files'))).mode & 0o077).toBe(0)
  })

  test('is streamed: memory does not grow with its size', async () => {
    async function* long() {
      yield Buffer.from('a\n')
      for (let megabyte = 0; megabyte < 200; megabyte++) yield Buffer.alloc(1_048_576, 'b')
    }
    const before = process.memoryUsage.rss()
    const result = await storage.put(long(), {
      name: 'log.txt',
      declaredType: 'text/plain',
      maxBytes: 2 ** 30,
    })
    expect(result).toMatchObject({ ok: true, size: 200 * 1_048_576 + 2 })
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1_048_576)
  })

  test('may be bytes already in memory, or a Node stream', async () => {
    const options = { name: 'plan.pdf', declaredType: 'application/pdf', ...limit }
    expect(await storage.put([pdf], options)).toMatchObject({ ok: true })
    expect(await storage.put(Readable.from(inPieces(pdf)), options)).toMatchObject({ ok: true })
  })

  test('keeps its name out of every path', async () => {
    expect(await put('../../../etc/passwd.txt', 'text/plain', 'x')).toMatchObject({ ok: true })
    expect(await filesIn(home)).toEqual([createHash('sha256').update('x').digest('hex')])
  })
})

describe('what a file may be', () => {
  test.each([
    ['photo.JPG', 'image/jpeg', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'image/jpeg'],
    ['icon.png', 'image/png', png, 'image/png'],
    ['anim.gif', 'image/gif', Buffer.from('GIF89a\u0001\u0000'), 'image/gif'],
    ['letter.docx', wordMain, docx, wordMain],
    ['all.zip', 'application/x-zip-compressed', zip, 'application/zip'],
    ['list.csv', 'application/vnd.ms-excel', 'Name;Wert\nMüller;1\n', 'text/csv'],
    ['notes.md', '', '# BM\n\n<div>fine here</div>\n', 'text/markdown'],
    ['bitmap.txt', 'text/plain', 'BM25 is a ranking, MZ a letter pair', 'text/plain'],
    ['plan.xml', 'text/xml; charset=utf-8', '<?xml version="1.0"?><Project/>', 'application/xml'],
    ['facts.json', 'application/octet-stream', '{"ok":true}', 'application/json'],
  ])('%s declared as "%s" is taken', async (name, declaredType, content, mediaType) => {
    expect(await put(name, declaredType, content)).toMatchObject({ ok: true, mediaType })
  })

  test.each([
    ['plan.pdf', 'application/pdf', png, 'type-mismatch'],
    ['plan.pdf', 'image/png', pdf, 'type-mismatch'],
    ['plan.pdf', 'application/pdf', 'just words', 'type-mismatch'],
    [
      'plan.pdf',
      'application/pdf',
      Buffer.from('7f454c460201010000000000000000000200', 'hex'),
      'type-not-allowed',
    ],
    ['report.docx', '', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'type-mismatch'],
    ['letter.docx', wordMain, zip, 'type-mismatch'],
    ['plan.xml', 'text/xml', zip, 'type-mismatch'],
    ['notes.txt', 'text/plain', Buffer.from([0x68, 0xff, 0x69]), 'type-mismatch'],
    ['notes.txt', 'text/plain', Buffer.from([0x68, 0xc3]), 'type-mismatch'],
    ['notes.txt', 'text/plain', Buffer.from('a\0b'), 'type-mismatch'],
    ['notes.txt', 'text/plain', pdf.subarray(0, 9), 'type-mismatch'],
    ['notes.txt', 'text/plain', '#!/bin/sh\nrm -rf /\n', 'type-not-allowed'],
    ['notes.txt', 'text/plain', '\ufeff  <!DOCTYPE html><html>', 'type-not-allowed'],
    ['plan.xml', 'text/xml', '<?xml version="1.0"?><!-- a --><svg:svg xmlns:svg="x"/>', 'type-not-allowed'],
    ['page.html', 'text/html', '<p>', 'type-not-allowed'],
    ['logo.svg', 'image/svg+xml', '<svg/>', 'type-not-allowed'],
    ['setup.exe', 'application/pdf', pdf, 'type-not-allowed'],
    ['notes.txt', 'text/html', 'plain', 'type-not-allowed'],
    ['README', 'text/plain', 'plain', 'type-not-allowed'],
    ['empty.pdf', 'application/pdf', '', 'empty'],
  ])('%s declared as "%s" is refused', async (name, declaredType, content, why) => {
    expect(await put(name, declaredType, content)).toEqual({ ok: false, why })
    expect(await filesIn(home)).toEqual([])
  })
})

describe('a file larger than allowed', () => {
  test('is refused, leaves nothing, and what follows it can still be read', async () => {
    let produced = 0
    async function* endless() {
      for (; produced < 100; produced++) yield Buffer.alloc(1000, 'a')
    }
    const chunks = endless()
    const result = await storage.put(chunks, { name: 'a.txt', declaredType: 'text/plain', maxBytes: 2500 })
    expect(result).toEqual({ ok: false, why: 'too-large' })
    expect(produced).toBe(2)
    expect(await filesIn(home)).toEqual([])
    for await (const chunk of chunks) expect(chunk.length).toBe(1000)
    expect(produced).toBe(100)
  })

  test('is one byte more than the limit', async () => {
    const options = { name: 'a.txt', declaredType: 'text/plain', maxBytes: 5 }
    expect(await storage.put([Buffer.from('12345')], options)).toMatchObject({ ok: true })
    expect(await storage.put([Buffer.from('123456')], options)).toMatchObject({ why: 'too-large' })
  })
})

describe('an upload that breaks off', () => {
  test('leaves nothing behind and says what happened', async () => {
    async function* torn() {
      yield pdf
      throw new Error('connection lost')
    }
    const broken = storage.put(torn(), { name: 'a.pdf', declaredType: 'application/pdf', ...limit })
    await expect(broken).rejects.toThrow('connection lost')
    expect(await filesIn(home)).toEqual([])
  })

  test('by a killed process is tidied up a day later', async () => {
    const folder = join(home, 'files', 'incoming')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'old'), 'x')
    await writeFile(join(folder, 'young'), 'x')
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await utimes(join(folder, 'old'), yesterday, yesterday)
    await put('a.txt', '', 'content')
    expect(await readdir(folder)).toEqual(['young'])
  })
})

describe('a file that is not there', () => {
  test.each(['0'.repeat(64), 'ABC', '../../../etc/passwd', ''])('"%s" is a plain no', async (sha256) => {
    expect(await storage.has(sha256)).toBe(false)
    expect(await storage.open(sha256)).toBeNull()
    await expect(storage.bytes(sha256)).rejects.toThrow('No file is stored')
  })
})

describe('the settings', () => {
  test('may name the folder by a URL', async () => {
    const folder = join(home, 'with space')
    storage = openStorage({ STORAGE_URL: pathToFileURL(folder).href })
    expect(await put('plan.pdf', '', pdf)).toMatchObject({ ok: true })
    expect(await filesIn(folder)).toHaveLength(1)
  })

  test.each([
    [{}, 'There is no place for files'],
    [{ STORAGE_URL: 'files' }, 'is not a URL'],
    [{ STORAGE_URL: 'ftp://host/x' }, 'must begin with file:// or s3://'],
    [{ S3_BUCKET: 'b' }, 'set S3_REGION'],
    [{ S3_BUCKET: 'b', S3_REGION: 'eu-central-1', S3_ACCESS_KEY_ID: 'a' }, 'or neither'],
  ])('%j are refused with a sentence', (env, sentence) => {
    expect(() => openStorage(env)).toThrow(sentence)
  })
})
