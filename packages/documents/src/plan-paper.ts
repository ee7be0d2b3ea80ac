import type PDFDocument from 'pdfkit'
import { TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import { placed, shapesOf, type Layer, type RowMeasure } from '@countersign/domain/timeline/row-shape'
import type { Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan, TimelineRow } from '@countersign/domain/timeline/timeline-plan'
import { openArchive, type Archive, type ArchiveOptions } from './archive'
import { messagesFor } from './messages'
import { drawBars, drawLayer, drawToday, printedTiers } from './plan-drawing'
import { accent, ink, muted } from './sheet'
import { artifact, structureElement, tagged, type Into } from './tagging'
import { missingMark, Typeface, type ChosenFont, type Line } from './typeface'

export type PlanColumn = { title: string; width: number | 'rest'; align?: 'right' }
type Cells = { wbs: string; name: string; start: string; finish: string; done: string; isSummary: boolean }
type PaperRow = { depth: number; cells: Cells }
type Timeline = {
  plan: TimelinePlan
  pagesAcross: number
  /** The scale of all pages side by side, each as wide as this. */
  scaleFor(drawingWidth: number): Scale
  describe(first: number, last: number, scale: Scale): string
  labelOf(unit: string, on: string, minute: number, isUpper: boolean, room: number): string
}
type Words = { text: string; size: number; font?: ChosenFont; color?: string }

const margin = 28
const footRoom = 34
const headRoom = 26
const indent = 7
const padding = 4
const nameSize = 7.5
const smallNameSize = 6
/** The breakdown leaves the timeline at least so much of the page. */
const mostOfPage = 0.42
const line = '#dce1dd'

/** Pages of one width: a head, a legend, then rows with their bars beside them, as many pages down and across as needed. */
export class PlanPaper {
  private readonly archive: Archive
  private readonly doc: InstanceType<typeof PDFDocument>
  private readonly type: Typeface
  private readonly width: number
  private readonly bottom: number
  private y = margin

  constructor(
    private readonly options: ArchiveOptions & { size: [number, number]; measure: RowMeasure; foot: string },
  ) {
    this.archive = openArchive(options)
    this.doc = this.archive.doc
    this.type = new Typeface(this.doc)
    this.width = options.size[0] - 2 * margin
    this.bottom = options.size[1] - margin - footRoom
  }

  head(head: { from: string; title: string; subtitle: string; notes: string[] }): void {
    artifact(this.doc, () => this.doc.rect(0, 0, this.options.size[0], 4).fill(accent))
    this.block({ text: head.from, size: 8.5, font: 'strong', color: accent }, 'P')
    this.block({ text: head.title, size: 18, font: 'strong' }, 'H1')
    this.block({ text: head.subtitle, size: 10.5, color: muted }, 'P')
    this.block({ text: head.notes.join(' · '), size: 8.5, color: muted }, 'P')
    this.y += 6
  }

  note(text: string): void {
    this.block({ text, size: 9.5 }, 'P')
  }

  /** Signs and what they mean, beside each other as long as they fit. */
  legend(heading: string, signs: [Layer | 'today', string][]): void {
    this.block({ text: heading, size: 8.5, font: 'strong' }, 'H2')
    this.y += 2
    const list = this.element('L')
    let x = margin
    for (const [sign, text] of signs) {
      const [words = []] = this.type.lines(text, 'regular', 7.5, this.width)
      const wide = 26 + this.type.width(words, 7.5) + 16
      if (x + wide > margin + this.width && x > margin) {
        x = margin
        this.y += 15
      }
      const at = x
      artifact(this.doc, () => this.sign(sign, at, this.y))
      const body = this.element('LBody', this.element('LI', list))
      tagged(this.doc, body, () => this.type.print(words, at + 26, this.y + 9.5, 7.5, muted))
      x += wide
    }
    this.y += 22
  }

  /** A long plan takes seconds: between its pages others get their turn. */
  async table(columns: PlanColumn[], rows: PaperRow[], timeline: Timeline): Promise<void> {
    this.noteMissing(rows)
    const breakdown = this.breakdown(columns, rows)
    const drawing = { left: margin + breakdown.width + 6, width: this.width - breakdown.width - 6 }
    const whole = timeline.scaleFor(drawing.width)
    const table = this.element('Table')
    const head = this.element('TR', this.element('THead', table))
    const titles = breakdown.columns.map(() => this.element('TH', head, { scope: 'Column' }))
    const body = this.element('TBody', table)
    const { row } = this.options.measure
    for (let first = 0; first < rows.length;) {
      if (first > 0 || this.y + headRoom + 2 * row > this.bottom) this.addPage()
      const top = this.y
      const fit = Math.max(1, Math.floor((this.bottom - top - headRoom) / row))
      const last = Math.min(rows.length, first + fit) - 1
      for (let across = 0; across < timeline.pagesAcross; across++) {
        await new Promise((resolve) => setImmediate(resolve))
        if (across > 0) this.addPage(top)
        // The breakdown is read once; its repetition at the left of further pages is for the eye.
        const isRead = across === 0
        this.titles(breakdown.columns, first === 0 && isRead ? titles : null)
        for (let index = first; index <= last; index++) {
          const tr = isRead ? this.element('TR', body) : null
          this.row(breakdown.columns, rows[index]!, top + headRoom + (index - first) * row, tr)
        }
        const from = whole.from + ((across * drawing.width) / whole.pixelsPerDay) * TENTHS_PER_DAY
        const scale = { ...whole, from: Math.round(from), width: drawing.width }
        this.drawing(timeline, scale, drawing.left, { first, last })
      }
      first = last + 1
      this.y = top + headRoom + (last - first + 2) * row
    }
  }

  async finish(): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page)
      artifact(this.doc, () => this.foot(page + 1, count), 'Pagination')
    }
    return this.archive.finish()
  }

  private drawing(
    { plan, describe, labelOf }: Timeline,
    scale: Scale,
    left: number,
    { first, last }: { first: number; last: number },
  ): void {
    const { measure, size } = this.options
    const top = this.y + headRoom
    const bottom = top + (last - first + 1) * measure.row
    const figure = this.element('Figure', undefined, {
      alt: describe(first, last, scale),
      bbox: [left, size[1] - bottom, left + scale.width, size[1] - this.y],
    })
    tagged(this.doc, figure, () => {
      this.doc.save().translate(left, top)
      drawBars(this.doc, { plan, scale, measure, first, last })
      this.doc.restore()
      this.axis(scale, left, labelOf)
    })
  }

  private axis(scale: Scale, left: number, labelOf: Timeline['labelOf']): void {
    const { upper, lower } = printedTiers(scale)
    const half = this.y + headRoom / 2
    this.doc.save().rect(left, this.y, scale.width, headRoom).clip()
    for (const [tier, y, isUpper] of [
      [upper, half - 4, true],
      [lower, half + 9, false],
    ] as const)
      for (const [at, tick] of tier.ticks.entries()) {
        const next = tier.ticks[at + 1]?.x ?? scale.width
        const x = Math.max(0, tick.x)
        const text = labelOf(tier.unit, tick.on, tick.minute, isUpper, next - x)
        const size = isUpper ? 7 : 6
        const [words = []] = this.type.lines(text, isUpper ? 'strong' : 'regular', size, 200)
        if (tick.x < (isUpper ? -Infinity : -0.5) || this.type.width(words, size) > next - x - 2) continue
        this.type.print(words, left + x + 2.5, y, size, isUpper ? ink : muted)
      }
    this.doc.restore()
    const base = this.y + headRoom
    this.doc
      .moveTo(left, base)
      .lineTo(left + scale.width, base)
      .lineWidth(0.8)
      .stroke(muted)
  }

  private titles(columns: SetColumn[], into: Into[] | null): void {
    for (const [at, column] of columns.entries()) {
      const [words = []] = this.type.lines(column.title, 'strong', 7, column.width)
      this.print(
        words,
        this.cellX(column, words, 7),
        this.y + headRoom - 5,
        { size: 7, color: muted },
        into?.[at],
      )
    }
    const base = this.y + headRoom
    const right = margin + this.columnsWidth(columns)
    artifact(this.doc, () => this.doc.moveTo(margin, base).lineTo(right, base).lineWidth(0.8).stroke(muted))
  }

  private row(columns: SetColumn[], { depth, cells }: PaperRow, top: number, tr: Into): void {
    const { row } = this.options.measure
    for (const column of columns) {
      const into = tr ? this.element(column.key === 'name' ? 'TH' : 'TD', tr, scopeOf(column)) : null
      const font = cells.isSummary ? 'strong' : 'regular'
      if (column.key === 'name') {
        this.name(cells.name, font, column.x + depth * indent, column.width - depth * indent, top, into)
        continue
      }
      const [words = []] = this.type.lines(cells[column.key], font, 7, column.width)
      this.print(words, this.cellX(column, words, 7), top + row / 2 + 2.5, { size: 7, color: ink }, into)
    }
    const right = margin + this.columnsWidth(columns)
    artifact(this.doc, () =>
      this.doc
        .moveTo(margin, top + row)
        .lineTo(right, top + row)
        .lineWidth(0.4)
        .stroke(line),
    )
  }

  /** On one line, else on two in smaller letters, else cut with an ellipsis: then the whole stands in the text layer. */
  private name(text: string, font: ChosenFont, x: number, width: number, top: number, into: Into): void {
    const { row } = this.options.measure
    const room = Math.max(20, width)
    const one = this.type.lines(text, font, nameSize, room)
    const two = one.length > 1 ? this.type.lines(text, font, smallNameSize, room) : []
    const isCut = two.length > 2
    const shown = one.length === 1 ? one : isCut ? [two[0]!, this.cut(two[1]!, font, room)] : two
    const size = shown === one ? nameSize : smallNameSize
    const draw = () => {
      for (const [at, words] of shown.entries()) {
        const y = shown.length === 1 ? top + row / 2 + 2.6 : top + 6.2 + at * 6.8
        this.type.print(words, x, y, size, ink)
      }
    }
    if (!into) return artifact(this.doc, draw)
    const whole = isCut ? this.element('Span', into, { actual: text }) : into
    tagged(this.doc, whole, draw)
  }

  private cut(words: Line, font: ChosenFont, width: number): Line {
    const text = words.map((run) => run.text).join('')
    for (let length = text.length; length > 0; length--) {
      const lines = this.type.lines(`${text.slice(0, length).trimEnd()}…`, font, smallNameSize, width)
      if (lines.length === 1) return lines[0]!
    }
    return words
  }

  /** The name has what its longest needs, within what the page can spare. */
  private breakdown(columns: PlanColumn[], rows: PaperRow[]): { columns: SetColumn[]; width: number } {
    const keys = columns.length === 3 ? (['wbs', 'name', 'finish'] as const) : allKeys
    const wbs = Math.max(24, ...rows.map(({ cells }) => this.widthOf(cells.wbs, 'strong', 7))) + 2
    const fixed = columns.reduce((sum, { width }, at) => {
      if (width === 'rest') return sum
      return sum + padding + (at === 0 ? Math.min(wbs, 70) : width)
    }, 0)
    const longest = Math.max(
      60,
      ...rows.map(
        ({ depth, cells }) =>
          this.widthOf(cells.name, cells.isSummary ? 'strong' : 'regular', nameSize) + depth * indent + 2,
      ),
    )
    const rest = Math.min(longest, Math.max(70, this.width * mostOfPage - fixed))
    let x = margin
    const set = columns.map((column, at): SetColumn => {
      const width = column.width === 'rest' ? rest : at === 0 ? Math.min(wbs, 70) : column.width
      const own = { ...column, key: keys[at]!, x, width }
      x += width + padding
      return own
    })
    return { columns: set, width: x - margin }
  }

  private widthOf(text: string, font: ChosenFont, size: number): number {
    const [words = []] = this.type.lines(text, font, size, Infinity)
    return this.type.width(words, size)
  }

  private columnsWidth(columns: SetColumn[]): number {
    const last = columns.at(-1)!
    return last.x + last.width - margin
  }

  private cellX({ x, width, align }: SetColumn, words: Line, size: number): number {
    return align === 'right' ? x + width - this.type.width(words, size) : x
  }

  private sign(sign: Layer | 'today', x: number, y: number): void {
    const { measure } = this.options
    this.doc.save().translate(x, y)
    if (sign === 'today') drawToday(this.doc, { from: 0, pixelsPerDay: 10, width: 20 }, TENTHS_PER_DAY, 12)
    else {
      const row = signRow(sign)
      const scale = { from: 0, pixelsPerDay: 10, width: 22 }
      const paths = shapesOf(scale, measure, [placed(scale, measure, row, 0)], 0)
      for (const [layer, path] of Object.entries(paths)) drawLayer(this.doc, layer as Layer, path)
    }
    this.doc.restore()
  }

  private noteMissing(rows: PaperRow[]): void {
    for (const { cells } of rows) this.type.lines(`${cells.wbs}${cells.name}`, 'regular', nameSize, Infinity)
    this.type.lines(this.options.foot, 'regular', 7, Infinity)
    const missing = [...this.type.missing].slice(0, 60)
    if (missing.length === 0) return
    const points = missing.map((grapheme) =>
      Array.from(
        grapheme,
        (sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      ).join(' '),
    )
    const text = messagesFor(this.options.locale).missingCharacters(missingMark, points.join(', '))
    this.block({ text, size: 7, color: muted }, 'P')
    this.y += 4
  }

  private block({ text, size, font = 'regular', color = ink }: Words, tag: string): void {
    const lines = this.type.lines(text, font, size, this.width)
    const into = this.element(tag)
    tagged(this.doc, into, () => {
      for (const words of lines) {
        this.type.print(words, margin, this.y + size * 1.05, size, color)
        this.y += size * 1.36
      }
    })
  }

  private print(words: Line, x: number, y: number, look: { size: number; color: string }, into?: Into): void {
    if (words.length === 0) return
    const draw = () => this.type.print(words, x, y, look.size, look.color)
    if (into) tagged(this.doc, into, draw)
    else artifact(this.doc, draw)
  }

  private foot(page: number, pages: number): void {
    const { foot, locale, size } = this.options
    const y = size[1] - margin
    const [end = []] = this.type.lines(messagesFor(locale).page(page, pages), 'regular', 7, 200)
    this.type.print(end, size[0] - margin - this.type.width(end, 7), y, 7, muted)
    const [start = []] = this.type.lines(foot, 'regular', 7, this.width - 210)
    this.type.print(start, margin, y, 7, muted)
  }

  private element(tag: string, parent: Into = this.archive.root, options = {}): PDFKit.PDFStructureElement {
    return structureElement(this.doc, tag, parent, options)
  }

  private addPage(y = margin): void {
    this.doc.addPage({ size: this.options.size, margin: 0 })
    this.y = y
  }
}

