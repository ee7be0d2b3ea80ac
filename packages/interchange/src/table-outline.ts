import type { RowRefusalCode } from './plan-from-table'
import type { PlanField } from './column-names'
import type { TableTask } from './table-task'

type Refuse = (row: number, field: PlanField | null, value: string, why: RowRefusalCode) => void

/**
 * The tasks with their levels, each behind its parent. Where a table says the outline in several ways, a level goes
 * before a parent, and a parent before numbers such as 1.2.3.
 */
export function inOutlineOrder(rows: TableTask[], refuse: Refuse): TableTask[] {
  if (rows.some(({ statedLevel }) => statedLevel !== null))
    return levelled(rows, ({ statedLevel }) => statedLevel)
  if (rows.some(({ parent }) => parent !== '')) return belowParents(rows, refuse)
  const isNumbered = rows.every(({ wbs }) => /^\d+(\.\d+)*$/.test(wbs))
  return isNumbered ? levelled(rows, ({ wbs }) => wbs.split('.').length) : rows
}

/** No level is left out on the way down. */
function levelled(rows: readonly TableTask[], levelOf: (task: TableTask) => number | null): TableTask[] {
  let above = 0
  // Some programs count from 0.
  const shift = rows.some((task) => levelOf(task) === 0) ? 1 : 0
  for (const task of rows) {
    task.level = above = Math.min(above + 1, Math.max(1, (levelOf(task) ?? 1) + shift))
  }
  return [...rows]
}

function belowParents(rows: readonly TableTask[], refuse: Refuse): TableTask[] {
  const byName = new Map<string, TableTask | null>()
  for (const task of rows) byName.set(task.name, byName.has(task.name) ? null : task)
  const byReference = new Map<string, TableTask | null>(byName)
  for (const task of rows) if (task.wbs !== '') byReference.set(task.wbs, task)
  for (const task of rows) if (task.id !== null) byReference.set(task.id, task)

  const children = new Map<TableTask | null, TableTask[]>()
  for (const task of rows) {
    const parent = task.parent === '' ? null : byReference.get(task.parent)
    if (parent === undefined || (task.parent !== '' && parent === null))
      refuse(task.row, 'parent', task.parent, 'unknown-parent')
    const below = children.get(parent ?? null)
    if (below) below.push(task)
    else children.set(parent ?? null, [task])
  }

  const ordered: TableTask[] = []
  const open = (children.get(null) ?? []).toReversed().map((task) => ({ task, level: 1 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { task, level } = next
    task.level = level
    ordered.push(task)
    for (const child of (children.get(task) ?? []).toReversed()) open.push({ task: child, level: level + 1 })
  }
  if (ordered.length < rows.length) {
    const reached = new Set(ordered)
    for (const task of rows) if (!reached.has(task)) refuse(task.row, 'parent', task.parent, 'parent-loop')
  }
  return ordered
}
