import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Grid } from '@countersign/ui/layout'
import { MarginBar } from '@countersign/ui/margin-bar'
import { MoneyBar } from '@countersign/ui/money-bar'
import { projectsMessages } from '../../messages/projects'
import type { Glance } from './queries.server'

/** The project's money, for those whom the loader gave it. */
export function Money({ project: { money, mayWrite, projectId } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview
  const format = useFormat()
  if (!money) return null
  const { contract } = money
  if (!contract)
    return (
      <EmptyState
        title={t.noContract}
        action={
          mayWrite ? (
            <LinkButton href={`/projects/${projectId}/contract`} variant="primary">
              {t.setUpContract}
            </LinkButton>
          ) : null
        }
      >
        {t.noContractText}
      </EmptyState>
    )
  const { value, paid, invoicedUnpaid, billable, earned, cost, workedHours, unratedHours } = contract
  return (
    <Grid min="wide">
      <Card>
        <MoneyBar
          title={t.contractValue}
          total={value}
          paid={paid}
          invoiced={invoicedUnpaid}
          billable={billable}
        />
      </Card>
      <Card>
        <MarginBar title={t.margin} earned={earned} cost={cost} />
        <p className="cs-note">
          {t.worked}: {t.hours(format.number(workedHours))}.{' '}
          {unratedHours > 0 ? t.unrated(format.number(unratedHours)) : t.marginNote}
        </p>
      </Card>
    </Grid>
  )
}
