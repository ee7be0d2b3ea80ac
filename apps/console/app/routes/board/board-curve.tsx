import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ValueCurve } from '@countersign/ui/value-curve'
import type { SerializeFrom } from '@remix-run/node'
import { boardsMessages } from '../../messages/boards'
import type { loader } from './route'

/** How the work and what is done of it grew, and when it ends at this pace. */
export function BoardCurve(props: {
  board: SerializeFrom<typeof loader>
  amount: (counted: number) => string
}) {
  const { board, amount } = props
  const t = useMessages(boardsMessages)
  const format = useFormat()
  const { progress, burnUp, velocity, doneOn, unit, today } = board
  if (progress.total === 0) return null
  const line = (key: 'planned' | 'earned', label: string, of: 'scope' | 'done') => ({
    key,
    label,
    value: amount(of === 'scope' ? progress.total : progress.done),
    points: steps(burnUp.map((point) => ({ on: point.on, value: point[of] }))),
  })
  return (
    <>
      <ValueCurve
        title={t.burnUp.title}
        caption={t.burnUp.caption(amount(progress.done), amount(progress.total))}
        lines={[line('planned', t.burnUp.scope, 'scope'), line('earned', t.burnUp.done, 'done')]}
        statusOn={today}
        statusLabel={format.dateShort(today)}
        valueText={amount}
      />
      <p>
        {velocity === null ? t.burnUp.noPace : t.burnUp.pace(amount(velocity), t.units[unit])}{' '}
        {doneOn === null || velocity === null ? '' : t.burnUp.until(format.date(doneOn))}
      </p>
    </>
  )
}

/** What changes on a day stays until the next change: the line goes along, then up. */
function steps(points: readonly { on: string; value: number }[]) {
  return points.flatMap((point, at) => {
    const before = points[at - 1]
    return before && before.value !== point.value ? [{ on: point.on, value: before.value }, point] : [point]
  })
}
