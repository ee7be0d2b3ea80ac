import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, openStorage, type Storage } from './storage'

// Not an S3 service: the three requests we rely on, so that path, headers and body can be looked at.
type Kept = { body: Buffer; headers: IncomingMessage['headers'] }
const kept = new Map<string, Kept>()
const seen: string[] = []
let server: Server
let home: string
let storage: Storage

beforeEach(async () => {
  kept.clear()
  seen.length = 0
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const path = request.url?.split('?')[0] ?? ''
    seen.push(`${request.method} ${path}`)
    if (request.method === 'PUT') {
      kept.set(path, { body: Buffer.concat(parts), headers: request.headers })
      return response.end()
    }
    const found = kept.get(path)
    if (!found) return response.writeHead(404).end()
    response.writeHead(200, { 'content-length': found.body.length, etag: '"x"' })
    response.end(request.method === 'HEAD' ? undefined : found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = await mkdtemp(join(tmpdir(), 'countersign-s3-'))
  storage = openStorage({
    COUNTERSIGN_HOME: home,
    S3_BUCKET: 'acceptance',
    S3_REGION: 'eu-central-1',
    S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    S3_SECRET_ACCESS_KEY: 'not-a-secret',
  })
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(home, { recursive: true, force: true })
})

const content = Buffer.from('Größe,1\n'.repeat(5000))
const sha256 = createHash('sha256').update(content).digest('hex')
const path = `/acceptance/${keyOf(sha256)}`
const options = { name: 'sizes.csv', declaredType: 'text/csv', maxBytes: 1_000_000 }

describe('a file kept by S3', () => {
  test('is put once, signed for the region, with its type and its digest', async () => {
    expect(await storage.put([content], options)).toMatchObject({ ok: true, sha256 })
    expect(await storage.put([content], options)).toMatchObject({ ok: true, sha256 })

    expect(seen).toEqual([`HEAD ${path}`, `PUT ${path}`, `HEAD ${path}`])
    const { body, headers } = kept.get(path)!
    expect(body.equals(content)).toBe(true)
    expect(headers['content-type']).toBe('text/csv')
    expect(headers['content-length']).toBe(String(content.length))
    expect(headers['x-amz-checksum-sha256']).toBe(Buffer.from(sha256, 'hex').toString('base64'))
    expect(headers['x-amz-acl']).toBeUndefined()
    expect(headers.authorization).toMatch(/Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/s3\/aws4_request/)
  })

  test('leaves no waiting file on the machine', async () => {
    await storage.put([content], options)
    expect(await readdir(join(home, 'countersign-uploads'))).toEqual([])
  })

  test('comes back byte for byte, and what is not there is a plain no', async () => {
    await storage.put([content], options)
    expect(Buffer.from(await storage.bytes(sha256)).equals(content)).toBe(true)
    expect((await storage.open(sha256))?.size).toBe(content.length)
    expect(await storage.has('0'.repeat(64))).toBe(false)
    expect(await storage.open('0'.repeat(64))).toBeNull()
  })

  test('can be addressed by one URL', async () => {
    const { port } = server.address() as AddressInfo
    const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`)
    storage = openStorage({
      STORAGE_URL: `s3://other?region=eu-west-1&endpoint=${endpoint}`,
      COUNTERSIGN_HOME: home,
      S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      S3_SECRET_ACCESS_KEY: 'not-a-secret',
    })
    await storage.put([content], options)
    expect(seen).toContain(`PUT /other/${keyOf(sha256)}`)
  })
})
