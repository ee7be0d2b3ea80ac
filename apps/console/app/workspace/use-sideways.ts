import { useLayoutEffect, useRef, type RefObject, type TouchEvent, type WheelEvent } from 'react'
import type { SheetColumn } from './sheet-columns'

/**
 * Moves the columns behind the name to the side. They are not in a scroller of their own: their head has to stay in
 * sight while the one scroller of table and timeline goes down. A native scrollbar at the bottom says how far.
 */
export function useSideways(grid: RefObject<HTMLDivElement>, width: number, room: number) {
  const bar = useRef<HTMLDivElement>(null)
  /** Kept here: to ask the scrollbar would have the browser lay the page out, in every frame of scrolling. */
  const left = useRef(0)
  const touched = useRef<{ x: number; left: number } | null>(null)

  function set(wished: number) {
    const to = Math.round(Math.max(0, Math.min(width - room, wished)))
    if (to === left.current) return
    left.current = to
    grid.current?.style.setProperty('--sideways', `${-to}px`)
    if (bar.current) bar.current.scrollLeft = to
  }

  useLayoutEffect(() => {
    set(left.current)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where there is more room, there is less to scroll
  }, [width, room])

  return {
    bar,
    onScroll: () => set(bar.current?.scrollLeft ?? 0),
    onWheel: (event: WheelEvent) => {
      const by = event.deltaX || (event.shiftKey ? event.deltaY : 0)
      if (by !== 0) set(left.current + by)
    },
    touch: {
      onTouchStart: ({ touches }: TouchEvent) => {
        touched.current = { x: touches[0]!.clientX, left: left.current }
      },
      onTouchMove: ({ touches }: TouchEvent) => {
        if (touched.current) set(touched.current.left + touched.current.x - touches[0]!.clientX)
      },
    },
    /** Brings a column into sight. */
    reveal: (column: SheetColumn) => {
      const cell = grid.current?.querySelector<HTMLElement>(`.cw-head .cw-moved .cw-cell-${column}`)
      if (!cell) return
      const end = cell.offsetLeft + cell.offsetWidth
      if (cell.offsetLeft < left.current) set(cell.offsetLeft)
      else if (end > left.current + room) set(end - room)
    },
  }
}
