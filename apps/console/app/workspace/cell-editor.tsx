import { useMessages } from '@countersign/ui/i18n-context'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { PEOPLE_LIST } from './people-list'
import type { Place } from './store'
import { useWorkspace } from './use-store'

export type TypedBy = 'enter' | 'shift-enter' | 'tab' | 'shift-tab'

/** The box in which a cell's text is typed. What cannot be taken stays in it, with the sentence beside it. */
export function CellEditor(props: {
  place: Place
  start: string | null
  complaintId: string | undefined
  afterTyping: (by: TypedBy) => void
}) {
  const { place, start, complaintId, afterTyping } = props
  const store = useWorkspace()
  const t = useMessages(workspaceMessages)
  const input = useRef<HTMLInputElement>(null)
  const isLeft = useRef(false)

  useLayoutEffect(() => {
    const box = input.current!
    box.focus({ preventScroll: true })
    if (start === null) box.select()
    else box.setSelectionRange(start.length, start.length)
  }, [start])

  function finish(by: TypedBy) {
    if (!store.enter(place, input.current!.value)) return input.current?.select()
    isLeft.current = true
    afterTyping(by)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') finish(event.shiftKey ? 'shift-enter' : 'enter')
    else if (event.key === 'Tab') finish(event.shiftKey ? 'shift-tab' : 'tab')
    else if (event.key === 'Escape') {
      isLeft.current = true
      store.stopTyping()
    } else return event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <input
      ref={input}
      className="cw-editor"
      defaultValue={start ?? store.textOf(place.uid, place.column)}
      aria-label={t.columns[place.column]}
      aria-invalid={complaintId ? true : undefined}
      aria-describedby={complaintId}
      list={place.column === 'people' ? PEOPLE_LIST : undefined}
      autoComplete="off"
      spellCheck={place.column === 'name'}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isLeft.current) store.enter(place, input.current!.value)
      }}
    />
  )
}
