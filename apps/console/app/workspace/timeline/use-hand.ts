import { TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import {
  changes,
  dragged,
  endWidth,
  linkTo,
  type Grip,
  type Hold,
  type TimelineEdits,
  type TimelineGesture,
} from './gesture'
import { placed, type Placed, type RowMeasure } from '@countersign/domain/timeline/row-shape'
import { momentAt } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'
import type { TimelineView } from './timeline-view'

const SLACK = 3
const EDGE = 28
const EDGE_STEP = 14

/** What the hand is about: dragging a part of a bar or drawing a link. Places are pixels in the drawing. */
export type InHand = {
  hold: Hold
  gesture: TimelineGesture | null
  /** Why it cannot be. */
  why: string | null
  /** The bar under the hand, where a link may end. */
  target: Placed | null
  x: number
  y: number
  planFinish: number
}

type Surroundings = {
  plan: TimelinePlan
  view: TimelineView
  measure: RowMeasure
  edits: TimelineEdits | null
  onSelect(uid: number, how: { extend: boolean }): void
  onOpen(uid: number): void
  onEdited(gesture: TimelineGesture, why: string | null): void
}

type Grasp = {
  pointerId: number
  hold: Hold | null
  uid: number | null
  startX: number
  startY: number
  startMoment: number
  lastX: number
  planFinish: number
  /** A finger on a bar that is not selected yet scrolls; the first touch selects. */
  mayDrag: boolean
  isMoving: boolean
  extend: boolean
  clientX: number
  clientY: number
  frame: number
  last: TimelineGesture | null
  why: string | null
  scroller: Element | null
}

/**
 * Pointer on the drawing: drags a bar, its end, its progress or a link out of it; drags the ground sideways; selects.
 * Moves are gathered and looked at once a frame. Escape takes everything back.
 */
export function useHand(
  drawing: RefObject<SVGSVGElement>,
  around: Surroundings,
  isSelected: (uid: number) => boolean,
): {
  inHand: InHand | null
  isPanning: boolean
  handlers: {
    onPointerDown(event: PointerEvent): void
    onPointerMove(event: PointerEvent): void
    onPointerUp(event: PointerEvent): void
    onPointerCancel(): void
  }
} {
  const [inHand, setInHand] = useState<InHand | null>(null)
  const [isPanning, setPanning] = useState(false)
  const grasp = useRef<Grasp | null>(null)
  const latest = useRef(around)
  latest.current = around

  function letGo(): Grasp | null {
    const held = grasp.current
    grasp.current = null
    if (held) cancelAnimationFrame(held.frame)
    if (held) drawing.current?.releasePointerCapture?.(held.pointerId)
    setInHand(null)
    setPanning(false)
    return held
  }

  function cancel() {
    const held = letGo()
    if (held?.isMoving && held.hold && !isLink(held.hold.grip)) latest.current.edits?.cancel()
  }

  useEffect(() => {
    if (!inHand) return
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
    window.addEventListener('keydown', escape, true)
    return () => window.removeEventListener('keydown', escape, true)
  })
  // Browsers take an SVG's own word for what a finger scrolls, not that of a part of it: `touch-action` is not enough.
  useEffect(() => {
    const svg = drawing.current
    const holdStill = (event: TouchEvent) => {
      if (grasp.current?.hold && grasp.current.mayDrag && event.cancelable) event.preventDefault()
    }
    svg?.addEventListener('touchmove', holdStill, { passive: false })
    return () => svg?.removeEventListener('touchmove', holdStill)
  }, [drawing])
  // Whoever goes away with a bar in the hand has not let go of it.
  const leave = useRef(cancel)
  leave.current = cancel
  useEffect(() => () => leave.current(), [])

  function onFrame() {
    const held = grasp.current
    const svg = drawing.current
    if (!held?.hold || !svg) return
    const { view, plan, measure, edits } = latest.current
    const box = svg.getBoundingClientRect()
    const x = held.clientX - box.left
    const y = held.clientY - box.top
    if (reachesEdge(held, x, view.scale().width, view)) held.frame = requestAnimationFrame(onFrame)
    const scale = view.scale()
    const pixels = ((momentAt(scale, x) - held.startMoment) / TENTHS_PER_DAY) * scale.pixelsPerDay
    const { hold, planFinish } = held
    if (isLink(hold.grip)) {
      const target = barAt(plan, view, measure, x, y)
      const ends = target && target.row.uid !== hold.row.uid && target.row.may.link ? target : null
      const gesture = ends ? linkTo(hold, ends, x) : null
      held.last = gesture
      setInHand({ hold, gesture, why: null, target: ends, x, y, planFinish })
      return
    }
    const gesture = dragged(hold, scale, pixels)
    if (!gesture || !edits) return
    const isNew = !held.last || JSON.stringify(gesture) !== JSON.stringify(held.last)
    // One pass of drawing a frame: the plan's new dates and the tip beside them together.
    flushSync(() => {
      if (isNew) held.why = edits.preview(gesture)
      held.last = gesture
      setInHand({ hold, gesture, why: held.why, target: null, x, y, planFinish })
    })
  }

  return {
    inHand,
    isPanning,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0 || grasp.current || !drawing.current) return
        const { plan, view, measure, edits } = latest.current
        const box = drawing.current.getBoundingClientRect()
        const part = (event.target as Element).closest<SVGElement>('[data-grip]')
        const uid = part ? Number(part.dataset.uid) : null
        const index = uid === null ? -1 : plan.indexOf(uid)
        const place = index < 0 ? null : placed(view.scale(), measure, plan.row(index), index)
        const x = event.clientX - box.left
        const drawn = (part?.dataset.grip ?? 'bar') as Grip
        const isEnd = drawn === 'bar' && place && isAtEnd(place, x, event.pointerType)
        const grip = isEnd ? 'end' : drawn
        grasp.current = {
          pointerId: event.pointerId,
          hold: place && edits ? { grip, row: place.row, left: place.left, right: place.right } : null,
          uid: uid ?? uidAt(plan, measure, event.clientY - box.top),
          startX: event.clientX,
          startY: event.clientY,
          startMoment: momentAt(view.scale(), x),
          lastX: event.clientX,
          planFinish: plan.finish,
          mayDrag:
            place !== null &&
            may(grip, place) &&
            (event.pointerType !== 'touch' || isSelected(place.row.uid)),
          isMoving: false,
          extend: event.shiftKey || event.ctrlKey || event.metaKey,
          clientX: event.clientX,
          clientY: event.clientY,
          frame: 0,
          last: null,
          why: null,
          scroller: isLink(grip) ? scrollerOf(drawing.current) : null,
        }
      },
      onPointerMove(event) {
        const held = grasp.current
        if (!held || event.pointerId !== held.pointerId) return
        held.clientX = event.clientX
        held.clientY = event.clientY
        if (!held.isMoving) {
          if (Math.hypot(event.clientX - held.startX, event.clientY - held.startY) < SLACK) return
          held.isMoving = true
          drawing.current?.setPointerCapture(held.pointerId)
          if (!held.hold || !held.mayDrag) setPanning(true)
        }
        if (!held.hold || !held.mayDrag) {
          latest.current.view.pan(held.lastX - event.clientX)
          held.lastX = event.clientX
          return
        }
        cancelAnimationFrame(held.frame)
        held.frame = requestAnimationFrame(onFrame)
      },
      onPointerUp(event) {
        const held = grasp.current
        if (!held || event.pointerId !== held.pointerId) return
        held.clientX = event.clientX
        held.clientY = event.clientY
        if (held.isMoving && held.hold && held.mayDrag) onFrame()
        letGo()
        const { edits, onSelect, onEdited } = latest.current
        if (!held.isMoving) {
          if (held.uid !== null) onSelect(held.uid, { extend: held.extend })
          return
        }
        if (!held.hold || !held.mayDrag || !edits) return
        if (held.last && changes(held.last, held.hold.row)) onEdited(held.last, edits.commit(held.last))
        else if (!isLink(held.hold.grip)) edits.cancel()
      },
      onPointerCancel: cancel,
    },
  }
}

