import type PDFDocument from 'pdfkit'
import { openArchive, type Archive, type ArchiveOptions, type Attachment } from './archive'
import { messagesFor } from './messages'
import { signatureField } from './signature-field'
import { artifact, structureElement, tagged, type Described, type Into } from './tagging'
import { missingMark, Typeface, type ChosenFont, type Line } from './typeface'

export const ink = '#17212b'
export const muted = '#5a6673'
export const accent = '#0f5c52'
/** For what is less than a plain acceptance. */
export const warning = '#8a5200'
const hairline = '#d3d9df'
const tint = '#f2f6f5'

const pageWidth = 595.28
const pageHeight = 841.89
const margin = 56
/** The width between the margins, in points. */
export const contentWidth = pageWidth - 2 * margin
const bottom = pageHeight - 64
const lineRatio = 1.42
// From the top of a line to its baseline, as a share of the size.
const ascent = 1.05
const cellPadding = 5
const gutter = 10
// The seal is drawn in one piece, so each of its details ends here; all of it stands further down in full.
const sealLines = 4
const codeWidth = 66

export type Words = { text: string; font?: ChosenFont; size?: number; color?: string }
export type Cell = string | Words | Words[]
export type Column = { title: string; width: number; align?: 'left' | 'right' }

type Row = { cells: Cell[]; emphasis?: boolean }
type SetLine = { line: Line; size: number; color: string }

/**
 * One A4 document, filled from top to bottom. Whatever does not fit goes on to the next page, line by line. It is
 * PDF/A-3a and PDF/UA-1: all that is printed is tagged with what it is, in reading order, or marked as an artifact.
 */
export class Sheet {
  private readonly doc: InstanceType<typeof PDFDocument>
  private readonly archive: Archive
  private readonly type: Typeface
  private y = margin

  /** `createdAt` is the only time in the file: the same input gives the same bytes. */
  constructor(private readonly options: SheetOptions) {
    this.archive = openArchive(options)
    this.doc = this.archive.doc
    this.type = new Typeface(this.doc)
  }

  /** The head of the first page: who issues it, its number, its title and what it is about. */
  letterhead(head: { from: string; number: string; title: string; subtitle: string }): void {
    this.artifact(() => this.doc.rect(0, 0, pageWidth, 5).fill(accent))
    const width = contentWidth - 300
    const number = this.set({ text: head.number, font: 'code', size: 9, color: muted }, width)
    const top = this.y
    this.lines(number, this.element('P'), { x: margin + 300, width, align: 'right' })
    const below = this.y
    this.y = top
    this.block({ text: head.from, font: 'strong', size: 10, color: accent }, 'P', 290)
    this.y = Math.max(this.y, below)
    this.space(16)
    this.block({ text: head.title, font: 'strong', size: 23 }, 'H1')
    this.block({ text: head.subtitle, size: 12, color: muted }, 'P')
    this.space(14)
  }

  heading(text: string): void {
    this.space(16)
    // A heading stays with the beginning of what it announces: a table asks for 60.
    this.room(84)
    this.block({ text, font: 'strong', size: 11.5, color: ink }, 'H2')
    this.space(4)
  }

  subheading(text: string): void {
    this.space(7)
    this.room(78)
    this.block({ text, font: 'strong', size: 9.5, color: accent }, 'H3')
    this.space(2)
  }

  bullets(texts: string[]): void {
    const columns = [14, contentWidth - 14].map((width) => ({ title: '', width }))
    const list = this.element('L')
    for (const text of texts) {
      const item = this.element('LI', list)
      const into = [this.element('Lbl', item), this.element('LBody', item)]
      this.row(columns, { cells: [{ text: '•', color: muted }, text] }, { padding: 1.5, into })
    }
    this.space(4)
  }

  /** Amounts under the amounts of a table; the last is what counts. */
  totals(pairs: [label: string, amount: string][]): void {
    const columns: Column[] = [
      { title: '', width: contentWidth - 320 },
      { title: '', width: 170 },
      { title: '', width: 150, align: 'right' },
    ]
    const last = pairs.length - 1
    // Together or not at all: a sum alone on a page is asked about.
    this.room(pairs.length * 22)
    const table = this.element('Table')
    for (const [at, [label, amount]] of pairs.entries()) {
      const size = at === last ? 11 : 9
      this.row(
        columns,
        { cells: ['', { text: label, size }, { text: amount, size }], emphasis: at === last },
        { padding: 3, into: [null, ...this.namedCell(table)] },
      )
    }
    this.space(6)
  }

