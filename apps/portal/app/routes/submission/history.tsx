import { Section } from '@countersign/ui/card'
import { FactLog } from '@countersign/ui/fact-log'
import { useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { acceptanceMessages } from '../../messages/acceptance'
import type { SubmissionPage } from './queries.server'

const tones = {
  submitted: 'waiting',
  accepted: 'accepted',
  'accepted-with-reservations': 'accepted',
  rejected: 'rejected',
} as const

/** Every version of the deliverable and every decision on it, newest first. */
export function History(props: { history: SubmissionPage['history']; shownId: string }) {
  const t = useMessages(acceptanceMessages)
  return (
    <Section title={t.history}>
      <FactLog
        entries={props.history.map(({ id, version, at, who, what, reason }) => ({
          key: `${id} ${what}`,
          at,
          who,
          what: t[what](version),
          tone: tones[what],
          children:
            reason || id !== props.shownId ? (
              <>
                {reason ? <Prose text={reason} /> : null}
                {id === props.shownId ? null : <a href={`/submissions/${id}`}>{t.toVersion(version)}</a>}
              </>
            ) : null,
        }))}
      />
    </Section>
  )
}
