/** What a key press means in the table while no cell is being edited. */
export type KeyCommand =
  | { do: 'move'; rows?: number; columns?: number; extend?: boolean }
  | { do: 'page'; direction: 1 | -1; extend?: boolean }
  | { do: 'edge'; of: 'row' | 'plan'; end: boolean; extend?: boolean }
  | { do: 'next-cell'; direction: 1 | -1 }
  | { do: 'edit' | 'clear' | 'insert' | 'remove' | 'indent' | 'outdent' | 'fill-down' | 'undo' | 'redo' }
  | { do: 'link' | 'unlink' | 'apply-again' }
  | { do: 'type'; text: string }
  | { do: 'shift-row'; direction: 1 | -1 }
  | { do: 'expand' | 'collapse' | 'toggle' | 'all' | 'details' | 'shortcuts' | 'leave' }

export type KeyPress = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Copy and paste are the browser's own events; what is not known here is left to the browser. */
export function commandOf(press: KeyPress): KeyCommand | null {
  const { key, shiftKey, altKey } = press
  // On a Mac the command key, which keyboards elsewhere call Ctrl.
  const isControl = press.ctrlKey || press.metaKey
  if (altKey && !isControl) return withAlt(key, shiftKey)
  if (isControl && !altKey) return withControl(key, shiftKey)
  // AltGr comes as both, and types a character.
  if (isControl && altKey) return key.length === 1 ? { do: 'type', text: key } : null
  return plain(key, shiftKey)
}

function plain(key: string, extend: boolean): KeyCommand | null {
  switch (key) {
    case 'ArrowUp':
      return { do: 'move', rows: -1, extend }
    case 'ArrowDown':
      return { do: 'move', rows: 1, extend }
    case 'ArrowLeft':
      return { do: 'move', columns: -1, extend }
    case 'ArrowRight':
      return { do: 'move', columns: 1, extend }
    case 'PageUp':
      return { do: 'page', direction: -1, extend }
    case 'PageDown':
      return { do: 'page', direction: 1, extend }
    case 'Home':
      return { do: 'edge', of: 'row', end: false, extend }
    case 'End':
      return { do: 'edge', of: 'row', end: true, extend }
    case 'Tab':
      return { do: 'next-cell', direction: extend ? -1 : 1 }
    case 'Enter':
    case 'F2':
      return { do: 'edit' }
    case 'F9':
      return { do: 'apply-again' }
    case 'Insert':
      return { do: 'insert' }
    case 'Delete':
      return { do: 'remove' }
    case 'Backspace':
      return { do: 'clear' }
    case 'Escape':
      return { do: 'leave' }
    default:
      return key === '?' ? { do: 'shortcuts' } : key.length === 1 ? { do: 'type', text: key } : null
  }
}

function withControl(key: string, shift: boolean): KeyCommand | null {
  switch (key.toLowerCase()) {
    case 'z':
      return shift ? { do: 'redo' } : { do: 'undo' }
    case 'y':
      return { do: 'redo' }
    case 'i':
      return { do: 'insert' }
    case 'd':
      return { do: 'fill-down' }
    case 'a':
      return { do: 'all' }
    // As in Microsoft Project.
    case 'f2':
      return { do: shift ? 'unlink' : 'link' }
    case ' ':
      return { do: 'toggle' }
    case 'home':
      return { do: 'edge', of: 'plan', end: false, extend: shift }
    case 'end':
      return { do: 'edge', of: 'plan', end: true, extend: shift }
    default:
      return null
  }
}

function withAlt(key: string, shift: boolean): KeyCommand | null {
  switch (key) {
    case 'ArrowRight':
      return { do: shift ? 'indent' : 'expand' }
    case 'ArrowLeft':
      return { do: shift ? 'outdent' : 'collapse' }
    case 'ArrowUp':
      return { do: 'shift-row', direction: -1 }
    case 'ArrowDown':
      return { do: 'shift-row', direction: 1 }
    case 'Enter':
      return { do: 'details' }
    default:
      // Alt with a letter types one on some keyboards (Option on a Mac).
      return key.length === 1 && !/^[\x20-\x7e]$/.test(key) ? { do: 'type', text: key } : null
  }
}
