import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useMessages } from '@countersign/ui/i18n-context'
import { Day } from '@countersign/ui/values'
import { moneyMessages } from '../../messages/money'

type Invoice = {
  issuedOn: string
  issuedBy: string
  dueOn: string
  project: string
  hasDocument: boolean
}

export function InvoiceFacts({ issuedOn, issuedBy, dueOn, project, hasDocument }: Invoice) {
  const t = useMessages(moneyMessages).invoice
  return (
    <Card title={t.facts} level={2} footer={hasDocument ? undefined : t.pending}>
      <Facts
        facts={[
          { label: t.issuedOn, value: <Day on={issuedOn} /> },
          { label: t.issuedBy, value: issuedBy },
          { label: t.dueOn, value: <Day on={dueOn} /> },
          { label: t.project, value: project },
        ]}
      />
    </Card>
  )
}
