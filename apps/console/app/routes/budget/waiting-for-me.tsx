import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { budgetMessages } from '../../messages/budget'
import type { BudgetPage } from './queries.server'

/** What somebody handed in or asked for, for whoever may say yes. */
export function WaitingForMe({ waiting, at }: { waiting: BudgetPage['waiting']; at: string }) {
  const t = useMessages(budgetMessages).position
  if (waiting.version === null && waiting.transfers === 0) return null
  return (
    <Notice tone="warning" title={t.waiting}>
      <ul className="cn-list">
        {waiting.version === null ? null : (
          <li>
            {t.versionWaits(waiting.version)} <a href={`${at}/versions/${waiting.version}`}>{t.open}</a>
          </li>
        )}
        {waiting.transfers === 0 ? null : (
          <li>
            {t.transfersWait(waiting.transfers)} <a href={`${at}/transfers`}>{t.transfers}</a>
          </li>
        )}
      </ul>
    </Notice>
  )
}
