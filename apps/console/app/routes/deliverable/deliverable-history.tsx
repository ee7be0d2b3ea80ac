import { Card } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { FactLog } from '@countersign/ui/fact-log'
import { FileList } from '@countersign/ui/file-list'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { Amount } from '@countersign/ui/values'
import type { SerializeFrom } from '@remix-run/node'
import { ceremonyMessages } from '../../messages/ceremony'
import { deliveryMessages } from '../../messages/delivery'
import { outsideMessages } from '../../messages/outside'
import { deliverableTone } from '../../tones'
import type { loader } from './route'

type Deliverable = SerializeFrom<typeof loader>['deliverable']
type Version = Deliverable['history'][number]
type Decision = Version['decisions'][number]

/** Submissions and decisions, the latest first. */
export function DeliverableHistory({ deliverable: { history } }: { deliverable: Deliverable }) {
  const t = useMessages(deliveryMessages).deliverable
  const ceremony = useMessages(ceremonyMessages)
  const outside = useMessages(outsideMessages)
  const entries = history.flatMap((version) => [
    ...version.decisions.map((decision) => ({
      key: decision.id,
      at: decision.decidedAt,
      ...told(decision, version.version, { t, ceremony, outside }),
      tone: decision.isInForce ? deliverableTone[decision.outcome] : ('neutral' as const),
      children: <Decided decision={decision} />,
    })),
    {
      key: version.id,
      at: version.submittedAt,
      who: version.submittedBy,
      what: t.submittedVersion(version.version),
      tone: 'waiting' as const,
      children: <Submitted version={version} />,
    },
  ])
  return (
    <Card title={t.history}>
      {entries.length === 0 ? <p className="cs-note">{t.noHistory}</p> : <FactLog entries={entries} />}
    </Card>
  )
}

type Words = {
  t: ReturnType<typeof deliveryMessages>['deliverable']
  ceremony: ReturnType<typeof ceremonyMessages>
  outside: ReturnType<typeof outsideMessages>
}

/** What nobody signed is never told as if somebody had. */
function told(
  { kind, act, outcome, typedName, onBehalfOf, envelope }: Decision,
  version: number,
  { t, ceremony, outside }: Words,
) {
  if (kind === 'deemed') return { who: ceremony.clause, what: ceremony.deemed(version) }
  if (kind === 'outside')
    return {
      who: envelope?.recordedBy ?? outside.somebody,
      what: outside.recorded[outcome === 'rejected' ? 'rejected' : 'accepted'](version),
    }
  const who = onBehalfOf ? ceremony.onBehalfOf(typedName, onBehalfOf) : typedName
  if (act === 'withdraws') return { who, what: ceremony.withdrew(version) }
  return { who, what: act === 'corrects' ? ceremony.corrected[outcome](version) : t[outcome](version) }
}

function Submitted({ version: { message, files, digest, value } }: { version: Version }) {
  const t = useMessages(deliveryMessages).deliverable
  return (
    <Stack gap="tight">
      <Prose text={message} />
      <FileList
        files={files.map(({ name, sha256, bytes }) => ({ href: `/files/${sha256}`, name, bytes, sha256 }))}
      />
      {digest ? <Digest sha256={digest} label={t.digest} /> : null}
      {value && value.minor !== '0' ? (
        <p className="cs-note">
          {t.value}: <Amount value={value} />
        </p>
      ) : null}
    </Stack>
  )
}

function Decided({ decision }: { decision: Decision }) {
  const { statement, clause, reason, act, isInForce, unmet, outcome, certificateNumber, certificateSha256 } =
    decision
  const { kind, envelope, agreement } = decision
  const outside = useMessages(outsideMessages)
  const format = useFormat()
  const t = useMessages(deliveryMessages).deliverable
  const ceremony = useMessages(ceremonyMessages)
  return (
    <Stack gap="tight">
      {!isInForce && act !== 'withdraws' ? <p className="cs-note">{ceremony.holdsNoLonger}</p> : null}
      {(act !== 'decides' || kind === 'outside') && reason ? <Prose text={reason} /> : null}
      {envelope ? <Envelope envelope={envelope} /> : null}
      {agreement ? (
        <p className="cs-note">{outside.agreed(agreement.by, format.instant(agreement.at))}</p>
      ) : null}
      {statement || clause ? <Prose text={statement || clause || ''} /> : null}
      {unmet.map(({ position, statement: criterion, comment }) => (
        <div key={position}>
          <p className="cs-note">
            {t.criterionNumber(position)}: {criterion}
          </p>
          <p>
            <strong>{t.notMet}:</strong> {comment}
          </p>
        </div>
      ))}
      {certificateSha256 && certificateNumber ? (
        <p>
          <a href={`/files/${certificateSha256}`}>{t.certificate(certificateNumber)}</a>
        </p>
      ) : outcome !== 'rejected' && act !== 'withdraws' ? (
        <p className="cs-note">{t.certificatePending}</p>
      ) : null}
    </Stack>
  )
}

/** Signed with another service: who, where, and both files. */
function Envelope({ envelope }: { envelope: NonNullable<Decision['envelope']> }) {
  const t = useMessages(outsideMessages)
  const format = useFormat()
  const { signers, service, envelopeId, completedAt } = envelope
  const { documentName, documentSha256, documentBytes, completionName, completionSha256, completionBytes } =
    envelope
  return (
    <>
      <p>{t.signedWith(signers.join(', '), service, envelopeId, format.instant(completedAt))}</p>
      <FileList
        files={[
          {
            href: `/files/${documentSha256}`,
            name: documentName,
            sha256: documentSha256,
            bytes: documentBytes,
            note: t.holds.document,
          },
          {
            href: `/files/${completionSha256}`,
            name: completionName,
            sha256: completionSha256,
            bytes: completionBytes,
            note: t.holds.completion,
          },
        ]}
      />
    </>
  )
}
