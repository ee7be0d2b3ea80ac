import { describe, expect, test } from 'vitest'
import { blockOf, moved, NEW_ROW, single, type Sheet } from './selection'

const rows = [4, 9, 2, NEW_ROW]
const sheet: Sheet<'name' | 'duration' | 'start'> = {
  rows,
  columns: ['name', 'duration', 'start'],
  rowOf: (uid) => rows.indexOf(uid),
}
const at = (uid: number, column: 'name' | 'duration' | 'start') => single({ uid, column })

describe('the cursor', () => {
  test('goes from row to row as they are shown, not by their numbers', () => {
    expect(moved(at(4, 'name'), sheet, { rows: 1 }).focus).toEqual({ uid: 9, column: 'name' })
    expect(moved(at(9, 'name'), sheet, { columns: 1 }).focus).toEqual({ uid: 9, column: 'duration' })
  })

  test('stops at every edge', () => {
    expect(moved(at(4, 'name'), sheet, { rows: -3, columns: -1 }).focus).toEqual({ uid: 4, column: 'name' })
    expect(moved(at(4, 'name'), sheet, { rows: 1e9, columns: 1e9 }).focus).toEqual({
      uid: NEW_ROW,
      column: 'start',
    })
  })
})

describe('a block', () => {
  test('lies between the cursor and the corner that it was begun from, whichever is above', () => {
    const up = moved(at(2, 'start'), sheet, { rows: -2, columns: -1 }, true)
    expect(up.anchor).toEqual({ uid: 2, column: 'start' })
    expect(blockOf(up, sheet)).toEqual({ top: 0, bottom: 2, left: 1, right: 2 })
  })

  test('is one cell again after a move without Shift', () => {
    const down = moved(moved(at(4, 'name'), sheet, { rows: 1 }, true), sheet, { rows: 1 })
    expect(blockOf(down, sheet)).toEqual({ top: 2, bottom: 2, left: 0, right: 0 })
  })
})
