import { Card } from '@countersign/ui/card'
import { FactLog } from '@countersign/ui/fact-log'
import { useMessages } from '@countersign/ui/i18n-context'
import { budgetMessages } from '../../messages/budget'
import type { EstimateSheet } from './queries.server'

const tones = { submitted: 'waiting', approved: 'accepted', 'sent-back': 'rejected' } as const

export function SheetHistory({ sheet }: { sheet: EstimateSheet }) {
  const t = useMessages(budgetMessages).sheet
  const acts: Parameters<typeof FactLog>[0]['entries'] = sheet.acts.map(
    ({ id, act, reason, doneAt, doneBy }) => ({
      key: id,
      at: doneAt,
      who: doneBy,
      what: t.acts[act],
      tone: tones[act],
      children: reason ? <p>{reason}</p> : null,
    }),
  )
  const begun = {
    key: 'begun',
    at: sheet.writtenAt,
    who: sheet.author,
    what: t.began,
    tone: 'draft' as const,
    children: <p>{sheet.reason}</p>,
  }
  return (
    <Card title={t.history}>
      <FactLog entries={[...[...acts].reverse(), begun]} />
    </Card>
  )
}
