import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export type Asked = {
  method?: string
  headers?: Record<string, string | undefined>
  body?: string | Uint8Array | undefined
  cookie?: string | undefined
}
export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string }

const agent = new Agent({ keepAlive: true })

/**
 * One request as it is, and the answer as it came: no redirect is followed, nothing is decompressed, no header is
 * added. A browser's own client would forbid half of what the walls have to try.
 */
export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body, cookie }: Asked = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const sent = Object.entries({ cookie, ...headers }).filter((each): each is [string, string] =>
    Boolean(each[1]),
  )
  const length = body === undefined ? [] : [['content-length', String(Buffer.byteLength(body))]]
  return new Promise((settle, fail) => {
    const asked = request(
      { hostname, port, path, method, agent, headers: Object.fromEntries([...sent, ...length]) },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', fail)
        response.on('end', () => {
          const bytes = Buffer.concat(parts)
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: bytes.toString('utf8'),
          })
        })
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

/** A form as a browser sends it from one of our own pages. */
export const fromOurPage = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}

export type Fields = Record<string, string | string[]>

/** A field that holds several values is sent several times. */
export function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
  return new URLSearchParams(pairs as [string, string][]).toString()
}

export type SentFile = { field: string; name: string; type: string; content: string | Uint8Array }

/** A form with files: its body and its content type. */
export function multipart(fields: Fields, files: SentFile[]): { body: Buffer; type: string } {
  const boundary = '----walls7MA4YWxkTrZu0gW'
  const parts: (string | Uint8Array)[] = []
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat())
      parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${each}\r\n`)
  for (const { field, name, type, content } of files)
    parts.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      content,
      '\r\n',
    )
  parts.push(`--${boundary}--\r\n`)
  return {
    body: Buffer.concat(parts.map((part) => Buffer.from(part))),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}
