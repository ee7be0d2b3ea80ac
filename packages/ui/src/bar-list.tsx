import type { ReactNode } from 'react'

export type Bar = {
  key: string
  name: ReactNode
  /** 0 to 1. */
  share: number
  /** Where it was meant to reach, 0 to 1. */
  mark?: number | null
  words: ReactNode
}

/** A few things by size, the largest first: each with its bar and with its figure in words. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  return (
    <ol className="cs-bars">
      {bars.map(({ key, name, share, mark = null, words }) => (
        <li key={key}>
          <span className="cs-bar-name">{name}</span>
          <span className="cs-bar-words">{words}</span>
          <svg width="100%" height={mark === null ? 8 : 14} aria-hidden focusable="false">
            <rect className="cs-part-rest" y={mark === null ? 0 : 3} width="100%" height="8" rx="3" />
            <rect
              className={mark === null ? 'cs-bar-share' : 'cs-part-paid'}
              y={mark === null ? 0 : 3}
              width={inPercent(share)}
              height="8"
              rx="3"
            />
            {mark === null ? null : (
              <line className="cs-bar-mark" x1={inPercent(mark)} x2={inPercent(mark)} y1="0" y2="14" />
            )}
          </svg>
        </li>
      ))}
    </ol>
  )
}

function inPercent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
}
