import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useRef } from 'react'
import {
  clearCells,
  copiedText,
  fillRows,
  fold,
  indent,
  insertRow,
  linkRows,
  moveRows,
  outdent,
  pasteText,
  removeRows,
  unlinkRows,
} from './acts'
import { commandOf, type KeyCommand } from './keys'
import { isGroup, moved, NEW_ROW, single } from './selection'
import type { SheetColumn } from './sheet-columns'
import type { WorkspaceStore } from './store'

/** What lies outside the table: how many rows a page has, and where a key leads out of it. */
export type Outside = {
  pageRows: () => number
  newTask: string
  openDetails: () => void
  openShortcuts: () => void
}

/** The table as a spreadsheet: every act has its key. */
export function useTableKeys(store: WorkspaceStore, outside: Outside) {
  /** Where a run of tabs began: Enter goes on below it. */
  const runFrom = useRef<SheetColumn | null>(null)

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || store.typing) return
    const command = commandOf(event)
    if (!command || !act(command)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** False where the key is left to the browser. */
  function act(command: KeyCommand): boolean {
    if (command.do !== 'next-cell' && command.do !== 'type' && command.do !== 'edit') runFrom.current = null
    switch (command.do) {
      case 'move':
        return go({ rows: command.rows, columns: command.columns }, command.extend)
      case 'page':
        return go({ rows: command.direction * outside.pageRows() }, command.extend)
      case 'edge':
        return toEdge(command)
      case 'next-cell':
        return nextCell(command.direction)
      case 'type':
        store.type(command.text)
        return true
      case 'all':
        store.select({
          anchor: { uid: store.rows[0] ?? NEW_ROW, column: store.columns[0]! },
          focus: { uid: store.shown.at(-1) ?? NEW_ROW, column: store.columns.at(-1)! },
        })
        return true
      case 'expand':
      case 'collapse':
      case 'toggle':
        fold(
          store,
          store.selection.focus.uid,
          command.do === 'toggle' ? undefined : command.do === 'collapse',
        )
        return true
      case 'shift-row':
        moveRows(store, command.direction)
        return true
      case 'leave':
        if (store.complaint) store.stopTyping()
        else store.select(single(store.selection.focus))
        return true
      default:
        acts[command.do]()
        return true
    }
  }

  const acts = {
    edit: () => {
      const { uid } = store.selection.focus
      if (isGroup(uid)) fold(store, uid)
      else store.type(null)
    },
    clear: () => clearCells(store),
    insert: () => insertRow(store, outside.newTask),
    remove: () => removeRows(store),
    indent: () => indent(store),
    outdent: () => outdent(store),
    'fill-down': () => fillRows(store),
    undo: () => store.undo(),
    redo: () => store.redo(),
    link: () => linkRows(store),
    unlink: () => unlinkRows(store),
    'apply-again': () => store.choose(),
    details: outside.openDetails,
    shortcuts: outside.openShortcuts,
  }

  function go(by: { rows?: number; columns?: number }, extend?: boolean): boolean {
    store.select(moved(store.selection, store.sheet, by, extend))
    return true
  }

  function toEdge({ of, end, extend }: KeyCommand & { do: 'edge' }): boolean {
    const far = end ? 1e9 : -1e9
    return go(of === 'row' ? { columns: far } : { rows: far }, extend)
  }

  /** Behind the last cell of the row, and before its first, Tab leaves the table. */
  function nextCell(direction: 1 | -1): boolean {
    const { focus } = store.selection
    const at = store.columns.indexOf(focus.column) + direction
    if (at < 0 || at >= store.columns.length) return false
    runFrom.current ??= focus.column
    return go({ columns: direction })
  }

  /** After a cell was typed: Enter goes down, to where the run of tabs began; Tab goes on. */
  function afterTyping(by: 'enter' | 'shift-enter' | 'tab' | 'shift-tab') {
    const { focus } = store.selection
    if (by === 'tab' || by === 'shift-tab') {
      const at = store.columns.indexOf(focus.column) + (by === 'tab' ? 1 : -1)
      if (at >= 0 && at < store.columns.length) nextCell(by === 'tab' ? 1 : -1)
      return
    }
    const column = runFrom.current ?? focus.column
    runFrom.current = null
    store.select(moved(single({ uid: focus.uid, column }), store.sheet, { rows: by === 'enter' ? 1 : -1 }))
  }

  function onCopy(event: ClipboardEvent) {
    if (store.typing) return
    event.clipboardData.setData('text/plain', copiedText(store))
    event.preventDefault()
  }

  function onCut(event: ClipboardEvent) {
    if (store.typing) return
    onCopy(event)
    clearCells(store)
  }

  function onPaste(event: ClipboardEvent) {
    if (store.typing) return
    pasteText(store, event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n').replace(/\n$/, ''))
    event.preventDefault()
  }

  return { onKeyDown, onCopy, onCut, onPaste, afterTyping }
}
