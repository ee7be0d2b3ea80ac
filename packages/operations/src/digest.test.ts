import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf } from './digest'

describe('the digest of a value', () => {
  test('is the SHA-256 of its canonical JSON (RFC 8785): keys in order, no spaces, UTF-8', () => {
    const canonical = '{"a":[1,"€"],"b":{"c":null}}'
    expect(digestOf({ b: { c: null }, a: [1, '€'] })).toBe(
      createHash('sha256').update(canonical).digest('hex'),
    )
  })

  test('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(digestOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(digestOf(value))
      }),
    )
  })

  test('refuses what JSON cannot hold', () => {
    expect(() => digestOf(undefined)).toThrow(TypeError)
  })
})
