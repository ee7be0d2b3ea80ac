import { type NavItem, NavList } from './navigation'

export type TabGroup = { label: string; pages: readonly NavItem[] }

/**
 * Many pages of one thing: a row of groups, and below it the pages of the group that somebody is in. A group leads to
 * its first page; one that has but one page is called like it. Links, so that each page has its address and works
 * without JavaScript.
 */
export function GroupTabs(props: { label: string; groups: readonly TabGroup[] }) {
  const here = props.groups.find(isHere)
  return (
    <div className="cs-group-tabs">
      <nav className="cs-tabs" aria-label={props.label}>
        <NavList items={props.groups.flatMap(groupLink)} />
      </nav>
      {here && here.pages.length > 1 ? (
        <nav className="cs-subtabs" aria-label={here.label}>
          <NavList items={here.pages} />
        </nav>
      ) : null}
    </div>
  )
}

function groupLink(group: TabGroup): NavItem | [] {
  const [first, ...others] = group.pages
  if (!first || others.length === 0) return first ?? []
  const count = group.pages.reduce((sum, page) => sum + (page.count ?? 0), 0)
  return { to: first.to, label: group.label, current: isHere(group) && 'within', count }
}

function isHere(group: TabGroup): boolean {
  return group.pages.some(({ current }) => current)
}
