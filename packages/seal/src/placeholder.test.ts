import { describe, expect, test } from 'vitest'
import { newSealToken, placeOfSeal, prepare, fill, reservedBytes, sealedBytes } from './placeholder'

const at = new Date('2026-03-12T14:05:09.412Z')

function withRoom(token: string, before = '', after = ''): Uint8Array {
  const room = token.padEnd(2 * reservedBytes, '0')
  const range = '/ByteRange [0 9999999999 9999999999 9999999999]'
  return Buffer.from(`${before}\n${range}\n/Contents <${room}>\n/M (D:00000000000000Z)\n${after}`, 'latin1')
}

describe('the room for a seal', () => {
  test('is told where it is and when; everything else is sealed', () => {
    const token = newSealToken()
    const { bytes, place } = prepare({ bytes: withRoom(token, '%PDF', '%%EOF'), token }, at)
    fill(bytes, place, Buffer.of(0x30, 0x01))
    expect(placeOfSeal(bytes)).toEqual(place)
    expect(bytes.toString('latin1')).toContain('/M (D:20260312140509Z)')
    expect(sealedBytes(bytes, place)).toHaveLength(bytes.length - 2 * reservedBytes - 2)
    expect(bytes.toString('latin1', place.from, place.from + 6)).toBe('300100')
  })

  test('is not confused by a text that looks like one', () => {
    const token = newSealToken()
    const look = `/ByteRange [0 9999999999 9999999999 9999999999]\n/Contents <${'0'.repeat(64)}>`
    const { bytes, place } = prepare({ bytes: withRoom(token, look, look), token }, at)
    expect(place.from).toBeGreaterThan(look.length)
    expect(placeOfSeal(bytes)).toEqual(place)
  })

  test('must be there, once, and as we write it', () => {
    const token = newSealToken()
    const bytes = withRoom(token)
    expect(() => prepare({ bytes, token: newSealToken() }, at)).toThrow('no room')
    expect(() => prepare({ bytes: Buffer.concat([bytes, bytes]), token }, at)).toThrow('two seals')
    expect(() => prepare({ bytes: Buffer.from(token), token }, at)).toThrow('no byte range')
  })

  test('is not overrun', () => {
    const token = newSealToken()
    const { bytes, place } = prepare({ bytes: withRoom(token), token }, at)
    expect(() => fill(bytes, place, Buffer.alloc(reservedBytes + 1))).toThrow(RangeError)
  })
})
