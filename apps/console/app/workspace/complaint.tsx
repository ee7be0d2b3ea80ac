import { useLocale } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { useLayoutEffect, useRef } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { refusalWords } from './refusal-words'
import { useStore } from './use-store'

const GAP = 4

/**
 * Why what was typed cannot be, right beside the cell. The table clips what hangs out of its columns, so it is shown
 * above everything, as a popover that follows the cell.
 */
export function Complaint({ id }: { id: string }) {
  const { complaint } = useStore()
  const locale = useLocale()
  const sentence = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const shown = sentence.current
    if (!shown) return
    // React 18 does not know the attribute yet.
    shown.setAttribute('popover', 'manual')
    if (!shown.matches(':popover-open')) shown.showPopover()
    const place = () => beside(shown, shown.parentElement!.getBoundingClientRect())
    place()
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [complaint])
  if (!complaint) return null
  return (
    <div ref={sentence} className="cw-complaint" id={id} role="alert">
      <Icon name="alert" />
      <span className="cs-visually-hidden">{workspaceMessages(locale).notTaken}</span>
      {refusalWords(locale, complaint.refusal)}
    </div>
  )
}

/** Under the cell, or above it where there is no room, and never out of the window. */
function beside(shown: HTMLElement, cell: DOMRect) {
  const { width, height } = shown.getBoundingClientRect()
  const left = Math.max(GAP, Math.min(cell.left, innerWidth - width - GAP))
  const fits = cell.bottom + GAP + height < innerHeight
  shown.style.setProperty('left', `${left}px`)
  shown.style.setProperty('top', `${fits ? cell.bottom + GAP : cell.top - GAP - height}px`)
}
