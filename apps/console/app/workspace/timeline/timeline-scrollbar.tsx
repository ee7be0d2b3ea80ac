import { useMessages } from '@countersign/ui/i18n-context'
import { useEffect, useRef } from 'react'
import { timelineMessages } from '../../messages/timeline'
import { momentAt, type Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelineView } from './timeline-view'

/** No browser scrolls an element of millions of pixels exactly, so beyond this the bar is coarser than the drawing. */
const LONGEST = 400_000

/** The browser's own scrollbar over an empty strip: touch, wheel and keyboard work as everywhere. */
export function TimelineScrollbar({ view, scale }: { view: TimelineView; scale: Scale }) {
  const t = useMessages(timelineMessages)
  const strip = useRef<HTMLDivElement>(null)
  const shown = useRef(0)
  const reach = view.reach()
  const seen = momentAt(scale, scale.width) - scale.from
  const whole = Math.max(1, reach.to - reach.from)
  const length = Math.min(
    LONGEST,
    Math.max(scale.width, Math.round((whole / Math.max(1, seen)) * scale.width)),
  )
  const slack = length - scale.width
  const left = Math.round(((scale.from - reach.from) / Math.max(1, whole - seen)) * slack)

  useEffect(() => {
    if (!strip.current || left === shown.current) return
    shown.current = left
    strip.current.scrollLeft = left
  }, [left, length])

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
