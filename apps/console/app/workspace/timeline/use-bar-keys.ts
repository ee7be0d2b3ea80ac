import type { LinkType } from '@countersign/domain/schedule/plan'
import { useState, type KeyboardEvent } from 'react'
import { changes, progressed, type TimelineEdits, type TimelineGesture, stepped } from './gesture'
import { stepOf } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan, TimelineRow } from '@countersign/domain/timeline/timeline-plan'
import type { TimelineView } from './timeline-view'

const types: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF']

/** A link that the keyboard is making: from where, to what, by which ends. */
export type KeyLink = { from: TimelineRow; toIndex: number; type: LinkType }

export type RefusedKey = 'move' | 'resize' | 'progress' | 'link'

/** Arrow keys on a bar: go to the next, move, resize, change progress, link. Every press is one edit. */
export function useBarKeys(around: {
  plan: TimelinePlan
  view: TimelineView
  edits: TimelineEdits | null
  focusRow(index: number): void
  onOpen(uid: number): void
  onSelect(uid: number, how: { extend: boolean }): void
  onEdited(gesture: TimelineGesture, why: string | null): void
  onRefused(what: RefusedKey): void
  onLinking(link: KeyLink | null): void
}) {
  const { plan, view, edits, focusRow, onOpen, onSelect, onEdited, onRefused, onLinking } = around
  const [link, setLink] = useState<KeyLink | null>(null)

  function linking(next: KeyLink | null) {
    setLink(next)
    onLinking(next)
  }

  function edit(what: RefusedKey, row: TimelineRow, gesture: TimelineGesture) {
    if (!edits || !row.may[what]) return onRefused(what)
    if (changes(gesture, row)) onEdited(gesture, edits.commit(gesture))
  }

  function whileLinking(key: string, link: KeyLink): boolean {
    const go = (by: number) => {
      let toIndex = link.toIndex + by
      if (plan.row(clamped(toIndex, plan.rowCount)).uid === link.from.uid) toIndex += by
      if (toIndex >= 0 && toIndex < plan.rowCount) linking({ ...link, toIndex })
    }
    if (key === 'ArrowDown') go(1)
    else if (key === 'ArrowUp') go(-1)
    else if (key === 't' || key === 'T')
      linking({ ...link, type: types[(types.indexOf(link.type) + 1) % types.length]! })
    else if (key === 'Escape') linking(null)
    else if (key === 'Enter' || key === ' ') {
      const target = plan.row(clamped(link.toIndex, plan.rowCount))
      setLink(null)
      if (target.uid === link.from.uid || !edits) return true
      edit('link', link.from, { kind: 'link', fromUid: link.from.uid, toUid: target.uid, type: link.type })
    }
    // Whatever else is pressed belongs to nobody while a link is being made.
    return key !== 'Tab'
  }

  function onKey(key: string, shift: boolean, index: number): boolean {
    const row = plan.row(index)
    const step = stepOf(view.scale())
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
        focusRow(clamped(index + (key === 'ArrowUp' ? -1 : 1), plan.rowCount))
        return true
      case 'Home':
      case 'End':
        focusRow(key === 'Home' ? 0 : plan.rowCount - 1)
        return true
      case 'ArrowLeft':
      case 'ArrowRight': {
        const by = key === 'ArrowLeft' ? -step : step
        const what = shift ? 'resize' : 'move'
        edit(what, row, stepped(what, row, by, plan.workOn))
        return true
      }
      case '+':
      case '-':
        edit('progress', row, progressed(row, Math.round(row.percentDone / 10 + (key === '+' ? 1 : -1)) * 10))
        return true
      case 'l':
      case 'L': {
        if (!edits || !row.may.link || plan.rowCount < 2) return (onRefused('link'), true)
        linking({ from: row, toIndex: index + 1 < plan.rowCount ? index + 1 : index - 1, type: 'FS' })
        return true
      }
      case 'Enter':
        onOpen(row.uid)
        return true
      case ' ':
        onSelect(row.uid, { extend: shift })
        return true
      default:
        return false
    }
  }

  return {
    link,
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const uid = Number((event.target as Element).getAttribute('data-uid') ?? NaN)
      const index = plan.indexOf(uid)
      if (index < 0) return
      const taken = link ? whileLinking(event.key, link) : onKey(event.key, event.shiftKey, index)
      if (!taken) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

function clamped(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index))
}
