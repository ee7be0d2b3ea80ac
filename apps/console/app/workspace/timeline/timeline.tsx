import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { timelineMessages } from '../../messages/timeline'
import { datesOf } from './bar-words'
import { measureOf, placed, type Placed, type RowMeasure } from '@countersign/domain/timeline/row-shape'
import { isHourly, type Scale } from '@countersign/domain/timeline/time-scale'
import { blocksOf, nothingDrawn, ROWS_IN_BLOCK, type Drawn } from './row-blocks'
import { BarGrips, BarTargets, RowLabels, TimelineBars } from './timeline-bars'
import { RowLines, TimelineGround } from './timeline-ground'
import { TimelineHead } from './timeline-head'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'
import type { TimelineEdits, TimelineGesture } from './gesture'
import { TimelineScrollbar } from './timeline-scrollbar'
import { TimelineTip } from './timeline-tip'
import type { TimelineView } from './timeline-view'
import { useBarKeys } from './use-bar-keys'
import { useHand } from './use-hand'
import { useWheelAndSize } from './use-wheel-and-size'

export type TimelineProps = {
  title: string
  plan: TimelinePlan
  view: TimelineView
  /** The rows to draw, both included: those in sight and some above and below. */
  rows: { first: number; last: number }
  rowHeight: number
  headHeight: number
  selected: ReadonlySet<number>
  onSelect(uid: number, how: { extend: boolean }): void
  /** The keyboard went to a row that may be out of sight. */
  onReveal(index: number): void
  onOpen(uid: number): void
  /** `null` where the plan is only read. */
  edits: TimelineEdits | null
}

/**
 * The bars of a plan beside its table: the rows' height and the upright scrolling are the table's, sideways it scrolls
 * and zooms by itself. Draws the rows that it is told to and nothing else.
 */