  paragraph(words: string | Words): void {
    this.block(typeof words === 'string' ? { text: words } : words, 'P')
    this.space(4)
  }

  /** Somebody's exact words, marked off by a bar. */
  quotation(text: string): void {
    const into = this.element('P', this.element('BlockQuote'))
    const strip = (height: number) => {
      this.room(height)
      this.artifact(() => {
        // Half a point of overlap: viewers show a hair between areas that only touch.
        this.doc.rect(margin, this.y, contentWidth, height + 0.5).fill(tint)
        this.doc.rect(margin, this.y, 3, height + 0.5).fill(accent)
      })
    }
    this.space(2)
    strip(7)
    this.space(7)
    for (const line of this.set({ text, size: 10.5 }, contentWidth - 28)) {
      strip(heightOf(line))
      this.print([[line, margin + 16, this.y]], into)
      this.y += heightOf(line)
    }
    strip(7)
    this.space(7)
    this.space(6)
  }

  /** The decision at a glance: its sign, what was decided, by whom and when; at its right a code to scan. */
  seal(seal: Seal): void {
    const { decided, details, sign, color = accent, code } = seal
    const x = margin + 58
    const width = contentWidth - 74 - (code ? codeWidth + 14 : 0)
    const lines = [
      ...this.set({ text: decided, font: 'strong', size: 15, color }, width),
      ...details.flatMap((text) => this.set({ text, size: 9.5 }, width).slice(0, sealLines)),
    ]
    const needed = lines.reduce((sum, line) => sum + heightOf(line), 24)
    const height = Math.max(needed, code ? codeWidth + 20 : 0)
    this.room(height)
    const top = this.y
    this.artifact(() => {
      this.doc.lineWidth(0.8).roundedRect(margin, top, contentWidth, height, 5).fillAndStroke(tint, hairline)
      this.sign(sign, margin + 31, top + 31, color)
    })
    const into = this.element('P')
    this.y += 12 + (height - needed) / 2
    const places: [SetLine, number, number][] = []
    for (const line of lines) {
      places.push([line, x, this.y])
      this.y += heightOf(line)
    }
    this.print(places, into)
    if (code) this.code(code, pageWidth - margin - codeWidth - 10, top + 10)
    if (seal.field) {
      const box = { x: margin, y: top, width: contentWidth, height }
      signatureField(this.archive, { ...seal.field, box })
    }
    this.y = top + height
    this.space(14)
  }

  /** Names and values, two pairs to a row. */
  facts(pairs: [label: string, value: Cell][]): void {
    const half = contentWidth / 2
    const label = (text: string): Words => ({ text, size: 8.5, color: muted })
    const columns = [92, half - 92, 92, half - 92].map((width) => ({ title: '', width }))
    const table = this.element('Table')
    for (let at = 0; at < pairs.length; at += 2) {
      const both = pairs.slice(at, at + 2)
      const cells = both.flatMap(([name, value]) => [label(name), value])
      this.row(columns, { cells }, { padding: 2, into: both.flatMap(() => this.namedCell(table)) })
    }
    this.space(4)
  }

  /** Names and values, one pair to a row over the whole width. */
  list(pairs: [label: string, value: Cell][], labelWidth = 118): void {
    const columns = [labelWidth, contentWidth - labelWidth].map((width) => ({ title: '', width }))
    const table = this.element('Table')
    for (const [name, value] of pairs) {
      const cells = [{ text: name, size: 8.5, color: muted }, value]
      this.row(columns, { cells }, { padding: 2, into: this.namedCell(table) })
    }
    this.space(4)
  }

  /** Rows under a head that is repeated on every page. Widths in points; they should sum to `contentWidth`. */
  table(columns: Column[], rows: Row[]): void {
    const table = this.element('Table')
    const head = (into: Into[]) => {
      const cells = columns.map(({ title }) => ({
        text: title,
        font: 'strong' as const,
        size: 8,
        color: muted,
      }))
      this.row(columns, { cells }, { padding: 4, into })
      this.rule(0.9, muted)
    }
    this.room(60)
    const first = this.element('TR', this.element('THead', table))
    head(columns.map(() => this.element('TH', first, { scope: 'Column' })))
    const body = this.element('TBody', table)
    // Repeated for the eye only.
    const onNewPage = () => head(columns.map(() => null))
    for (const row of rows) {
      const tr = this.element('TR', body)
      const into = columns.map(() => this.element('TD', tr))
      this.row(columns, row, { padding: cellPadding, onNewPage, into })
      this.rule(0.5, hairline)
    }
    this.space(6)
  }

