import type { TimelineMilestone } from './milestone-lanes'

const outlines: Record<TimelineMilestone['kind'], string> = {
  delivery: 'M0-8.5L8.5 0L0 8.5L-8.5 0Z',
  acceptance: 'M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0Z',
  billing: 'M-4.5-6.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2Z',
}

/** A milestone's shape around the origin: its kind by outline, first promise hollow, done with a check. */
export function MilestoneMark(props: {
  kind: TimelineMilestone['kind']
  look: 'promised' | 'current' | 'done'
}) {
  return (
    <g className={`cs-mark-${props.look}`}>
      <path d={outlines[props.kind]} />
      {props.look === 'done' ? <path className="cs-mark-check" d="M-3 0.2l2.2 2.2L3.2-2" /> : null}
    </g>
  )
}
