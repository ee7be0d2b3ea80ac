import { useMessages } from '@countersign/ui/i18n-context'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { timelineMessages } from '../../messages/timeline'
import { momentAt, type Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelineView } from './timeline-view'

/** No browser scrolls an element of millions of pixels exactly, so beyond this the bar is coarser than the drawing. */
const LONGEST = 400_000
const FOLLOWS_AFTER_MS = 120

/** The browser's own scrollbar over an empty strip: touch, wheel and keyboard work as everywhere. */
export function TimelineScrollbar({ view, scale }: { view: TimelineView; scale: Scale }) {
  const t = useMessages(timelineMessages)
  const strip = useRef<HTMLDivElement>(null)
  const shown = useRef(0)
  const reach = view.reach()
  const seen = momentAt(scale, scale.width) - scale.from
  const whole = Math.max(1, reach.to - reach.from)
  const wanted = Math.min(
    LONGEST,
    Math.max(scale.width, Math.round((whole / Math.max(1, seen)) * scale.width)),
  )
  const [length, setLength] = useState(wanted)
  const [moves, setMoves] = useState(0)
  const slack = length - scale.width
  const left = Math.round(((scale.from - reach.from) / Math.max(1, whole - seen)) * slack)

  // Moving a scrollbar has the browser lay out the page at once, too dear for every frame of a drag: it follows.
  const goal = useRef({ wanted, left })
  goal.current = { wanted, left }
  const timer = useRef(0)
  useEffect(() => {
    const isThere = wanted === length && Math.abs(left - shown.current) <= 1
    if (isThere || timer.current !== 0) return
    timer.current = window.setTimeout(() => {
      timer.current = 0
      setLength(goal.current.wanted)
      setMoves((moves) => moves + 1)
    }, FOLLOWS_AFTER_MS)
  }, [wanted, length, left])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  useLayoutEffect(() => {
    const to = goal.current.left
    if (!strip.current || Math.abs(to - shown.current) <= 1) return
    shown.current = to
    strip.current.scrollLeft = to
  }, [moves])

  return (
    <div
      className="cn-tl-scroll"
      ref={strip}
      role="group"
      aria-label={t.sideways}
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        const at = Math.round(currentTarget.scrollLeft)
        // What this component itself asked for comes back as an event, too.
        if (Math.abs(at - shown.current) <= 1 || slack <= 0) return
        shown.current = at
        view.look(reach.from + (at / slack) * (whole - seen))
      }}
    >
      <svg width={length} height="1" aria-hidden focusable="false" />
    </div>
  )
}
