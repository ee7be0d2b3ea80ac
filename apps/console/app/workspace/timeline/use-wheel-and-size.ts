import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { TimelineView } from './timeline-view'

const LINE = 16
const ZOOM_PER_PIXEL = 1.0022

/** Tells the view how wide it is; Ctrl and wheel zoom at the pointer, Shift and wheel (or two fingers) go sideways. */
export function useWheelAndSize(frame: RefObject<HTMLElement>, view: TimelineView) {
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    view.measured(Math.round(element.clientWidth))
    const follower = new ResizeObserver(() => view.measured(Math.round(element.clientWidth)))
    follower.observe(element)
    return () => follower.disconnect()
  }, [frame, view])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
      const [across, down] = [event.deltaX * unit, event.deltaY * unit]
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        view.zoomBy(ZOOM_PER_PIXEL ** -down, event.clientX - element.getBoundingClientRect().left)
      } else if (event.shiftKey || Math.abs(across) > Math.abs(down)) {
        event.preventDefault()
        view.pan(across || down)
      }
    }
    // React listens passively; the browser would zoom the whole page.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [frame, view])
}
