import { demandOf, loadStep, type Load } from '@countersign/domain/capacity/load'
import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { capacityMessages } from '../messages/capacity'

const WIDTH = 44
const HEIGHT = 26
const BAR = 10

/** One week of one person: how full it is, in a figure, and of what, in bars. */
export function LoadCell({ load, label, href }: { load: Load; label: string; href?: string }) {
  const t = useMessages(capacityMessages).resources
  const format = useFormat()
  const demand = demandOf(load)
  const step = loadStep(load)
  const said =
    load.capacity === 0
      ? demand > 0
        ? hoursText(demand)
        : t.away
      : demand === 0
        ? t.free
        : format.percent(Math.round((demand * 100) / load.capacity))
  const words = [
    label,
    `${t.hard}: ${hoursText(load.hard)}`,
    `${t.soft}: ${hoursText(load.soft)}`,
    `${t.planned}: ${hoursText(load.planned)}`,
    `${t.logged}: ${hoursText(load.logged)}`,
    t.steps[step],
  ].join('. ')
  const content = (
    <>
      <LoadBars load={load} />
      <span aria-hidden>
        {step === 'over' ? '▲ ' : ''}
        {said}
      </span>
      <span className="cs-visually-hidden">{words}</span>
    </>
  )
  return href ? (
    <a className={`cn-load cn-load-${step}`} href={href} title={words}>
      {content}
    </a>
  ) : (
    <span className={`cn-load cn-load-${step}`} title={words}>
      {content}
    </span>
  )
}

/** Booked, planned and logged beside each other; the line is what there is. */
export function LoadBars({ load }: { load: Load }) {
  const { capacity, hard, soft, planned, logged } = load
  const most = Math.max(capacity * 1.25, hard + soft, planned, logged, 1)
  const high = (minutes: number) => Math.round((minutes * HEIGHT * 10) / most) / 10
  const bar = (index: number, minutes: number, className: string, under = 0) =>
    minutes > 0 ? (
      <rect
        className={className}
        x={3 + index * (BAR + 3)}
        width={BAR}
        y={HEIGHT - high(under) - high(minutes)}
        height={high(minutes)}
      />
    ) : null
  const line = HEIGHT - high(capacity)
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden focusable="false">
      {bar(0, hard, 'cn-load-hard')}
      {bar(0, soft, 'cn-load-soft', hard)}
      {bar(1, planned, 'cn-load-planned')}
      {bar(2, logged, 'cn-load-logged')}
      <line className="cn-load-line" x1="0" x2={WIDTH} y1={line} y2={line} />
    </svg>
  )
}
