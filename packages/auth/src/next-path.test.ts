import { describe, expect, test } from 'vitest'
import { nextPath, signInPath } from './next-path'

describe('where to go after signing in', () => {
  test.each(['/', '/projects/1', '/projects/1?tab=plan&sort=-due', '/a%20b', '/a?next=https://x.example'])(
    'is %s, a path of ours',
    (path) => expect(nextPath(path)).toBe(path),
  )

  test.each([
    '',
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/a\\..\\..\\evil',
    'evil.example',
    '@evil.example',
    '/\u202e',
    `/${'a'.repeat(3000)}`,
  ])('is our first page instead of %j', (wanted) => expect(nextPath(wanted)).toBe('/'))

  test('is not a form that was sent', () => {
    const post = new Request('http://localhost/submissions/1/decision', { method: 'POST' })
    expect(signInPath(post)).toBe('/sign-in')
  })
})
