import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { partsOf } from './typeface'

const fontsFolder = dirname(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans')))
const ours = [
  ['regular', 'noto-sans/400Regular/NotoSans_400Regular.ttf'],
  ['strong', 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'],
  ['code', 'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf'],
] as const
const latin = fc
  .array(fc.constantFrom(...' 0123456789.,:/-%ATVWYafijklrtvwyäéñßŁğ„“()&'), { maxLength: 24 })
  .map((signs) => signs.join(''))

describe('a text that is shaped in parts', () => {
  test.each(ours)('looks as if it were shaped whole, in the %s font', (name, file) => {
    const font = create(readFileSync(join(fontsFolder, file))) as Font
    const shaped = (text: string) => {
      const { glyphs, positions } = font.layout(text, { ccmp: false } as unknown as string[])
      return glyphs.map(({ id, codePoints }, at) => ({ id, codePoints, position: positions[at] }))
    }
    fc.assert(
      fc.property(latin, (text) => {
        const parts = partsOf(name, text)
        expect(parts.join('')).toBe(text)
        expect(parts.flatMap(shaped)).toEqual(shaped(text))
      }),
      { numRuns: 300 },
    )
  })

  test('is of our own fonts and Latin letters; what joins its letters stays whole', () => {
    expect(partsOf('regular', 'Build part 12')).toEqual(['Build ', 'part ', '1', '2'])
    expect(partsOf('arabic', 'سلام عليكم')).toEqual(['سلام عليكم'])
    expect(partsOf('regular', 'e\u0301 a')).toEqual(['e\u0301 a'])
  })
})
