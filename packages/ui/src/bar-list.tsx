import type { ReactNode } from 'react'

export type Bar = { key: string; name: ReactNode; /** 0 to 1. */ share: number; words: ReactNode }

/** A few things by size, the largest first: each with its bar and with its figure in words. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  return (
    <ol className="cs-bars">
      {bars.map(({ key, name, share, words }) => (
        <li key={key}>
          <span className="cs-bar-name">{name}</span>
          <span className="cs-bar-words">{words}</span>
          <svg width="100%" height="8" aria-hidden focusable="false">
            <rect className="cs-part-rest" width="100%" height="8" rx="3" />
            <rect className="cs-bar-share" width={`${Math.round(share * 1000) / 10}%`} height="8" rx="3" />
          </svg>
        </li>
      ))}
    </ol>
  )
}
