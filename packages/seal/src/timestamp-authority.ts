import { randomBytes, type X509Certificate } from 'node:crypto'
import { OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import { bufferOf, positiveInteger } from './cms'
import { oid } from './object-ids'
import { readToken, type TokenRefusal } from './timestamp-token'

/** An RFC 3161 service: its address as the operator configured it, and whose certificates it is known by. */
export type TimestampAuthority = { url: string; trusted: X509Certificate[]; timeoutMs: number }

export type TimestampTrouble = 'no-answer' | 'refused' | 'implausible-time' | TokenRefusal
export type TimestampAnswer = { ok: true; token: Uint8Array; at: Date } | { ok: false; why: TimestampTrouble }

const largestAnswer = 64 * 1024
const largestDifferenceMs = 60 * 60 * 1000

/**
 * Has a SHA-256 digest timestamped. The address is only ever the configured one: no redirection is followed. What
 * comes back is checked whole before anybody keeps it. Never throws: a service that is down costs a level only.
 */
export async function timestamp(
  authority: TimestampAuthority,
  imprint: Uint8Array,
  now: Date,
): Promise<TimestampAnswer> {
  const nonce = randomBytes(8)
  // Neither negative nor with zeros in front: an INTEGER is as short as it can be, and some authorities insist.
  nonce[0] = 0x40 | (nonce[0]! & 0x3f)
  const answer = await post(authority, requestFor(imprint, nonce))
  if (!answer) return { ok: false, why: 'no-answer' }
  const token = tokenIn(answer)
  if (!token) return { ok: false, why: 'refused' }
  const read = readToken(token, { imprint, nonce, trusted: authority.trusted })
  if (!read.ok) return read
  if (Math.abs(read.at.getTime() - now.getTime()) > largestDifferenceMs)
    return { ok: false, why: 'implausible-time' }
  return { ok: true, token, at: read.at }
}

function requestFor(imprint: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
      hashedMessage: new OctetString({ valueHex: bufferOf(imprint) }),
    }),
    nonce: positiveInteger(nonce),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

async function post({ url, timeoutMs }: TimestampAuthority, body: Uint8Array): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: bufferOf(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !type.startsWith('application/timestamp-reply') || !response.body) {
      await response.body?.cancel()
      return null
    }
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length
      // Leaving the loop cancels the rest.
      if (size > largestAnswer) return null
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch {
    return null
  }
}

function tokenIn(answer: Uint8Array): Uint8Array | null {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(bufferOf(answer))
    // 0 granted, 1 granted with modifications.
    const isGranted = status.status === 0 || status.status === 1
    return isGranted && timeStampToken ? new Uint8Array(timeStampToken.toSchema().toBER()) : null
  } catch {
    return null
  }
}
