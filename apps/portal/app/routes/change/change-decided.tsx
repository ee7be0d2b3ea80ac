import { Card, Statement } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { changesMessages } from '../../messages/changes'
import type { ChangeFacts } from './queries.server'

/** What became of the change: who said what and when, in the words that were signed. */
export function ChangeDecided({ change }: Pick<ChangeFacts, 'change'>) {
  const t = useMessages(changesMessages)
  const format = useFormat()
  const { state, decidedAt, decidedByName, decisionReason, consentText } = change
  if (state === 'proposed' || !decidedAt) return null
  return (
    <Card title={t.state[state]} level={2} tone={state === 'approved' ? 'accent' : 'quiet'}>
      <Stack gap="tight">
        <p>{t.decided[state](format.instant(decidedAt), decidedByName ?? '')}</p>
        {decisionReason ? (
          <section>
            <h3>{t.theirReason}</h3>
            <Prose text={decisionReason} />
          </section>
        ) : null}
        {consentText ? (
          <section>
            <h3>{t.words}</h3>
            <Statement>{consentText}</Statement>
          </section>
        ) : null}
      </Stack>
    </Card>
  )
}
