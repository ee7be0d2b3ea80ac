import { describe, expect, test } from 'vitest'
import { oneLine, renderLetter } from '../src/mail/letter'
import { requireDeliverable } from '../src/mail/send-mail'

describe('what becomes a header', () => {
  test.each([
    ['Ada\r\nBcc: eve@evil.example', 'ada@harbour.example'],
    ['Ada\u2028Bcc: x', 'ada@harbour.example'],
    ['Ada', 'ada@harbour.example\nBcc: eve@evil.example'],
    ['Ada', 'ada@harbour.example, eve@evil.example'],
  ])('%j at %j is refused', (name, address) => {
    expect(() => requireDeliverable(name, address)).toThrow(/recipient/)
  })

  test('a subject stays one line', () => {
    expect(oneLine('Gate\r\nBcc: eve@evil.example\u202e')).toBe('Gate Bcc: eve@evil.example')
  })
})

test('a letter says the same in text and HTML, and its words are never markup', () => {
  const { text, html } = renderLetter({
    locale: 'en',
    subject: 'A <script>',
    to: '<img src=x>',
    paragraphs: ['1 < 2'],
    facts: [{ label: 'L"', value: "V'" }],
    button: { label: 'Go', href: 'https://portal.example/?a=1&b=2' },
  })
  expect(text).toContain('Hello <img src=x>,')
  expect(text).toContain('Go:\nhttps://portal.example/?a=1&b=2')
  expect(html).not.toMatch(/<script|<img/)
  expect(html).toContain('href="https://portal.example/?a=1&amp;b=2"')
})
