import { canonicalText } from '@countersign/evidence/canonical'
import {
  valueOf,
  type DecisionEvidence,
  type OutsideEnvelope,
  type OutsideSigner,
  type Signatory,
} from '@countersign/evidence/evidence'
import type { Personal } from '@countersign/evidence/personal'
import type { CertificateInput, CertifiedEnvelope, CertifiedSignatory } from './certificate'
import { messagesFor, type DocumentLocale } from './messages'

type Issue = {
  number: string
  locale: DocumentLocale
  /** SHA-256 of the evidence, as `evidenceDigest` takes it. */
  evidenceDigest: string
  verifyAt?: string
  /** Numbers of the certificates of earlier decisions, by decision. */
  earlier?: ReadonlyMap<string, string>
}

/**
 * What the certificate of a decision says: its evidence in the words of a document, and the evidence itself attached as
 * canonical JSON. Issued at the moment of the decision: the same evidence gives the same document.
 */
export function certificateOfEvidence(evidence: DecisionEvidence, issue: Issue): CertificateInput {
  const { decision, submission, ledger } = evidence
  const { content } = submission
  const decidedAt = new Date(decision.decidedAt)
  const words = messagesFor(issue.locale)
  const own = words.certificate
  const said: Said = (personal) => (personal ? (valueOf<string>(personal) ?? own.erased) : words.none)
  const resultOf = new Map(decision.results.map((each) => [each.criterionId, each]))
  const positionOf = new Map(content.criteria.map(({ id, position }) => [id, position]))
  const sides = { provider: evidence.provider.name, customer: evidence.customer.name }
  const { clause, clock } = decision
  return {
    number: issue.number,
    issuedAt: decidedAt,
    locale: issue.locale,
    timeZone: decision.timeZone,
    provider: evidence.provider.name,
    customer: evidence.customer.name,
    project: evidence.project,
    deliverable: evidence.deliverable,
    version: content.version,
    ...(decision.stage ? { stage: decision.stage } : {}),
    files: content.files,
    criteria: [...content.criteria]
      .sort((a, b) => a.position - b.position)
      .map(({ id, position, statement }) => {
        const found = resultOf.get(id)
        const comment = found?.comment ? said(found.comment) : null
        return { position, statement, result: found?.result ?? null, comment: comment || null }
      }),
    ...(content.tests
      ? {
          tests: content.tests.map(({ title, criterionPosition, outcome, defects }) => ({
            title,
            criterion: criterionPosition,
            outcome,
            openDefects: defects.filter(({ isClosed }) => !isClosed).map(({ number }) => number),
          })),
        }
      : {}),
    reservations: [...decision.reservations]
      .sort((a, b) => a.position - b.position)
      .map(({ position, text, criterionId, dueOn, owner }) => {
        const criterion = criterionId === undefined ? undefined : positionOf.get(criterionId)
        const name = owner.name ? `${said(owner.name)}, ${sides[owner.side]}` : sides[owner.side]
        return { position, text: said(text), dueOn, owner: name, ...(criterion ? { criterion } : {}) }
      }),
    signatories: decision.signatories.map((signatory) => certified(signatory, said)),
    ...(decision.kind === 'deemed' && clause && clock
      ? { deemed: { clause, startedAt: new Date(clock.startedAt), businessDays: clock.businessDays } }
      : {}),
    ...(decision.outside ? { outside: envelope(decision, decision.outside, said) } : {}),
    decidedAt,
    releases: evidence.releases.map(({ milestone, amountMinor, ...rest }) => ({
      ...rest,
      name: milestone,
      amountMinor: BigInt(amountMinor),
    })),
    submissionDigest: submission.digest,
    decisionDigest: issue.evidenceDigest,
    ledger,
    ...(issue.verifyAt ? { verifyAt: issue.verifyAt } : {}),
    refersTo: evidence.refersTo.map(({ how, decisionId, decisionDigest }) => ({
      how,
      number: issue.earlier?.get(decisionId) ?? decisionDigest,
    })),
    evidence: canonicalText(evidence),
  }
}

/** What is withheld or was erased is said to be so; what there never was is a dash. */
type Said = (personal: Personal | null | undefined) => string

function certified(signatory: Signatory, said: Said): CertifiedSignatory {
  return {
    ...person(signatory, said),
    typedName: said(signatory.typedName),
    identifiedBy: signatory.identifiedBy.method,
    decidedAt: new Date(signatory.signedAt),
    statement: said(signatory.statement),
  }
}

function person(signer: OutsideSigner, said: Said) {
  const authority = valueOf(signer.authority)
  return {
    name: said(signer.name),
    email: said(signer.email),
    role: said(signer.role),
    authority: authority && {
      upToMinor: BigInt(authority.upToMinor),
      currency: authority.currency,
      ...(authority.delegatedBy ? { delegatedBy: authority.delegatedBy } : {}),
    },
  }
}

function envelope(
  { reason }: DecisionEvidence['decision'],
  { service, envelopeId, completedAt, signers, files }: OutsideEnvelope,
  said: Said,
): CertifiedEnvelope {
  return {
    service: said(service),
    envelopeId: said(envelopeId),
    completedAt: new Date(completedAt),
    reason: said(reason),
    signers: signers.map((signer) => person(signer, said)),
    files,
  }
}
