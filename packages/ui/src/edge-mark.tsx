/** An arrow at the edge of a drawing: what it stands for lies further out. Its parent gives the colour. */
export function EdgeMark({ edge, y }: { edge: 'before' | 'after'; y: number }) {
  const [x, out] = edge === 'before' ? ['0', -1] : ['100%', 1]
  return (
    <svg x={x} y={y} width="1" height="1" overflow="visible">
      <path d={`M${-out * 9} -6L${-out * 2} 0L${-out * 9} 6`} />
    </svg>
  )
}
