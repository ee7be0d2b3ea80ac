import type { Tone } from '@countersign/ui/badge'
import { Section } from '@countersign/ui/card'
import { FactLog } from '@countersign/ui/fact-log'
import { useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { outsideMessages } from '../../messages/outside'
import type { SubmissionPage } from './queries.server'

type Entry = SubmissionPage['history'][number]

/** Every version of the deliverable and every decision on it, newest first. */
export function History(props: { history: SubmissionPage['history']; shownId: string }) {
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const outside = useMessages(outsideMessages)
  return (
    <Section title={t.history}>
      <FactLog
        entries={props.history.map((entry) => ({
          key: `${entry.what} ${entry.key}`,
          at: entry.at,
          tone: toneOf(entry),
          ...told(entry, t, ceremony, outside),
          children:
            entry.what === 'decided' || entry.id !== props.shownId ? (
              <>
                {entry.what === 'decided' && entry.reason ? <Prose text={entry.reason} /> : null}
                {entry.what === 'decided' && !entry.isInForce && entry.act !== 'withdraws' ? (
                  <p className="cs-note">{ceremony.holdsNoLonger}</p>
                ) : null}
                {entry.what === 'decided' && !entry.isInForce && entry.certificateId ? (
                  <p>
                    <a href={`/certificates/${entry.certificateId}`}>{t.certificate}</a>
                  </p>
                ) : null}
                {entry.id === props.shownId ? null : (
                  <a href={`/submissions/${entry.id}`}>{t.toVersion(entry.version)}</a>
                )}
              </>
            ) : null,
        }))}
      />
    </Section>
  )
}

/** A decision that nobody signed is never told as if somebody had. */
function told(
  entry: Entry,
  t: ReturnType<typeof acceptanceMessages>,
  ceremony: ReturnType<typeof ceremonyMessages>,
  outside: ReturnType<typeof outsideMessages>,
) {
  const { version } = entry
  if (entry.what === 'submitted') return { who: entry.who, what: t.submitted(version) }
  const { act, kind, outcome, onBehalfOf } = entry
  if (kind === 'deemed') return { who: ceremony.nobody, what: ceremony.act.deemed(version) }
  if (kind === 'outside')
    return {
      who: entry.recordedBy ?? '',
      what: outside.recorded[outcome === 'rejected' ? 'rejected' : 'accepted'](version),
    }
  const name = entry.who ?? ''
  const who = onBehalfOf ? ceremony.onBehalfOf(name, onBehalfOf) : name
  if (act === 'withdraws') return { who, what: ceremony.act.withdraws(version) }
  const words = act === 'corrects' ? ceremony.act.corrects : ceremony.act.signed
  return { who, what: words[outcome](version) }
}

function toneOf(entry: Entry): Tone {
  if (entry.what === 'submitted') return 'waiting'
  if (!entry.isInForce) return 'neutral'
  return entry.outcome === 'rejected' ? 'rejected' : 'accepted'
}
