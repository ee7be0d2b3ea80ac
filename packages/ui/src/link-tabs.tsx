import { type NavItem, NavList } from './navigation'

/** The pages of one thing. Links, so that each has its address and works without JavaScript. */
export function LinkTabs(props: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className="cs-tabs" aria-label={props.label}>
      <NavList items={props.items} />
    </nav>
  )
}