  /** Puts several blocks of text beside each other, each in an equal share of the width. */
  columns(blocks: Words[][]): void {
    const width = contentWidth / blocks.length
    this.row(
      blocks.map(() => ({ title: '', width })),
      { cells: blocks },
      { padding: 2, into: blocks.map(() => this.element('P')) },
    )
    this.space(4)
  }

  attach(file: Attachment): void {
    this.archive.attach(file)
  }

  space(points: number): void {
    this.y += points
  }

  /** Adds the note on characters and the feet of all pages, and gives the file. */
  async finish(): Promise<Buffer> {
    this.noteMissing()
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page)
      this.artifact(() => this.foot(page + 1, count), 'Pagination')
    }
    return this.archive.finish()
  }

  private foot(page: number, pages: number): void {
    const { locale, foot, reference } = this.options
    const y = pageHeight - 36
    this.doc
      .moveTo(margin, y - 16)
      .lineTo(pageWidth - margin, y - 16)
      .lineWidth(0.5)
      .strokeColor(hairline)
      .stroke()
    const right = `${reference} · ${messagesFor(locale).page(page, pages)}`
    const [end = []] = this.type.lines(right, 'regular', 7.5, 230)
    this.type.print(end, pageWidth - margin - this.type.width(end, 7.5), y, 7.5, muted)
    const [start = []] = this.type.lines(foot, 'regular', 7.5, contentWidth - 240)
    this.type.print(start, margin, y, 7.5, muted)
  }

  private noteMissing(): void {
    // The foot is not printed yet, and may hold the only such character.
    this.type.lines(`${this.options.foot}${this.options.reference}`, 'regular', 7.5, contentWidth)
    const missing = [...this.type.missing]
    if (missing.length === 0) return
    const listed = missing.slice(0, 120).map(codePoints).join(', ')
    const list = missing.length > 120 ? `${listed} …` : listed
    this.space(14)
    const text = messagesFor(this.options.locale).missingCharacters(missingMark, list)
    this.block({ text, size: 7.5, color: muted }, 'P')
  }

  private sign(sign: Seal['sign'], cx: number, cy: number, color: string): void {
    this.doc.circle(cx, cy, 15).fill(color)
    this.doc.lineWidth(2.4).lineCap('round').lineJoin('round').strokeColor('#ffffff')
    const { doc } = this
    if (sign === 'tick')
      doc
        .moveTo(cx - 6.5, cy + 0.5)
        .lineTo(cx - 1.8, cy + 5)
        .lineTo(cx + 6.5, cy - 5)
    // A clock: nobody signed, time did.
    else
      doc
        .moveTo(cx, cy - 7.5)
        .lineTo(cx, cy)
        .lineTo(cx + 5, cy + 3.5)
    doc.stroke().lineCap('butt').lineJoin('miter')
  }

  /** A QR code as one figure, its squares drawn as one path. */
  private code({ squares, meaning }: NonNullable<Seal['code']>, x: number, y: number): void {
    const side = codeWidth / squares.length
    const figure = this.element('Figure', undefined, {
      alt: meaning,
      bbox: [x, y, x + codeWidth, y + codeWidth],
    })
    this.tagged(figure, () => {
      this.doc.rect(x - 4, y - 4, codeWidth + 8, codeWidth + 8).fill('#ffffff')
      for (const [line, row] of squares.entries()) {
        for (let from = 0; from < row.length; from++) {
          let to = from
          while (row[to]) to++
          // Neighbours as one: no hair between them. A tenth more, for the line below.
          if (to > from) this.doc.rect(x + from * side, y + line * side, (to - from) * side, side * 1.02)
          from = to
        }
      }
      this.doc.fill(ink)
    })
  }

  private namedCell(table: Into): Into[] {
    const tr = this.element('TR', table)
    return [this.element('TH', tr, { scope: 'Row' }), this.element('TD', tr)]
  }

  private block(words: Words, tag: string, width = contentWidth): void {
    this.lines(this.set(words, width), this.element(tag), { x: margin, width, align: 'left' })
  }

  private lines(lines: SetLine[], into: Into, { x, width, align }: Place): void {
    let here: [SetLine, number, number][] = []
    const flush = () => {
      if (here.length > 0) this.print(here, into)
      here = []
    }
    for (const line of lines) {
      if (this.y + heightOf(line) > bottom) {
        flush()
        this.addPage()
      }
      const indent = align === 'right' ? width - this.type.width(line.line, line.size) : 0
      here.push([line, x + indent, this.y])
      this.y += heightOf(line)
    }
    flush()
  }

  private row(columns: Column[], { cells, emphasis }: Row, { padding, onNewPage, into }: RowOptions): void {
    const rest = cells.map((cell, at) => {
      const words = Array.isArray(cell) ? cell : [typeof cell === 'string' ? { text: cell } : cell]
      const width = (columns[at]?.width ?? 0) - (at < columns.length - 1 ? gutter : 0)
      const font = emphasis ? ('strong' as const) : ('regular' as const)
      return words.flatMap((word) => this.set({ size: 9, font, ...word }, width))
    })
    const whole = Math.max(...rest.map(totalHeight)) + 2 * padding
    const fresh = () => {
      this.addPage()
      onNewPage?.()
    }
    if (this.y + whole > bottom && whole < bottom - margin - 30) fresh()

    // A row that is higher than a page is cut between lines; a line always fits on a fresh page.
    while (rest.some((lines) => lines.length > 0)) {
      if (this.y + padding + Math.max(...rest.map((lines) => (lines[0] ? heightOf(lines[0]) : 0))) > bottom)
        fresh()
      const top = this.y + padding
      // First lines share a baseline, whatever their sizes.
      const largest = Math.max(...rest.map((lines) => lines[0]?.size ?? 0))
      let lowest = top
      let x = margin
      for (const [at, lines] of rest.entries()) {
        const column = columns[at]!
        this.y = top + (largest - (lines[0]?.size ?? largest)) * ascent
        const width = column.width - (at < columns.length - 1 ? gutter : 0)
        const here: [SetLine, number, number][] = []
        while (lines[0] && this.y + heightOf(lines[0]) <= bottom) {
          const line = lines.shift()!
          const indent = column.align === 'right' ? width - this.type.width(line.line, line.size) : 0
          here.push([line, x + indent, this.y])
          this.y += heightOf(line)
        }
        if (here.length > 0) this.print(here, into[at] ?? null)
        lowest = Math.max(lowest, this.y)
        x += column.width
      }
      this.y = lowest + padding
    }
  }

  private set({ text, font = 'regular', size = 9.5, color = ink }: Words, width: number): SetLine[] {
    return this.type.lines(text, font, size, width).map((line) => ({ line, size, color }))
  }

  /** Lines with their left end and top, all on this page: one piece of the structure. */
  private print(lines: [SetLine, number, number][], into: Into): void {
    const draw = () => {
      for (const [{ line, size, color }, x, y] of lines)
        this.type.print(line, x, y + size * ascent, size, color)
    }
    if (into === null) return this.artifact(draw)
    if (lines.some(([{ line }]) => line.length > 0)) this.tagged(into, draw)
  }

  private element(
    tag: string,
    parent: Into = this.archive.root,
    options: Described = {},
  ): PDFKit.PDFStructureElement {
    return structureElement(this.doc, tag, parent, options)
  }

  private tagged(into: PDFKit.PDFStructureElement, draw: () => void): void {
    tagged(this.doc, into, draw)
  }

  private artifact(draw: () => void, type?: 'Layout' | 'Pagination'): void {
    artifact(this.doc, draw, type)
  }

  private rule(weight: number, color: string): void {
    this.artifact(() =>
      this.doc
        .moveTo(margin, this.y)
        .lineTo(pageWidth - margin, this.y)
        .lineWidth(weight)
        .strokeColor(color)
        .stroke(),
    )
  }

  private room(height: number): void {
    if (this.y + height > bottom) this.addPage()
  }

  private addPage(): void {
    this.doc.addPage({ size: 'A4', margin: 0 })
    this.y = margin
  }
}

export type Seal = {
  decided: string
  details: string[]
  sign: 'tick' | 'clock'
  color?: string
  /** A QR code, row by row, true where it is dark; and what it says, for those who do not see it. */
  code?: { squares: boolean[][]; meaning: string }
  /** Makes the seal the place of the electronic seal too. */
  field?: { token: string; name: string; meaning: string }
}

export type SheetOptions = ArchiveOptions & {
  /** Left in the foot of every page. */
  foot: string
  /** Right in the foot, before the page number. */
  reference: string
}

type Place = { x: number; width: number; align: 'left' | 'right' }
type RowOptions = { padding: number; into: Into[]; onNewPage?: () => void }

function heightOf(line: SetLine): number {
  return line.size * lineRatio
}

function totalHeight(lines: SetLine[]): number {
  return lines.reduce((sum, line) => sum + heightOf(line), 0)
}

function codePoints(grapheme: string): string {
  return Array.from(grapheme, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return `U+${code}`
  }).join(' ')
}
