import { describe, expect, test } from 'vitest'
import { commandOf, type KeyPress } from './keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})
const ctrl = { ctrlKey: true }
const alt = { altKey: true }
const altShift = { altKey: true, shiftKey: true }

describe('a key in the table', () => {
  test('moves the cursor, and with Shift chooses a block', () => {
    expect(commandOf(press('ArrowDown'))).toEqual({ do: 'move', rows: 1, extend: false })
    expect(commandOf(press('ArrowLeft', { shiftKey: true }))).toEqual({
      do: 'move',
      columns: -1,
      extend: true,
    })
    expect(commandOf(press('End', { ...ctrl, shiftKey: true }))).toEqual({
      do: 'edge',
      of: 'plan',
      end: true,
      extend: true,
    })
  })

  test('indents, outdents and moves rows with Alt', () => {
    expect(commandOf(press('ArrowRight', altShift))).toEqual({ do: 'indent' })
    expect(commandOf(press('ArrowLeft', altShift))).toEqual({ do: 'outdent' })
    expect(commandOf(press('ArrowUp', alt))).toEqual({ do: 'shift-row', direction: -1 })
    expect(commandOf(press('ArrowRight', alt))).toEqual({ do: 'expand' })
  })

  test.each([
    ['z', ctrl, 'undo'],
    ['Z', { ...ctrl, shiftKey: true }, 'redo'],
    ['y', ctrl, 'redo'],
    ['z', { metaKey: true }, 'undo'],
    ['i', ctrl, 'insert'],
    ['Insert', {}, 'insert'],
    ['d', ctrl, 'fill-down'],
    ['Delete', {}, 'remove'],
    ['Backspace', {}, 'clear'],
    ['F2', {}, 'edit'],
    ['Enter', {}, 'edit'],
    ['Enter', alt, 'details'],
    ['F9', {}, 'apply-again'],
    ['F2', ctrl, 'link'],
    ['F2', { ...ctrl, shiftKey: true }, 'unlink'],
    ['?', { shiftKey: true }, 'shortcuts'],
  ])('%s with %o: %s', (key, held, done) => {
    expect(commandOf(press(key, held))).toEqual({ do: done })
  })

  test('types where it is a character, also by AltGr or the Option key', () => {
    expect(commandOf(press('R', { shiftKey: true }))).toEqual({ do: 'type', text: 'R' })
    expect(commandOf(press('@', { ctrlKey: true, altKey: true }))).toEqual({ do: 'type', text: '@' })
    expect(commandOf(press('ß', alt))).toEqual({ do: 'type', text: 'ß' })
  })

  test('is left to the browser where it means nothing here', () => {
    expect(commandOf(press('c', ctrl))).toBeNull()
    expect(commandOf(press('v', ctrl))).toBeNull()
    expect(commandOf(press('F5'))).toBeNull()
    expect(commandOf(press('Shift', { shiftKey: true }))).toBeNull()
  })
})
