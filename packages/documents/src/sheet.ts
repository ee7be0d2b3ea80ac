import PDFDocument from 'pdfkit'
import { messagesFor, type DocumentLocale } from './messages'
import { missingMark, Typeface, type FontName, type Line } from './typeface'

export const ink = '#17212b'
export const muted = '#5a6673'
export const accent = '#0f5c52'
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

export type Words = { text: string; font?: FontName; size?: number; color?: string }
export type Cell = string | Words | Words[]
export type Column = { title: string; width: number; align?: 'left' | 'right' }

type Row = { cells: Cell[]; emphasis?: boolean }
type SetLine = { line: Line; size: number; color: string }

/** One A4 document, filled from top to bottom. Whatever does not fit goes on to the next page, line by line. */
export class Sheet {
  private readonly doc: InstanceType<typeof PDFDocument>
  private readonly type: Typeface
  private readonly chunks: Buffer[] = []
  private y = margin

  /** `createdAt` is the only time in the file: the same input gives the same bytes. */
  constructor(private readonly options: SheetOptions) {
    const { title, author, createdAt, locale } = options
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: locale,
      displayTitle: true,
      info: {
        Title: title,
        Author: author,
        Creator: 'Countersign',
        CreationDate: createdAt,
        ModDate: createdAt,
      },
    })
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
    this.type = new Typeface(this.doc)
  }

  /** The head of the first page: who issues it, its number, its title and what it is about. */
  letterhead(head: { from: string; number: string; title: string; subtitle: string }): void {
    this.doc.rect(0, 0, pageWidth, 5).fill(accent)
    this.block(
      { text: head.number, font: 'code', size: 9, color: muted },
      { x: margin + 300, width: contentWidth - 300, align: 'right', stay: true },
    )
    this.block({ text: head.from, font: 'strong', size: 10, color: accent }, { width: 290 })
    this.space(16)
    this.block({ text: head.title, font: 'strong', size: 23 })
    this.block({ text: head.subtitle, size: 12, color: muted })
    this.space(14)
  }

  heading(text: string): void {
    this.space(16)
    // A heading stays with the beginning of what it announces.
    this.room(70)
    this.block({ text, font: 'strong', size: 11.5, color: ink })
    this.space(4)
  }

  subheading(text: string): void {
    this.space(7)
    this.room(48)
    this.block({ text, font: 'strong', size: 9.5, color: accent })
    this.space(2)
  }

  bullets(texts: string[]): void {
    const columns = [14, contentWidth - 14].map((width) => ({ title: '', width }))
    for (const text of texts)
      this.row(columns, { cells: [{ text: '•', color: muted }, text] }, { padding: 1.5 })
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
    for (const [at, [label, amount]] of pairs.entries()) {
      const size = at === last ? 11 : 9
      this.row(
        columns,
        { cells: ['', { text: label, size }, { text: amount, size }], emphasis: at === last },
        { padding: 3 },
      )
    }
    this.space(6)
  }

  paragraph(words: string | Words): void {
    this.block(typeof words === 'string' ? { text: words } : words)
    this.space(4)
  }

  /** Somebody's exact words, marked off by a bar. */
  quotation(text: string): void {
    const strip = (height: number) => {
      this.room(height)
      // Half a point of overlap: viewers show a hair between areas that only touch.
      this.doc.rect(margin, this.y, contentWidth, height + 0.5).fill(tint)
      this.doc.rect(margin, this.y, 3, height + 0.5).fill(accent)
    }
    this.space(2)
    strip(7)
    this.space(7)
    for (const line of this.set({ text, size: 10.5 }, contentWidth - 28)) {
      strip(heightOf(line))
      this.print(line, margin + 16)
      this.y += heightOf(line)
    }
    strip(7)
    this.space(7)
    this.space(6)
  }

  /** The decision at a glance: a tick, what was decided, and by whom and when. */
  seal(decided: string, details: string[]): void {
    const x = margin + 58
    const width = contentWidth - 74
    const lines = [
      ...this.set({ text: decided, font: 'strong', size: 15, color: accent }, width),
      ...details.flatMap((text) => this.set({ text, size: 9.5 }, width).slice(0, sealLines)),
    ]
    const height = lines.reduce((sum, line) => sum + heightOf(line), 24)
    this.room(height)
    this.doc.roundedRect(margin, this.y, contentWidth, height, 5).fillAndStroke(tint, hairline)
    const [cx, cy] = [margin + 31, this.y + 31]
    this.doc.circle(cx, cy, 15).fill(accent)
    this.doc.lineWidth(2.4).lineCap('round').lineJoin('round').strokeColor('#ffffff')
    this.doc
      .moveTo(cx - 6.5, cy + 0.5)
      .lineTo(cx - 1.8, cy + 5)
      .lineTo(cx + 6.5, cy - 5)
      .stroke()
    const top = this.y
    this.y += 12
    for (const line of lines) {
      this.print(line, x)
      this.y += heightOf(line)
    }
    this.y = top + height
    this.space(14)
  }

  /** Names and values, two pairs to a row. */
  facts(pairs: [label: string, value: Cell][]): void {
    const half = contentWidth / 2
    const label = (text: string): Words => ({ text, size: 8.5, color: muted })
    const columns = [92, half - 92, 92, half - 92].map((width) => ({ title: '', width }))
    for (let at = 0; at < pairs.length; at += 2) {
      const cells = pairs.slice(at, at + 2).flatMap(([name, value]) => [label(name), value])
      this.row(columns, { cells }, { padding: 2 })
    }
    this.space(4)
  }

  /** Names and values, one pair to a row over the whole width. */
  list(pairs: [label: string, value: Cell][], labelWidth = 118): void {
    const columns = [labelWidth, contentWidth - labelWidth].map((width) => ({ title: '', width }))
    for (const [name, value] of pairs) {
      this.row(columns, { cells: [{ text: name, size: 8.5, color: muted }, value] }, { padding: 2 })
    }
    this.space(4)
  }

  /** Rows under a head that is repeated on every page. Widths in points; they should sum to `contentWidth`. */
  table(columns: Column[], rows: Row[]): void {
    const head = () => {
      const cells = columns.map(({ title }) => ({
        text: title,
        font: 'strong' as const,
        size: 8,
        color: muted,
      }))
      this.row(columns, { cells }, { padding: 4 })
      this.rule(0.9, muted)
    }
    this.room(60)
    head()
    for (const row of rows) {
      this.row(columns, row, { padding: cellPadding, onNewPage: head })
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
      { padding: 2 },
    )
    this.space(4)
  }

  attach(file: { name: string; type: string; description: string; content: Uint8Array }): void {
    const { createdAt } = this.options
    // `relationship` says how the attachment belongs to the document (PDF/A-3, ISO 19005-3); the types lack it.
    const options = { ...file, creationDate: createdAt, modifiedDate: createdAt, relationship: 'Data' }
    this.doc.file(Buffer.from(file.content), options)
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
      this.foot(page + 1, count)
    }
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.once('end', resolve)
      this.doc.once('error', reject)
    })
    this.doc.end()
    await ended
    return Buffer.concat(this.chunks)
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
    this.block({ text, size: 7.5, color: muted })
  }

  private block(words: Words, place: Place = {}): void {
    const { x = margin, width = contentWidth, align = 'left', stay = false } = place
    const top = this.y
    for (const line of this.set(words, width)) {
      this.room(heightOf(line))
      this.print(line, align === 'right' ? x + width - this.type.width(line.line, line.size) : x)
      this.y += heightOf(line)
    }
    if (stay) this.y = top
  }

  private row(columns: Column[], { cells, emphasis }: Row, { padding, onNewPage }: RowOptions): void {
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
        while (lines[0] && this.y + heightOf(lines[0]) <= bottom) {
          const line = lines.shift()!
          this.print(line, column.align === 'right' ? x + width - this.type.width(line.line, line.size) : x)
          this.y += heightOf(line)
        }
        lowest = Math.max(lowest, this.y)
        x += column.width
      }
      this.y = lowest + padding
    }
  }

  private set({ text, font = 'regular', size = 9.5, color = ink }: Words, width: number): SetLine[] {
    return this.type.lines(text, font, size, width).map((line) => ({ line, size, color }))
  }

  private print({ line, size, color }: SetLine, x: number): void {
    this.type.print(line, x, this.y + size * ascent, size, color)
  }

  private rule(weight: number, color: string): void {
    this.doc
      .moveTo(margin, this.y)
      .lineTo(pageWidth - margin, this.y)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke()
  }

  private room(height: number): void {
    if (this.y + height > bottom) this.addPage()
  }

  private addPage(): void {
    this.doc.addPage({ size: 'A4', margin: 0 })
    this.y = margin
  }
}

export type SheetOptions = {
  title: string
  author: string
  createdAt: Date
  locale: DocumentLocale
  /** Left in the foot of every page. */
  foot: string
  /** Right in the foot, before the page number. */
  reference: string
}

type Place = { x?: number; width?: number; align?: 'left' | 'right'; stay?: boolean }
type RowOptions = { padding: number; onNewPage?: () => void }

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
