import { useMessages } from '@countersign/ui/i18n-context'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { workspaceMessages } from '../messages/workspace'

const STEP = 24

/** How much of the width the table has: dragged, or moved by the arrows. */
export function Splitter(props: { at: number; least: number; most: number; onMove: (to: number) => void }) {
  const { at, least, most, onMove } = props
  const t = useMessages(workspaceMessages)
  const from = useRef<{ x: number; at: number } | null>(null)

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, at }
  }

  function onPointerMove(event: PointerEvent) {
    if (from.current) to(from.current.at + event.clientX - from.current.x)
  }

  function onKeyDown(event: KeyboardEvent) {
    const wished = { ArrowLeft: at - STEP, ArrowRight: at + STEP, Home: least, End: most }[event.key]
    if (wished === undefined) return
    event.preventDefault()
    to(wished)
  }

  const to = (wished: number) => onMove(Math.round(Math.max(least, Math.min(most, wished))))
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t.splitter}
      aria-valuenow={Math.round(at)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className="cw-splitter"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onKeyDown={onKeyDown}
    />
  )
}