const allKeys = ['wbs', 'name', 'start', 'finish', 'done'] as const
type SetColumn = PlanColumn & { key: (typeof allKeys)[number]; x: number; width: number }

function scopeOf({ key }: SetColumn) {
  return key === 'name' ? { scope: 'Row' as const } : {}
}

/** A row that shows one sign, for the legend: two days long. */
function signRow(sign: Layer): TimelineRow {
  const day = TENTHS_PER_DAY
  const isPoint = sign === 'milestone' || sign === 'milestone-done'
  const shows = (...signs: Layer[]) => signs.includes(sign)
  return {
    uid: 0,
    name: '',
    kind: isPoint ? 'milestone' : sign === 'summary' ? 'summary' : 'task',
    start: 0,
    finish: isPoint ? day : shows('float', 'deadline') ? day : 2 * day,
    pieces: null,
    percentDone: shows('done') ? 60 : shows('milestone-done') ? 100 : 0,
    isCritical: sign === 'critical',
    isActive: sign !== 'inactive',
    isManual: sign === 'manual-ends',
    isCollapsed: false,
    baseline: sign === 'ghost' ? { start: 0, finish: 2 * day } : null,
    p80: null,
    floatTo: sign === 'float' ? 2 * day : null,
    deadline: sign === 'deadline' ? 1.5 * day : sign === 'deadline-missed' ? day : null,
    label: '',
    may: { move: false, resize: false, progress: false, link: false },
  }
}
