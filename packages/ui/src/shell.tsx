import type { ReactNode } from 'react'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'
import { Logo, Seal } from './logo'
import { type NavItem, NavList } from './navigation'

export type { NavItem } from './navigation'

type ShellProps = {
  nav: readonly NavItem[]
  homeHref?: string
  /** Whose place this is: the customer in the portal, the office in the console. */
  context?: ReactNode
  search?: ReactNode
  person?: ReactNode
  asOf?: ReactNode
  children: ReactNode
}

/** The customers' frame: a bar on top, one calm column. */
export function PortalShell(props: ShellProps) {
  return <Shell kind="portal" {...props} />
}

/** The staff's frame: a rail at the side where there is room, a bar on phones. */
export function ConsoleShell(props: ShellProps) {
  return <Shell kind="console" {...props} />
}

function Shell(props: ShellProps & { kind: 'portal' | 'console' }) {
  const { kind, nav, homeHref = '/', context, search, person, asOf, children } = props
  const messages = useUiMessages()
  return (
    <div className={`cs-shell cs-shell-${kind}`}>
      <SkipLink />
      <header className="cs-bar">
        <div className="cs-bar-inner">
          <a className="cs-bar-home" href={homeHref}>
            <Logo />
          </a>
          {context ? <span className="cs-bar-context">{context}</span> : null}
          {search ? <div className="cs-bar-search">{search}</div> : null}
          {nav.length > 0 ? (
            <nav className="cs-bar-nav" aria-label={messages.mainNavigation}>
              <NavList items={nav} />
            </nav>
          ) : null}
          {person ? <div className="cs-bar-person">{person}</div> : null}
          {/* The same links again for phones, where they open without JavaScript; CSS shows one of the two. */}
          {nav.length > 0 ? (
            <details className="cs-bar-phone">
              <summary>
                <Icon name="menu" />
                {messages.menu}
              </summary>
              <nav aria-label={messages.mainNavigation}>
                <NavList items={nav} />
              </nav>
            </details>
          ) : null}
        </div>
      </header>
      <main className="cs-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="cs-footer">
        <div className="cs-footer-inner">
          <Logo />
          {asOf ? <span>{asOf}</span> : null}
        </div>
      </footer>
    </div>
  )
}

/** Before somebody is signed in: the mark, one card, nothing else. */
export function EntryShell(props: { children: ReactNode; footer?: ReactNode; side?: ReactNode }) {
  return (
    <div className="cs-entry">
      <SkipLink />
      <header className="cs-entry-side">
        <Logo />
        <Seal />
        {props.side ? <div className="cs-entry-words">{props.side}</div> : null}
      </header>
      <main className="cs-entry-main" id="main" tabIndex={-1}>
        <div className="cs-entry-card">{props.children}</div>
        {props.footer ? <div className="cs-entry-footer">{props.footer}</div> : null}
      </main>
    </div>
  )
}

function SkipLink() {
  return (
    <a className="cs-skip" href="#main">
      {useUiMessages().skipToContent}
    </a>
  )
}
