import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { whyNotWith } from './outside-tools.fixture'
import { timestamp, type TimestampAuthority } from './timestamp-authority'
import { openTimestampService, serve, type TimestampService } from './timestamp-service.fixture'

const missing = whyNotWith('openssl')
const imprint = createHash('sha256').update('a signature').digest()
const now = new Date()
let folder: string
let service: TimestampService
let answerWith: ((query: Buffer, reply: (query: Buffer) => Promise<Buffer>) => Promise<Buffer>) | null = null
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-timestamps-'))
  if (missing) return
  service = await openTimestampService(
    join(folder, 'one'),
    (reply) => (query) => (answerWith ? answerWith(query, reply) : reply(query)),
  )
})
afterAll(async () => {
  await service?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  answerWith = null
  if (missing) context.skip(missing)
})

const asked = (changes: Partial<TimestampAuthority> = {}) =>
  timestamp({ ...service.authority, ...changes }, imprint, now)

describe('a timestamp', () => {
  test('is taken where everything about it holds', async () => {
    const answer = await asked()
    expect(answer).toMatchObject({ ok: true })
    if (answer.ok) expect(Math.abs(answer.at.getTime() - now.getTime())).toBeLessThan(60_000)
  })

  test('that answers another question is not: another nonce, another digest', async () => {
    const queries: Buffer[] = []
    answerWith = (query, reply) => {
      queries.push(query)
      return reply(queries[0]!)
    }
    expect(await asked()).toMatchObject({ ok: true })
    expect(await asked()).toEqual({ ok: false, why: 'another-nonce' })
    const other = createHash('sha256').update('another signature').digest()
    expect(await timestamp(service.authority, other, now)).toEqual({ ok: false, why: 'another-imprint' })
  })

  test('of somebody else is not', async () => {
    const stranger = await openTimestampService(join(folder, 'stranger'))
    expect(await asked({ url: stranger.authority.url })).toEqual({ ok: false, why: 'not-trusted' })
    await stranger.close()
  })

  test('with a changed signature is not', async () => {
    answerWith = async (query, reply) => {
      const answer = await reply(query)
      answer[answer.length - 1]! ^= 1
      return answer
    }
    expect(await asked()).toEqual({ ok: false, why: 'forged' })
  })

  test('of another day than our clock’s is not', async () => {
    const tomorrow = new Date(now.getTime() + 24 * 3600 * 1000)
    expect(await timestamp(service.authority, imprint, tomorrow)).toEqual({
      ok: false,
      why: 'implausible-time',
    })
  })

  test('that is refused, or no timestamp at all, costs nothing but the level', async () => {
    answerWith = async () => Buffer.from('300f300d0201023008040642616420616c67', 'hex')
    expect(await asked()).toEqual({ ok: false, why: 'refused' })
    answerWith = async () => Buffer.from('<html>')
    expect(await asked()).toEqual({ ok: false, why: 'refused' })
  })
})

describe('an authority', () => {
  test('that is down, slow or endless gives no answer, in time', async () => {
    expect(await asked({ url: 'http://127.0.0.1:9/' })).toEqual({ ok: false, why: 'no-answer' })
    const slow = await serve(() => undefined)
    expect(await asked({ url: slow.url, timeoutMs: 200 })).toEqual({ ok: false, why: 'no-answer' })
    await slow.close()
    const endless = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
      const pour = () => {
        if (response.writable && response.write(Buffer.alloc(32_768))) setImmediate(pour)
      }
      response.on('drain', pour)
      pour()
    })
    expect(await asked({ url: endless.url })).toEqual({ ok: false, why: 'no-answer' })
    await endless.close()
  })

  test('that sends us elsewhere is not followed', async () => {
    let isReached = false
    const inside = await serve((_, response) => {
      isReached = true
      response.end()
    })
    const sends = await serve((_, response) => response.writeHead(307, { location: inside.url }).end())
    expect(await asked({ url: sends.url })).toEqual({ ok: false, why: 'no-answer' })
    expect(isReached).toBe(false)
    await sends.close()
    await inside.close()
  })
})