/** Whoever is quick takes hold of a bar's end before its grip is drawn; a finger is wider than what is drawn. */
function isAtEnd({ row, left, right }: Placed, x: number, pointer: string): boolean {
  const width = pointer === 'touch' ? Math.min(FINGER, (right - left) / 3) : endWidth(left, right)
  return row.may.resize && x >= right - width
}

function isLink(grip: Grip): boolean {
  return grip === 'from-start' || grip === 'from-finish'
}

function may(grip: Grip, { row: { may } }: Placed): boolean {
  return grip === 'bar'
    ? may.move
    : grip === 'end'
      ? may.resize
      : grip === 'progress'
        ? may.progress
        : may.link
}

/** Near an edge of what is in sight the drawing comes along; so do the rows while a link is drawn. */
function reachesEdge(held: Grasp, x: number, width: number, view: TimelineView): boolean {
  const sideways = x > width - EDGE ? EDGE_STEP : x < EDGE ? -EDGE_STEP : 0
  if (sideways !== 0) view.pan(sideways)
  if (!held.scroller) return sideways !== 0
  const { top, bottom } = held.scroller.getBoundingClientRect()
  const down = held.clientY > bottom - 2 * EDGE ? EDGE_STEP : held.clientY < top + 3 * EDGE ? -EDGE_STEP : 0
  if (down !== 0) held.scroller.scrollBy(0, down)
  return sideways !== 0 || down !== 0
}

function uidAt(plan: TimelinePlan, { row }: RowMeasure, y: number): number | null {
  const index = Math.floor(y / row)
  return index >= 0 && index < plan.rowCount ? plan.row(index).uid : null
}

const NEAR = 14
const FINGER = 18

function barAt(
  plan: TimelinePlan,
  view: TimelineView,
  measure: RowMeasure,
  x: number,
  y: number,
): Placed | null {
  const index = Math.floor(y / measure.row)
  if (index < 0 || index >= plan.rowCount) return null
  const place = placed(view.scale(), measure, plan.row(index), index)
  return x >= place.left - NEAR && x <= place.right + NEAR ? place : null
}

function scrollerOf(element: Element): Element | null {
  for (let above = element.parentElement; above; above = above.parentElement)
    if (/auto|scroll/.test(getComputedStyle(above).overflowY)) return above
  return document.scrollingElement
}
