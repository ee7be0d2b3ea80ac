import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'

type Download = {
  stream: Readable | ReadableStream<Uint8Array> | Uint8Array
  /** In bytes; left out where it is known only when the last byte is made. */
  size?: number
  name: string
  mediaType: string
}

/** A file for saving, never for showing: whatever it holds, the browser runs none of it as ours. */
export function attachment({ stream, size, name, mediaType }: Download): Response {
  const body = stream instanceof Readable ? createReadableStreamFromReadable(stream) : stream
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': /^[\w.+-]+\/[\w.+-]+(;\s*charset=[\w-]+)?$/.test(mediaType)
        ? mediaType
        : 'application/octet-stream',
      ...(size === undefined ? {} : { 'Content-Length': String(size) }),
      'Content-Disposition': attachmentNamed(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}

/** RFC 6266 with RFC 5987: an ASCII name for old programs, the whole name for the others. */
export function attachmentNamed(name: string): string {
  const safe =
    name
      .replace(/\p{Surrogate}/gu, '_')
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
      .replace(/[/\\:*?"<>|]/g, '_')
      .replace(/^\.+/, '_')
      .trim()
      .slice(0, 200) || 'file'
  const ascii =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/[%;]/g, '_')
      .trim() || 'file'
  const whole = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}
