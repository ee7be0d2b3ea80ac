import type PDFDocument from 'pdfkit'
import { linksOf } from '@countersign/domain/timeline/link-paths'
import {
  layers,
  placed,
  shapesOf,
  todayX,
  type Layer,
  type RowMeasure,
} from '@countersign/domain/timeline/row-shape'
import { idlePath, tiersOf, type Scale, type Tick, type Tier } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'

type Doc = InstanceType<typeof PDFDocument>

const colours = {
  edge: '#0c5a60',
  bar: '#b6d6d7',
  criticalEdge: '#a8481f',
  criticalBar: '#f3cdb9',
  ghost: '#76847f',
  ink: '#15211f',
  reached: '#125f37',
  missed: '#a1242a',
  line: '#dce1dd',
  strong: '#a9b4b0',
  idle: '#eef1ee',
  link: '#7b8a86',
}

type Look = { fill?: string; stroke?: string; width?: number; dash?: number }
const looks: Record<Layer, Look> = {
  float: { stroke: colours.ghost, width: 0.7 },
  ghost: { fill: colours.ghost },
  pause: { stroke: colours.edge, width: 0.6 },
  task: { fill: colours.bar, stroke: colours.edge, width: 0.5 },
  critical: { fill: colours.criticalBar, stroke: colours.criticalEdge, width: 0.5 },
  inactive: { stroke: colours.link, width: 0.6, dash: 2 },
  done: { fill: colours.edge },
  'critical-done': { fill: colours.criticalEdge },
  'critical-base': { stroke: colours.criticalEdge, width: 1.6 },
  'manual-ends': { stroke: colours.ink, width: 0.8 },
  summary: { fill: '#465553' },
  'summary-folded': { stroke: '#465553', width: 0.8 },
  whisker: { stroke: colours.ink, width: 0.8 },
  milestone: { fill: colours.edge },
  'milestone-critical': { fill: colours.criticalEdge },
  'milestone-done': { fill: colours.reached },
  'milestone-check': { stroke: '#ffffff', width: 1 },
  'milestone-inactive': { stroke: colours.link, width: 0.6, dash: 2 },
  deadline: { fill: colours.reached, stroke: colours.reached, width: 0.6 },
  'deadline-missed': { fill: colours.missed, stroke: colours.missed, width: 1.2 },
}

/** One layer's path as it looks on paper. */
export function drawLayer(doc: Doc, layer: Layer, path: string) {
  if (path) drawPath(doc, path, looks[layer])
}

function drawPath(doc: Doc, path: string, { fill, stroke, width = 0.5, dash }: Look) {
  doc.path(path).lineWidth(width)
  if (dash) doc.dash(dash, {})
  if (fill && stroke) doc.fillAndStroke(fill, stroke)
  else if (fill) doc.fill(fill)
  else if (stroke) doc.stroke(stroke)
  if (dash) doc.undash()
}

/** The bars of some rows within the scale's span, from 0|0 to its width; nothing is drawn outside. */
export function drawBars(
  doc: Doc,
  drawn: { plan: TimelinePlan; scale: Scale; measure: RowMeasure; first: number; last: number },
) {
  const { plan, scale, measure, first, last } = drawn
  const places = Array.from({ length: last - first + 1 }, (_, at) =>
    placed(scale, measure, plan.row(first + at), first + at),
  )
  const height = places.length * measure.row
  const { upper, lower } = printedTiers(scale)
  const rules = (ticks: readonly Tick[]) => ticks.map(({ x }) => `M${x} 0V${height}`).join('')
  const rows = places.map((_, at) => `M0 ${(at + 1) * measure.row}H${scale.width}`).join('')
  doc.save().rect(0, 0, scale.width, height).clip()
  drawPath(doc, idlePath(scale, plan.workOn, height), { fill: colours.idle })
  drawPath(doc, rows + rules(lower.ticks), { stroke: colours.line, width: 0.4 })
  drawPath(doc, rules(upper.ticks), { stroke: colours.strong, width: 0.6 })
  const paths = shapesOf(scale, measure, places, first)
  const links = linksOf(plan, scale, measure, places)
  for (const layer of layers.slice(0, 3)) drawLayer(doc, layer, paths[layer])
  drawPath(doc, links.plain, { stroke: colours.link, width: 0.5 })
  drawPath(doc, links.critical, { stroke: colours.criticalEdge, width: 0.6 })
  for (const layer of layers.slice(3)) drawLayer(doc, layer, paths[layer])
  drawToday(doc, scale, plan.today, height)
  doc.restore()
}

export function drawToday(doc: Doc, scale: Scale, today: number, height: number) {
  const now = todayX(scale, today)
  if (now !== null) drawPath(doc, `M${now} 0V${height}`, { stroke: colours.criticalEdge, width: 1 })
}

/** A letter on paper is so much smaller than on a screen: more ticks have room. */
const FINER = 1.7

/** The axis of the scale, as fine as letters of six points allow. */
export function printedTiers(scale: Scale): { upper: Tier; lower: Tier } {
  const screen = { ...scale, pixelsPerDay: scale.pixelsPerDay * FINER, width: scale.width * FINER }
  const shrunk = ({ unit, ticks }: Tier): Tier => ({
    unit,
    ticks: ticks.map((tick) => ({ ...tick, x: tick.x / FINER })),
  })
  const { upper, lower } = tiersOf(screen)
  return { upper: shrunk(upper), lower: shrunk(lower) }
}
