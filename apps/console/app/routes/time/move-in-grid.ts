import type { KeyboardEvent } from 'react'

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Enter and the arrows go from field to field (left and right once the cursor is at the end); Ctrl+Enter saves. */
export function moveInGrid(event: KeyboardEvent<HTMLFormElement>) {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || input.dataset.row === undefined) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
    return
  }
  const step = event.key === 'Enter' ? [event.shiftKey ? -1 : 1, 0] : steps[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return
  const [down, right] = step as [number, number]
  const { selectionStart, selectionEnd, value } = input
  const isAll = selectionStart === 0 && selectionEnd === value.length
  if (right < 0 && !isAll && selectionEnd !== 0) return
  if (right > 0 && !isAll && selectionStart !== value.length) return
  event.preventDefault()
  const next = fieldAt(event.currentTarget, Number(input.dataset.row), Number(input.dataset.day), down, right)
  next?.focus()
  next?.select()
}

/** The next field that way which can be typed in: what is handed in is stepped over. */
function fieldAt(form: HTMLFormElement, row: number, day: number, down: number, right: number) {
  for (let step = 1; step <= 100; step += 1) {
    const [atRow, atDay] = [row + down * step, day + right * step]
    if (atRow < 0 || atDay < 0 || atDay > 6) return null
    const field = form.querySelector<HTMLInputElement>(`input[data-row="${atRow}"][data-day="${atDay}"]`)
    if (field && field.offsetParent !== null) return field
  }
  return null
}
