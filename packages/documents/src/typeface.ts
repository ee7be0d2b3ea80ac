import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import bidiFactory from 'bidi-js'
import { create, type Font, type GlyphRun } from 'fontkit'
import PDFDocument from 'pdfkit'

/** The three that a document chooses from: Noto Sans, its bolder cut, and Noto Sans Mono. */
export type ChosenFont = 'regular' | 'strong' | 'code'
/** With those that step in for what these lack, one script each. */
export type FontName = ChosenFont | ScriptFont
/** `level`: the embedding level (UAX #9); odd runs from right to left. */
export type Run = { font: FontName; text: string; level: number }
/** In the order in which people read. */
export type Line = Run[]

type ScriptFont = 'arabic' | 'hebrew' | 'devanagari' | 'thai' | 'han' | 'emoji'

const fontFiles: Record<FontName, [packageName: string, file: string]> = {
  regular: ['@expo-google-fonts/noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  strong: ['@expo-google-fonts/noto-sans', '600SemiBold/NotoSans_600SemiBold.ttf'],
  code: ['@expo-google-fonts/noto-sans-mono', '400Regular/NotoSansMono_400Regular.ttf'],
  arabic: ['@embedpdf/fonts-arabic', 'fonts/NotoNaskhArabic-Regular.ttf'],
  hebrew: ['@embedpdf/fonts-hebrew', 'fonts/NotoSansHebrew-Regular.ttf'],
  devanagari: ['@expo-google-fonts/noto-sans-devanagari', '400Regular/NotoSansDevanagari_400Regular.ttf'],
  thai: ['@expo-google-fonts/noto-sans-thai', '400Regular/NotoSansThai_400Regular.ttf'],
  han: ['@embedpdf/fonts-sc', 'fonts/NotoSansHans-Regular.otf'],
  emoji: ['@expo-google-fonts/noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'],
}
const substitute: Record<ChosenFont, ChosenFont> = { regular: 'code', strong: 'code', code: 'regular' }
const ofScript: [ScriptFont, RegExp][] = [
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['thai', /\p{Script=Thai}/u],
  [
    'han',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fc\uff00-\uffef]/u,
  ],
  ['emoji', /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u],
]

/** What is printed in place of a character that no font of ours has, or that nobody could see. */
export const missingMark = '\ufffd'

// Characters without a picture of their own, among them those that turn the direction of text: in a document that
// is evidence they are shown, not obeyed.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u
// Where an invisible character changes how its neighbours look, it belongs to the spelling: an emoji of several
// people, a Persian letter that must not join the next.
const emojiSequence = new RegExp('^\\p{RGI_Emoji}$', 'v')
const unjoined = /^\p{Script=Arabic}\p{M}{0,3}\u200c$/u
const plain = /^[\x20-\x7e]$/
const allPlain = /^[\x20-\x7e]*$/
const lineEnd = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/
// More marks than any language stacks on one letter would be drawn over the lines above.
const mostMarks = 3

type Atom = { text: string; font: FontName; width: number }
/** A font within pdfkit, which does not declare it. */
type LaidOut = { layoutRun(text: string, features?: unknown): GlyphRun }

/** Breaks text into lines that fit, and prints them, in fonts that are embedded into the document. */
export class Typeface {
  /** Characters replaced so far, in order of appearance, without repetition. */
  readonly missing = new Set<string>()
  private readonly faces = new Map<FontName, Font>()
  private readonly laidOut = new Set<LaidOut>()
  private readonly widths = new Map<string, number>()
  private readonly graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  constructor(private readonly doc: InstanceType<typeof PDFDocument>) {}

  /** The lines that a text needs in a font at a size within a width, all in points. Never empty. */
  lines(text: string, font: ChosenFont, size: number, width: number): Line[] {
    return text.split(lineEnd).flatMap((paragraph) => {
      // Most lines fit as they are.
      if (allPlain.test(paragraph) && (width === Infinity || this.measure(font, paragraph) * size <= width)) {
        const whole = paragraph.trimEnd()
        return [whole === '' ? [] : [{ font, text: whole, level: 0 }]]
      }
      return this.wrap(this.atoms(paragraph, font), width / size)
    })
  }

  width(line: Line, size: number): number {
    return line.reduce((sum, run) => sum + this.measure(run.font, run.text) * size, 0)
  }

