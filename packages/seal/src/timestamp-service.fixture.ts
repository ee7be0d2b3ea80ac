import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { certificatesInPem, pemOf } from './certificates'
import { issueCertificate } from './issue-certificate'
import type { TimestampAuthority } from './timestamp-authority'

export type TimestampService = {
  authority: TimestampAuthority
  rootFile: string
  close: () => Promise<void>
}

/**
 * A timestamp authority of one's own: `openssl ts -reply` behind a server on the loopback interface. `spoil` may
 * answer in its place.
 */
export async function openTimestampService(
  folder: string,
  spoil?: (reply: (query: Buffer) => Promise<Buffer>) => (query: Buffer) => Promise<Buffer>,
): Promise<TimestampService> {
  const files = makeAuthority(folder)
  const reply = (query: Buffer) => replyOf(files, query)
  const answer = spoil ? spoil(reply) : reply
  const server = await serve(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    try {
      const body = await answer(Buffer.concat(parts))
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body)
    } catch {
      response.writeHead(500).end()
    }
  })
  return {
    authority: { url: server.url, trusted: certificatesInPem(files.rootPem), timeoutMs: 5_000 },
    rootFile: files.rootFile,
    close: server.close,
  }
}

/** A server on a free port of the loopback interface. */
export async function serve(listener: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { url: `http://127.0.0.1:${port}/`, close }
}

type AuthorityFiles = { folder: string; config: string; rootFile: string; rootPem: string }

function makeAuthority(folder: string): AuthorityFiles {
  mkdirSync(folder, { recursive: true })
  const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const [rootKey, key] = [newKey(), newKey()]
  const day = 24 * 3600 * 1000
  const valid = { from: new Date(Date.now() - day), to: new Date(Date.now() + 365 * day) }
  const organisation = 'Test timestamps'
  const root = issueCertificate({ name: 'Root', organisation, key: rootKey, purpose: 'authority', ...valid })
  const own = issueCertificate({
    name: 'Timestamps',
    organisation,
    key,
    purpose: 'timestamps',
    ...valid,
    issuer: { certificate: root, key: rootKey },
  })
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const rootPem = pemOf(root)
  const rootFile = file('root.pem', rootPem)
  const config = file(
    'timestamps.cnf',
    `[tsa]
default_tsa = service
[service]
serial = ${file('serial', '01\n')}
signer_cert = ${file('own.pem', pemOf(own))}
certs = ${rootFile}
signer_key = ${file('key.pem', key.export({ type: 'pkcs8', format: 'pem' }).toString())}
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`,
  )
  return { folder, config, rootFile, rootPem }
}

// One after the other: openssl counts in a file.
let before: Promise<unknown> = Promise.resolve()

function replyOf({ config, folder }: AuthorityFiles, query: Buffer): Promise<Buffer> {
  const queryFile = join(folder, 'query.tsq')
  const reply = before.then(
    () =>
      new Promise<Buffer>((settle, reject) => {
        writeFileSync(queryFile, query)
        const args = ['ts', '-reply', '-config', config, '-queryfile', queryFile]
        execFile('openssl', args, { encoding: 'buffer' }, (error, stdout) =>
          error ? reject(error) : settle(stdout),
        )
      }),
  )
  before = reply.catch(() => undefined)
  return reply
}
