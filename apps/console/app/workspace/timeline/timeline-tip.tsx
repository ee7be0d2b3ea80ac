import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { timelineMessages } from '../../messages/timeline'
import { datesOf, lastDayOf, shiftWords } from './bar-words'
import { isHourly, type Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'
import type { InHand } from './use-hand'

const WIDTH = 288
const HEIGHT = 148
const AWAY = 16

/** Beside the hand: where the task now stands, what that does to the project, or why it cannot be. */
export function TimelineTip(props: { inHand: InHand; plan: TimelinePlan; scale: Scale; top: number }) {
  const { inHand, plan, scale, top } = props
  const t = useMessages(timelineMessages)
  const format = useFormat()
  const { hold, gesture, why, x, y } = inHand
  const index = plan.indexOf(hold.row.uid)
  if (index < 0) return null
  const row = plan.row(index)
  const lines: string[] = []
  if (gesture?.kind === 'link') {
    const to = plan.row(plan.indexOf(gesture.toUid))
    lines.push(t.linkTo(t.linkType[gesture.type], hold.row.name, to.name))
  } else if (!gesture) lines.push(t.tip.dropOnBar)
  else {
    lines.push(datesOf(row, format, t, isHourly(scale)))
    lines.push(
      gesture.kind === 'progress'
        ? t.bar.done(format.percent(gesture.percent))
        : shiftWords(hold.row.finish, row.finish, format, t),
    )
    if (plan.finish !== inHand.planFinish)
      lines.push(
        `${t.tip.planEnds(format.dateShort(lastDayOf(plan.finish)))}, ${shiftWords(inHand.planFinish, plan.finish, format, t)}`,
      )
  }
  const left = x + AWAY + WIDTH > scale.width ? Math.max(0, x - AWAY - WIDTH) : x + AWAY
  const above = y - AWAY - HEIGHT
  return (
    <foreignObject
      className="cn-tl-tip-place"
      x={left}
      y={above < top ? y + AWAY : above}
      width={Math.min(WIDTH, scale.width)}
      height={HEIGHT}
    >
      <div className={above < top ? 'cn-tl-tip-below' : 'cn-tl-tip-above'}>
        <div className="cn-tl-tip" role="presentation">
          <strong>{row.name}</strong>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {why ? <span className="cn-tl-tip-why">{why}</span> : null}
        </div>
      </div>
    </foreignObject>
  )
}
