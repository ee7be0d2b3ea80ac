import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import type { SerializeFrom } from '@remix-run/node'
import { contractMessages } from '../../messages/contract'
import type { loader } from './route'

export type Terms = SerializeFrom<typeof loader>['terms']

/** The terms that follow from the contract, and its words where the reader does not write them. */
export function AgreedTerms({ terms, withWords }: { terms: Terms; withWords: boolean }) {
  const t = useMessages(contractMessages).terms
  const format = useFormat()
  const amounts = (list: Terms['caps']) =>
    format.list(list.map(({ name, amount }) => `${name}: ${format.amount(amount)}`)) || t.none
  const words = [
    { label: t.penalties, text: terms.penalties },
    { label: t.liabilityCap, text: terms.liabilityCap },
    { label: t.governingDocuments, text: terms.governingDocuments },
    { label: t.otherTerms, text: terms.otherTerms },
  ]
  return (
    <Card>
      <Facts
        columns={2}
        facts={[
          { label: t.payment, value: format.days(terms.paymentTermDays) },
          {
            label: t.acceptance,
            value:
              terms.acceptanceDays === null
                ? t.noAcceptance
                : t.acceptanceDays(format.days(terms.acceptanceDays)),
          },
          { label: t.retention, value: amounts(terms.retention) },
          { label: t.caps, value: amounts(terms.caps) },
          { label: t.warranty, value: t.months(terms.warrantyMonths) },
          { label: t.requiresOrder, value: terms.requiresOrder ? t.yes : t.no },
          ...(withWords
            ? words.map(({ label, text }) => ({ label, value: text ? <Prose text={text} /> : t.none }))
            : []),
        ]}
      />
    </Card>
  )
}
