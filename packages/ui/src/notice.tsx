import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const icons: Record<NoticeTone, IconName> = {
  info: 'info-circle',
  success: 'check',
  warning: 'alert',
  danger: 'cross',
}

/** Something to know before going on. `live` has screen readers say it when it appears. */
export function Notice(props: { tone: NoticeTone; title?: ReactNode; live?: boolean; children?: ReactNode }) {
  const { tone, title, live, children } = props
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div className={`cs-notice cs-notice-${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div>
        {title ? <p className="cs-notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
