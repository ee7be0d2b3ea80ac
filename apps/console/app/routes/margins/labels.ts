import type { MarginsMessages } from '../../messages/margins-en'
import type { MoneyMessages } from '../../messages/money-en'
import type { MarginColumn, MarginGrouping } from './columns'

/** What stands over each column; over the first, what its rows are put together by. */
export function marginLabels(
  t: MoneyMessages,
  more: MarginsMessages,
  by: string | null,
): Record<MarginColumn | `project-${1 | 2 | 3}`, string> {
  const { margins } = t
  return {
    ...more.columns,
    project: by === null ? margins.projectAndManager : more.groups[by as MarginGrouping],
    'project-1': margins.code,
    'project-2': margins.name,
    'project-3': margins.manager,
    customer: t.customer,
    currency: margins.currency,
    value: margins.value,
    earned: margins.earned,
    invoiced: margins.invoiced,
    paid: margins.paid,
    cost: margins.cost,
    margin: margins.margin,
    percent: margins.percent,
  }
}
