import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { clockMessages } from '../../messages/clock'
import type { RunningClock } from './queries.server'

/** Who was reminded and warned, with the mail server's answer as proof. */
export function Reminders({ reminders }: { reminders: RunningClock['reminders'] }) {
  const t = useMessages(clockMessages).clock
  const format = useFormat()
  return (
    <Section title={t.reminders}>
      {reminders.length === 0 ? (
        <p className="cs-note">{t.noReminders}</p>
      ) : (
        <SimpleTable
          caption={t.reminders}
          captionHidden
          columns={[
            { key: 'kind', label: t.kind },
            { key: 'to', label: t.to },
            { key: 'sent', label: t.sent },
            { key: 'proof', label: t.proof },
          ]}
          rows={reminders.map(({ key, kind, contactName, sentAt, receipt }) => ({
            key,
            cells: [
              t.kinds[kind],
              contactName,
              sentAt ? format.instant(sentAt) : t.notSent,
              <code key="proof">{receipt ?? '–'}</code>,
            ],
          }))}
        />
      )}
    </Section>
  )
}
