/** The run of a few values, oldest first; its numbers stand in the text nearby. */
export function Sparkline(props: { label: string; values: readonly number[] }) {
  const { label, values } = props
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map((value, index) => {
    const x = values.length > 1 ? (index / (values.length - 1)) * 92 + 2 : 94
    return { x: round(x), y: round(22 - ((value - low) / span) * 20) }
  })
  const last = points.at(-1)
  if (!last) return null
  return (
    <svg className="cs-sparkline" viewBox="0 0 100 24" width="100" height="24" role="img" aria-label={label}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <circle cx={last.x} cy={last.y} r="2.2" />
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
