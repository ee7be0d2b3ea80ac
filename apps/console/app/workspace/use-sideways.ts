import { useLayoutEffect, useRef, type RefObject, type TouchEvent, type WheelEvent } from 'react'
import type { SheetColumn } from './sheet-columns'

/**
 * Moves the columns behind the name to the side. They are not in a scroller of their own: their head has to stay in
 * sight while the one scroller of table and timeline goes down. A native scrollbar at the bottom says how far.
 */
export function useSideways(grid: RefObject<HTMLDivElement>, width: number, room: number) {
  const bar = useRef<HTMLDivElement>(null)
  const touched = useRef<{ x: number; left: number } | null>(null)

  function set(left: number) {
    const most = Math.max(0, width - room)
    const to = Math.round(Math.max(0, Math.min(most, left)))
    if (bar.current && bar.current.scrollLeft !== to) bar.current.scrollLeft = to
    grid.current?.style.setProperty('--sideways', `${-to}px`)
  }

  useLayoutEffect(() => {
    set(bar.current?.scrollLeft ?? 0)
  })

  return {
    bar,
    onScroll: () => grid.current?.style.setProperty('--sideways', `${-(bar.current?.scrollLeft ?? 0)}px`),
    onWheel: (event: WheelEvent) => {
      const by = event.deltaX || (event.shiftKey ? event.deltaY : 0)
      if (by !== 0) set((bar.current?.scrollLeft ?? 0) + by)
    },
    touch: {
      onTouchStart: ({ touches }: TouchEvent) => {
        touched.current = { x: touches[0]!.clientX, left: bar.current?.scrollLeft ?? 0 }
      },
      onTouchMove: ({ touches }: TouchEvent) => {
        if (touched.current) set(touched.current.left + touched.current.x - touches[0]!.clientX)
      },
    },
    /** Brings a column into sight. */
    reveal: (column: SheetColumn) => {
      const cell = grid.current?.querySelector<HTMLElement>(`.cw-head .cw-moved .cw-cell-${column}`)
      if (!cell) return
      const left = bar.current?.scrollLeft ?? 0
      if (cell.offsetLeft < left) set(cell.offsetLeft)
      else if (cell.offsetLeft + cell.offsetWidth > left + room)
        set(cell.offsetLeft + cell.offsetWidth - room)
    },
  }
}
