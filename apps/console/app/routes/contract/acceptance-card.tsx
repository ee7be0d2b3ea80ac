import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import type { acceptanceTermsOf } from '../acceptance-terms/queries.server'
import { clockMessages } from '../../messages/clock'

type Terms = NonNullable<Awaited<ReturnType<typeof acceptanceTermsOf>>>

/** What the contract says about acceptance, as it stands for what is submitted from now on. */
export function AcceptanceCard({ terms, href }: { terms: Terms; href: string | null }) {
  const t = useMessages(clockMessages).terms
  const format = useFormat()
  return (
    <Card
      title={t.title}
      meta={
        href ? (
          <LinkButton href={href} size="small" icon="pencil">
            {t.change}
          </LinkButton>
        ) : null
      }
    >
      <Stack gap="tight">
        {terms.clause ? <Prose text={terms.clause} /> : null}
        <Facts
          columns={2}
          facts={[
            {
              label: t.days,
              value: terms.days === null ? t.noPeriod : t.daysOf(terms.days, t.firstDays[terms.firstDay]),
            },
            { label: t.silence, value: terms.deemedClause ?? t.silenceIsNothing },
            {
              label: t.reminders,
              value:
                terms.reminderDays.length === 0
                  ? t.noReminders
                  : t.remindersOf(format.list(terms.reminderDays.map(String))),
            },
            { label: t.share, value: format.percent(terms.reservationBasisPoints / 100) },
            { label: t.signingOrder, value: t.signingOrders[terms.signingOrder] },
            { label: t.warranty, value: t.months(terms.warrantyMonths) },
          ]}
        />
      </Stack>
    </Card>
  )
}
