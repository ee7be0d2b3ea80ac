import { describe, expect, test } from 'vitest'
import { whyNotPassword } from './password-rule'

const owner = { name: 'Ada Lovelace-King', email: 'ada.lovelace@harbour.example' }

describe('a password', () => {
  test.each([
    ['elevenchars', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['ADA.Lovelace@harbour.example', 'is-your-email'],
    ['ada-lovelace', 'is-your-email'],
    ['Ada Lovelace King', 'is-your-name'],
    ['aaaaaaaaaaaa', 'too-common'],
    ['abababababab', 'too-common'],
    ['123456789012', 'too-common'],
    ['qwertzuiopasdf', 'too-common'],
    ['zyxwvutsrqponm', 'too-common'],
    ['Password2026!', 'too-common'],
    ['P@ssw0rd123456', 'too-common'],
    ['Countersign2026', 'too-common'],
  ])('is not %s: %s', (password, why) => expect(whyNotPassword(password, owner)).toBe(why))

  test.each([
    'nine grey herons wade',
    'Straßenbahn um halb acht',
    '夜の図書館でねこが本を読む',
    'k7!Qz0-vv2#Lm',
  ])('may be %s', (password) => expect(whyNotPassword(password, owner)).toBeNull())
})
