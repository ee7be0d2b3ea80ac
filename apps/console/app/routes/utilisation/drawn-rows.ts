import type { Grouping } from './asked'

export type DrawnRow = {
  key: string
  name: string
  percent: number | null
  share: number | null
  target: number | null
}

/** More than that nobody takes in at a glance. Months are three years at most, and drawn one after the other. */
const mostBars = 12

/**
 * What is drawn of a table, with the per cent that fill the width: all of a short one in its order, of a long one what
 * is furthest from its target (without targets the largest). A row without a figure has no bar.
 */
export function drawnRows(rows: readonly DrawnRow[], by: Grouping) {
  const all = rows.flatMap(({ key, name, ...row }) => {
    const percent = by === 'project' ? row.share : row.percent
    return percent === null ? [] : [{ key, name, percent, target: by === 'project' ? null : row.target }]
  })
  const distance = ({ percent, target }: (typeof all)[number]) => Math.abs(percent - (target ?? 0))
  const bars =
    by === 'month' || all.length <= mostBars
      ? all
      : [...all].sort((a, b) => distance(b) - distance(a)).slice(0, mostBars)
  const scale = Math.max(100, ...bars.flatMap(({ percent, target }) => [percent, target ?? 0]))
  return { bars, scale }
}
