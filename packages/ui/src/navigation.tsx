import { classNames } from './class-names'
import { useFormat } from './i18n-context'

export type NavItem = {
  to: string
  label: string
  /** Whether somebody is on this page, or on one of those that it stands for. */
  current?: boolean | 'within'
  count?: number
}

/** Plain anchors: a hundred client-side links cost a quarter of a page's throughput. */
export function NavList(props: { items: readonly NavItem[]; className?: string }) {
  const format = useFormat()
  return (
    <ul className={classNames('cs-nav-list', props.className)}>
      {props.items.map((item) => (
        <li key={item.to}>
          <a href={item.to} aria-current={ariaCurrent(item.current)}>
            {item.label}
            {item.count ? <span className="cs-count">{format.number(item.count)}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

function ariaCurrent(current: NavItem['current']) {
  if (!current) return undefined
  return current === 'within' ? 'true' : 'page'
}