export const Timeline = memo(function Timeline(props: TimelineProps) {
  const { title, plan, view, rowHeight, headHeight, selected, onSelect, onReveal, onOpen, edits } = props
  const t = useMessages(timelineMessages)
  const format = useFormat()
  const scale = useSyncExternalStore(view.subscribe, view.scale, view.scale)
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  useWheelAndSize(frame, view)
  useEffect(() => view.covers(plan), [view, plan])

  const measure = useMemo(() => measureOf(rowHeight), [rowHeight])
  // Whole blocks: scrolling a row on draws nothing anew.
  const first = Math.max(0, props.rows.first - (props.rows.first % ROWS_IN_BLOCK))
  const last = Math.min(plan.rowCount, Math.ceil((props.rows.last + 1) / ROWS_IN_BLOCK) * ROWS_IN_BLOCK) - 1
  const { blocks } = useDrawn(plan, scale, measure, first, last)
  const places = useMemo(() => blocks.flatMap((block) => block.places), [blocks])

  const [said, say] = useState<{ uid: number } | { text: string }>({ text: '' })
  const [pointedAt, pointAt] = useState<number | null>(null)
  const { focused, setFocused, focusRow } = useRowFocus(drawing, plan, onReveal, first, last)

  const onEdited = (gesture: TimelineGesture, why: string | null) => {
    if (why) say({ text: t.refused(why) })
    else if (gesture.kind !== 'link') say({ uid: gesture.uid })
    else {
      const nameOf = (uid: number) => plan.row(plan.indexOf(uid)).name
      say({ text: t.linked(t.linkType[gesture.type], nameOf(gesture.fromUid), nameOf(gesture.toUid)) })
    }
  }
  const hand = useHand(drawing, { plan, view, measure, edits, onSelect, onOpen, onEdited }, (uid) =>
    selected.has(uid),
  )
  const keys = useBarKeys({
    plan,
    view,
    edits,
    focusRow,
    onOpen,
    onSelect,
    onEdited,
    onRefused: (what) => say({ text: t.mayNot[what] }),
    onLinking: (link) => {
      if (!link) return say({ text: t.linkLeft })
      const to = plan.row(link.toIndex)
      onReveal(link.toIndex)
      const started = keys.link ? '' : `${t.linking(link.from.name)} `
      say({ text: started + t.linkTo(t.linkType[link.type], link.from.name, to.name) })
    },
  })

  const { inHand } = hand
  const active = inHand?.hold.row.uid ?? pointedAt ?? focused
  const activePlace = active === null ? undefined : places.find(({ row }) => row.uid === active)
  const stop = places.some(({ row }) => row.uid === focused) ? focused : places[0]?.row.uid
  const target = keys.link ? placedAt(plan, scale, keys.link.toIndex) : inHand?.target
  const height = plan.rowCount * rowHeight
  const yOf = (index: number) => index * rowHeight

  function placedAt(plan: TimelinePlan, scale: Scale, index: number): Placed {
    return placed(scale, measure, plan.row(index), index)
  }

  return (
    <div className="cn-tl" ref={frame}>
      <TimelineHead scale={scale} height={headHeight} today={plan.today} />
      <svg
        className={hand.isPanning ? 'cn-tl-drawing cn-tl-panning' : 'cn-tl-drawing'}
        ref={drawing}
        width={scale.width}
        height={height}
        role="application"
        aria-roledescription={t.role}
        aria-label={`${title}. ${t.description(format.number(plan.rowCount))}`}
        {...hand.handlers}
        onPointerMove={(event) => {
          hand.handlers.onPointerMove(event)
          if (!inHand && edits) {
            const index = Math.floor(
              (event.clientY - event.currentTarget.getBoundingClientRect().top) / rowHeight,
            )
            pointAt(index >= 0 && index < plan.rowCount ? plan.row(index).uid : null)
          }
        }}
        onPointerLeave={() => pointAt(null)}
        onDoubleClick={(event) => {
          const uid = uidOf(event.target)
          if (uid !== null) onOpen(uid)
        }}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => setFocused(uidOf(event.target))}
      >
        <TimelineGround scale={scale} workOn={plan.workOn} today={plan.today} height={height} />
        <g className="cn-tl-ground">
          {blocks.map(({ block, places }) => (
            <RowLines
              key={block}
              firstIndex={block * ROWS_IN_BLOCK}
              count={places.length}
              rowHeight={rowHeight}
              width={scale.width}
            />
          ))}
        </g>
        <path
          className="cn-tl-selected"
          d={places
            .filter(({ row }) => selected.has(row.uid))
            .map(({ index }) => `M0 ${yOf(index)}H${scale.width}v${rowHeight - 1}H0z`)
            .join('')}
        />
        <TimelineBars blocks={blocks} />
        <g className="cn-tl-labels" aria-hidden>
          {blocks.map(({ block, places }) => (
            <RowLabels key={block} scale={scale} measure={measure} places={places} />
          ))}
        </g>
        {blocks.map(({ block, places }) => (
          <BarTargets
            key={block}
            places={places}
            measure={measure}
            selected={selected}
            stop={places.some(({ row }) => row.uid === stop) ? stop! : null}
          />
        ))}
        {activePlace && edits ? <BarGrips place={activePlace} measure={measure} /> : null}
        {target ? (
          <rect
            className="cn-tl-link-target"
            x={target.left - 4}
            y={yOf(target.index) + measure.top - 4}
            width={target.right - target.left + 8}
            height={measure.bar + 8}
            rx="5"
          />
        ) : null}
        {inHand && isLinkGrip(inHand.hold.grip) && activePlace ? (
          <path
            className="cn-tl-rubber"
            d={`M${inHand.hold.grip === 'from-start' ? activePlace.left : activePlace.right} ${
              yOf(activePlace.index) + measure.middle
            }L${inHand.x} ${inHand.y}`}
          />
        ) : null}
        {inHand ? <TimelineTip inHand={inHand} plan={plan} scale={scale} top={first * rowHeight} /> : null}
      </svg>
      <TimelineScrollbar view={view} scale={scale} />
      <p className="cs-visually-hidden" aria-live="polite">
        {'text' in said ? said.text : standing(said.uid)}
      </p>
    </div>
  )

  function standing(uid: number): string {
    const index = plan.indexOf(uid)
    if (index < 0) return ''
    const row = plan.row(index)
    return t.stands(row.name, datesOf(row, format, t, isHourly(scale)))
  }
})

/** Kept from one drawing to the next, for what stays as it is. */
function useDrawn(plan: TimelinePlan, scale: Scale, measure: RowMeasure, first: number, last: number): Drawn {
  const before = useRef<Drawn>(nothingDrawn)
  const drawn = useMemo(
    () => blocksOf(before.current, plan, { scale, measure }, { first, last }),
    [plan, scale, measure, first, last],
  )
  before.current = drawn
  return drawn
}

function isLinkGrip(grip: string): boolean {
  return grip === 'from-start' || grip === 'from-finish'
}

function uidOf(target: EventTarget): number | null {
  const uid = (target as Element).getAttribute('data-uid')
  return uid === null ? null : Number(uid)
}

/** One bar is reached by Tab; arrows go on from it, also to rows that are not drawn yet. */
function useRowFocus(
  drawing: React.RefObject<SVGSVGElement>,
  plan: TimelinePlan,
  onReveal: (index: number) => void,
  first: number,
  last: number,
) {
  const [focused, setFocused] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const focusRow = useCallback(
    (index: number) => {
      wanted.current = plan.row(index).uid
      setFocused(wanted.current)
      onReveal(index)
    },
    [plan, onReveal],
  )
  useEffect(() => {
    if (wanted.current === null) return
    const bar = drawing.current?.querySelector<SVGElement>(`.cn-tl-target[data-uid="${wanted.current}"]`)
    if (!bar) return
    wanted.current = null
    bar.focus({ preventScroll: true })
  }, [drawing, focused, first, last])
  return { focused, setFocused, focusRow }
}