  /** Prints a line with its baseline at `y`, its runs in reading order, each where the eye expects it. */
  print(line: Line, x: number, y: number, size: number, color: string): void {
    const places = new Map<Run, number>()
    for (const run of inVisualOrder(line)) {
      places.set(run, x)
      x += this.measure(run.font, run.text) * size
    }
    for (const run of line) {
      const options = { lineBreak: false, baseline: 'alphabetic', ...shaping(run) } as const
      this.face(run.font)
      this.doc.font(run.font).fontSize(size).fillColor(color)
      this.shapeOnce()
      // Its vowel signs stand before the letter after which they are read. Of Arabic and Hebrew readers know that they
      // run backwards, and would turn what is said here around.
      const isReordered = run.font === 'devanagari'
      if (isReordered) this.doc.markContent('Span', { actual: run.text } as PDFKit.Mixins.MarkingOptions)
      this.doc.text(run.text, places.get(run)!, y, options)
      if (isReordered) this.doc.endMarkedContent()
    }
  }

  /** pdfkit has each text that it prints laid out three times, one after the other: that is once enough. */
  private shapeOnce(): void {
    const { _font: font } = this.doc as unknown as { _font: LaidOut }
    if (this.laidOut.has(font)) return
    this.laidOut.add(font)
    const layoutRun = font.layoutRun.bind(font)
    let last: { text: string; features: string; run: GlyphRun } | null = null
    font.layoutRun = (text, wanted) => {
      const features = JSON.stringify(wanted ?? null)
      if (last?.text !== text || last.features !== features)
        last = { text, features, run: layoutRun(text, wanted) }
      return last.run
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

  private atoms(paragraph: string, font: ChosenFont): Atom[] {
    const text = paragraph.replaceAll('\t', ' ').replaceAll('\u00ad', '')
    // Most texts; finding graphemes costs more than setting them.
    if (allPlain.test(text)) return Array.from(text, (character) => this.atom(character, font))
    return Array.from(this.graphemes.segment(text), ({ segment }) => this.atom(segment, font))
  }

  private atom(grapheme: string, font: ChosenFont): Atom {
    const chosen = plain.test(grapheme) ? font : this.fontFor(grapheme, font)
    if (!chosen) this.missing.add(grapheme)
    const shown = chosen ? { font: chosen, text: grapheme } : { font, text: missingMark }
    return { ...shown, width: this.measure(shown.font, shown.text) }
  }

  private fontFor(grapheme: string, wanted: ChosenFont): FontName | null {
    const characters = Array.from(grapheme)
    const isSequence = emojiSequence.test(grapheme) || unjoined.test(grapheme)
    if (!isSequence && (invisible.test(grapheme) || characters.length > mostMarks + 1)) return null
    const has = (font: FontName) =>
      characters.every((character) => this.face(font).hasGlyphForCodePoint(character.codePointAt(0)!))
    const script = ofScript.find(([, characters]) => characters.test(grapheme))?.[0]
    // A sequence becomes one picture, which is asked for by its characters together.
    if (isSequence && script) return script
    const own: FontName[] = [wanted, substitute[wanted]]
    const candidates = !script ? own : script === 'emoji' ? [...own, script] : [script, ...own]
    return candidates.find(has) ?? null
  }

  /** A font, known to the document from now on: those of rare scripts are large, and read when they are needed. */
  private face(name: FontName): Font {
    const known = this.faces.get(name)
    if (known) return known
    const font = fontForOneDocument(name)
    this.faces.set(name, font)
    // pdfkit takes a parsed font too; its types do not say so.
    this.doc.registerFont(name, font as unknown as Buffer)
    return font
  }

  /** Width at a size of one point. */
  private measure(font: FontName, text: string): number {
    const key = `${font} ${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known
    const face = this.face(font)
    const run = face.layout(text, shaping({ font, text }).features as unknown as string[])
    const width = run.advanceWidth / face.unitsPerEm
    this.widths.set(key, width)
    return width
  }
}

function isChosen(font: FontName): font is ChosenFont {
  return font in substitute
}

// The fonts compose some letters (the Vietnamese i with a dot below) of two glyphs, of which the second has no
// character: copied out of the PDF, the name would be wrong. They have the whole letter too; this asks for it.
// fontkit takes an object of switches, which the types do not know. Loose marks do need to be composed. An empty
// object still asks pdfkit to shape the run as a whole and not word by word.
function shaping({ font, text }: { font: FontName; text: string }): {
  features?: PDFKit.Mixins.OpenTypeFeatures[]
} {
  const switches = (wanted: object) => ({ features: wanted as unknown as PDFKit.Mixins.OpenTypeFeatures[] })
  if (!isChosen(font)) return switches({})
  return switches(/\p{M}/u.test(text) ? {} : { ccmp: false })
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
  const levels = levelsOf(atoms)
  const line: Line = []
  for (const [at, { font, text }] of atoms.entries()) {
    const level = levels?.[at] ?? 0
    const last = line.at(-1)
    if (last?.font === font && last.level === level) last.text += text
    else line.push({ font, text, level })
  }
  const end = line.at(-1)
  if (end) end.text = end.text.trimEnd()
  for (const run of line) if (run.level % 2 === 1 && isChosen(run.font)) run.text = mirrored(run.text)
  return line.filter((run) => run.text !== '')
}

const bidi = bidiFactory()

/** The embedding level of each atom in a line of a document that reads from left to right; `null` where all are 0. */
function levelsOf(atoms: Atom[]): number[] | null {
  if (!atoms.some(({ font }) => font === 'arabic' || font === 'hebrew')) return null
  const { levels } = bidi.getEmbeddingLevels(atoms.map(({ text }) => text).join(''), 'ltr')
  let offset = 0
  return atoms.map(({ text }) => {
    const level = levels[offset] ?? 0
    offset += text.length
    return level
  })
}

/** Signs of our own fonts between words of another direction: they are set one by one, brackets turned. */
function mirrored(text: string): string {
  return Array.from(text, (sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .reverse()
    .join('')
}

/** From left to right as the eye sees them (UAX #9, rule L2). */
function inVisualOrder(line: Line): Line {
  const highest = Math.max(0, ...line.map(({ level }) => level))
  const order = [...line]
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from
      while (to < order.length && order[to]!.level >= level) to++
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = to
    }
  }
  return order
}

const parsed = new Map<FontName, Font>()

/**
 * A font of ours, for one document. Parsed once, because its layout tables cost a tenth of a second; but each document
 * gets glyphs of its own: fontkit remembers for which character it first met a glyph, so that a space and a
 * no-break space, which share one, would be written into the file by what an earlier document began with.
 */
function fontForOneDocument(name: FontName): Font {
  let font = parsed.get(name)
  if (!font) {
    font = create(readFileSync(pathOf(...fontFiles[name]))) as Font
    parsed.set(name, font)
  }
  const own = Object.create(font, { _glyphs: { value: {} } }) as Font
  own.layout = (text, features) => layoutOf({ name, shared: font, own }, text, features)
  return own
}

type Shaped = { id: number; codePoints: number[]; position: GlyphPosition }
type GlyphPosition = GlyphRun['positions'][number]

// Shaping is most of the work, and labels are the same in every document.
const shapedWords = new Map<string, readonly Shaped[]>()
const mostWords = 8192

// In our own fonts no Latin word looks otherwise for the one before its space, nor a digit for its neighbours: shaped in
// parts a text is the same, sign for sign, and parts come again where whole names do not. Other scripts are shaped whole.
const latin = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f]*$/
const figures = /^[\d.:/,\- %]+$/
const words = /[^ ]* |[^ ]+/g

function layoutOf(
  of: { name: FontName; shared: Font; own: Font },
  text: string,
  features: unknown,
): GlyphRun {
  const shaped = partsOf(of.name, text).flatMap((part) => shapedPart(of, part, features))
  // pdfkit scales the positions where they stand, so each caller gets its own.
  const positions = shaped.map(({ position }) => ({ ...position }))
  return {
    glyphs: shaped.map(({ id, codePoints }) => of.own.getGlyph(id, codePoints)),
    positions,
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
    },
  } as GlyphRun
}

/** What of a text is shaped by itself; together the parts are the text. */
export function partsOf(name: FontName, text: string): string[] {
  if (!isChosen(name) || !latin.test(text)) return [text]
  return (text.match(words) ?? [text]).flatMap((word) => (figures.test(word) ? Array.from(word) : [word]))
}

function shapedPart(
  { name, shared, own }: { name: FontName; shared: Font; own: Font },
  text: string,
  features: unknown,
): readonly Shaped[] {
  const key = `${name} ${JSON.stringify(features ?? null)} ${text}`
  const known = shapedWords.get(key)
  if (known) return known
  const run = shared.layout.call(own, text, features as string[])
  // Where shaping makes two glyphs of one character, the second has none; archives want one of each (ISO 19005-3,
  // 6.2.11.7.2), and this one says nothing.
  const shaped = run.glyphs.map(({ id, codePoints }, at) => ({
    id,
    codePoints: codePoints.length > 0 ? codePoints : [0x200b],
    position: { ...run.positions[at]!, advanceWidth: 0 },
  }))
  if (shapedWords.size >= mostWords) shapedWords.delete(shapedWords.keys().next().value!)
  shapedWords.set(key, shaped)
  return shaped
}

/** Not every package exports its fonts, so the way leads over its folder. */
function pathOf(name: string, file: string): string {
  const entry = createRequire(import.meta.url).resolve(name)
  const folder = join(...name.split('/'))
  return join(entry.slice(0, entry.lastIndexOf(folder) + folder.length), file)
}
