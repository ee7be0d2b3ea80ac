import { useMessages } from '@countersign/ui/i18n-context'
import { timelineMessages } from '../../messages/timeline'
import { ToolIcon, type ToolIconName } from '../tool-icon'
import type { TimelineView } from './timeline-view'

/** Zoom and today, for the toolbar of whoever shows a timeline. */
export function TimelineTools({ view }: { view: TimelineView }) {
  const t = useMessages(timelineMessages)
  const tools: [ToolIconName, string, () => void][] = [
    ['minus', t.zoomOut, () => view.zoomOut()],
    ['plus', t.zoomIn, () => view.zoomIn()],
    ['fit', t.fit, () => view.fit()],
    ['today', t.today, () => view.showToday()],
  ]
  return (
    <div className="cn-tl-tools" role="group" aria-label={t.tools}>
      {tools.map(([icon, label, act]) => (
        <button
          type="button"
          className="cs-button cs-button-quiet cs-button-small"
          key={icon}
          aria-label={label}
          title={label}
          onClick={act}
        >
          <ToolIcon name={icon} />
        </button>
      ))}
    </div>
  )
}
