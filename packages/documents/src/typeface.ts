import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import PDFDocument from 'pdfkit'

/** Noto Sans: Latin, Greek, Cyrillic and Vietnamese. Noto Sans Mono adds arrows, comparisons and boxes. */
export type FontName = 'regular' | 'strong' | 'code'
export type Run = { font: FontName; text: string }
export type Line = Run[]

const fontFiles: Record<FontName, string> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  code: '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
}
const substitute: Record<FontName, FontName> = { regular: 'code', strong: 'code', code: 'regular' }

/** What is printed in place of a character that no font of ours has, or that nobody could see. */
export const missingMark = '\ufffd'

// Characters without a picture of their own, among them those that turn the direction of text: in a document that
// is evidence they are shown, not obeyed.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u
const plain = /^[\x20-\x7e]$/
const lineEnd = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/
// More marks than any language stacks on one letter would be drawn over the lines above.
const mostMarks = 3

type Atom = { text: string; font: FontName; width: number }

/** Breaks text into lines that fit, and prints them, in fonts that are embedded into the document. */
export class Typeface {
  /** Characters replaced so far, in order of appearance, without repetition. */
  readonly missing = new Set<string>()
  private readonly faces = new Map(fontsForOneDocument())
  private readonly widths = new Map<string, number>()
  private readonly graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  constructor(private readonly doc: InstanceType<typeof PDFDocument>) {
    // pdfkit takes a parsed font too; its types do not say so.
    for (const [name, font] of this.faces) doc.registerFont(name, font as unknown as Buffer)
  }

  /** The lines that a text needs in a font at a size within a width, all in points. Never empty. */
  lines(text: string, font: FontName, size: number, width: number): Line[] {
    return text.split(lineEnd).flatMap((paragraph) => this.wrap(this.atoms(paragraph, font), width / size))
  }

  width(line: Line, size: number): number {
    return line.reduce((sum, run) => sum + this.measure(run.font, run.text) * size, 0)
  }

  /** Prints a line with its baseline at `y`. */
  print(line: Line, x: number, y: number, size: number, color: string): void {
    for (const run of line) {
      const options = { lineBreak: false, baseline: 'alphabetic', ...shaping(run.text) } as const
      this.doc.font(run.font).fontSize(size).fillColor(color).text(run.text, x, y, options)
      x += this.measure(run.font, run.text) * size
    }
  }

  private wrap(atoms: Atom[], width: number): Line[] {
    const lines: Line[] = []
    let start = 0
    let used = 0
    for (let at = 0; at < atoms.length; at++) {
      const atom = atoms[at]!
      // A space may hang over the edge; nobody sees it.
      if (used + atom.width > width && at > start && atom.text !== ' ') {
        const next = breakBefore(atoms, start, at)
        lines.push(runs(atoms.slice(start, next)))
        start = next
        used = atoms.slice(start, at).reduce((sum, { width }) => sum + width, 0)
      }
      used += atom.width
    }
    lines.push(runs(atoms.slice(start)))
    return lines
  }

  private atoms(paragraph: string, font: FontName): Atom[] {
    const text = paragraph.replaceAll('\t', ' ').replaceAll('\u00ad', '')
    return Array.from(this.graphemes.segment(text), ({ segment }) => this.atom(segment, font))
  }

  private atom(grapheme: string, font: FontName): Atom {
    const chosen = plain.test(grapheme) ? font : this.fontFor(grapheme, font)
    if (!chosen) this.missing.add(grapheme)
    const shown = chosen ? { font: chosen, text: grapheme } : { font, text: missingMark }
    return { ...shown, width: this.measure(shown.font, shown.text) }
  }

  private fontFor(grapheme: string, wanted: FontName): FontName | null {
    const characters = Array.from(grapheme)
    if (invisible.test(grapheme) || characters.length > mostMarks + 1) return null
    const has = (font: FontName) => {
      const face = this.faces.get(font)!
      return characters.every((character) => face.hasGlyphForCodePoint(character.codePointAt(0)!))
    }
    return [wanted, substitute[wanted]].find(has) ?? null
  }

  /** Width at a size of one point. */
  private measure(font: FontName, text: string): number {
    const key = `${font} ${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known
    const width = this.doc.font(font).fontSize(1000).widthOfString(text, shaping(text)) / 1000
    this.widths.set(key, width)
    return width
  }
}

// The fonts compose some letters (the Vietnamese i with a dot below) of two glyphs, of which the second has no
// character: copied out of the PDF, the name would be wrong. They have the whole letter too; this asks for it.
// fontkit takes an object of switches, which the types do not know. Loose marks do need to be composed.
function shaping(text: string): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  if (/\p{M}/u.test(text)) return {}
  return { features: { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[] }
}

/** Where to end a line that is full at `full`: after a space, else inside a word where people would, else there. */
function breakBefore(atoms: Atom[], start: number, full: number): number {
  for (const place of [/[ \-–—/]/, /[._@\\:&=?,;]/]) {
    for (let at = full; at > start; at--) {
      // AC-2026-0017 is one word.
      const insideNumber = atoms[at - 1]!.text === '-' && /\d/.test(atoms[at]?.text ?? '')
      if (place.test(atoms[at - 1]!.text) && !insideNumber) return at
    }
  }
  return full
}

function runs(atoms: Atom[]): Line {
  const line: Line = []
  for (const { font, text } of atoms) {
    const last = line.at(-1)
    if (last?.font === font) last.text += text
    else line.push({ font, text })
  }
  const end = line.at(-1)
  if (end) end.text = end.text.trimEnd()
  return line.filter((run) => run.text !== '')
}

let parsed: [FontName, Font][] | undefined

/**
 * Our fonts, for one document. Parsed once, because their layout tables cost a tenth of a second; but each document
 * gets glyphs of its own: fontkit remembers for which character it first met a glyph, so that a space and a
 * no-break space, which share one, would be written into the file by what an earlier document began with.
 */
function fontsForOneDocument(): [FontName, Font][] {
  const { resolve } = createRequire(import.meta.url)
  parsed ??= (Object.entries(fontFiles) as [FontName, string][]).map(([name, file]) => [
    name,
    create(readFileSync(resolve(file))) as Font,
  ])
  return parsed.map(([name, font]) => [name, Object.create(font, { _glyphs: { value: {} } })])
}
