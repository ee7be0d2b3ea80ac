import { classNames } from './class-names'
import { useFormat } from './i18n-context'

export type NavItem = { to: string; label: string; current?: boolean; count?: number }

/** Plain anchors: a hundred client-side links cost a quarter of a page's throughput. */
export function NavList(props: { items: readonly NavItem[]; className?: string }) {
  const format = useFormat()
  return (
    <ul className={classNames('cs-nav-list', props.className)}>
      {props.items.map((item) => (
        <li key={item.to}>
          <a href={item.to} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count ? <span className="cs-count">{format.number(item.count)}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}
