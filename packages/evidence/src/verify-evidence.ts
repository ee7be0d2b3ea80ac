import { sha256Hex, utf8 } from './bytes'
import { canonicalText } from './canonical'
import { decisionEvidenceSchema, type DecisionEvidence } from './evidence'
import type { Finding } from './finding'
import { entryHash, readEntry, type ChainLink, type LedgerEntry } from './ledger-entry'
import { falseDisclosures, isPersonal, withheld } from './personal'

/**
 * Checks the evidence of a decision in itself: that the digest is the submission's, that whatever is disclosed of a
 * person is what was committed to, that the ledger's entry is unchanged and says the same. Whether that entry is in the
 * chain is checked with the chain: `entryIsIn`.
 */
export async function verifyEvidence(evidence: DecisionEvidence): Promise<Finding[]> {
  if (evidence.schema !== decisionEvidenceSchema) return [{ code: 'evidence-unreadable', ok: false }]
  const { digest, content } = evidence.submission
  const isSubmission = (await sha256Hex(utf8(canonicalText(content)))) === digest
  const wrong = await falseDisclosures(evidence)
  const findings: Finding[] = [
    isSubmission
      ? { code: 'submission-digest-holds', ok: true, digest }
      : { code: 'submission-digest-false', ok: false, digest },
    ...wrong.map((at): Finding => ({ code: 'disclosure-false', ok: false, at })),
  ]
  if (wrong.length === 0) {
    const said = personalIn(evidence)
    const undisclosed = said.filter(({ value }) => value === undefined).length
    findings.push({
      code: 'disclosures-hold',
      ok: true,
      count: said.length - undisclosed,
      withheld: undisclosed,
    })
  }
  return [...findings, ...(await againstLedger(evidence))]
}

async function againstLedger({
  ledger,
  decision,
  submission,
  project,
}: DecisionEvidence): Promise<Finding[]> {
  const { seq } = ledger
  const isUnchanged =
    /^[0-9a-f]{64}$/.test(ledger.previous) && entryHash(ledger.previous, ledger.entry) === ledger.hash
  if (!isUnchanged) return [{ code: 'decision-entry-changed', ok: false, seq }]
  const entry = readEntry(ledger.entry)
  const isOfIt =
    entry?.kind === 'decision' &&
    entry.seq === seq &&
    entry.project === project.id &&
    entry.fact.id === decision.id &&
    entry.fact.digest === decision.digest &&
    entry.body.submissionId === submission.id &&
    entry.body.submissionDigest === submission.digest &&
    (await sha256Hex(utf8(canonicalText(entry.body)))) === entry.fact.digest
  if (!entry || !isOfIt) return [{ code: 'decision-entry-of-something-else', ok: false, seq }]
  const differing = whatDiffers(decision, entry)
  if (differing.length > 0)
    return differing.map((at) => ({ code: 'decision-differs-from-ledger', ok: false, at }))
  return [{ code: 'decision-is-in-ledger', ok: true, seq }]
}

/** Members that the entry's body has: what it says of them the evidence must say too, commitments for commitments. */
function whatDiffers(decision: DecisionEvidence['decision'], { body }: LedgerEntry): string[] {
  const shown = withheld(decision) as unknown as Record<string, unknown>
  const differing: string[] = []
  for (const [name, said] of Object.entries(body)) {
    if (name === 'submissionId' || name === 'submissionDigest') continue
    if (!isSaidBy(shown[name], said)) differing.push(`/decision/${name}`)
  }
  return differing
}

/** Whether whatever `said` has is in `shown`, the same; `shown` may have more members. */
function isSaidBy(shown: unknown, said: unknown): boolean {
  if (typeof said !== 'object' || said === null) return shown === said
  if (typeof shown !== 'object' || shown === null || Array.isArray(shown) !== Array.isArray(said))
    return false
  if (Array.isArray(said) && said.length !== (shown as unknown[]).length) return false
  return Object.entries(said).every(([key, each]) => isSaidBy((shown as Record<string, unknown>)[key], each))
}

function personalIn(value: unknown): { value?: unknown }[] {
  if (isPersonal(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(personalIn)
}

/** Whether the entry of a decision's evidence stands in a chain, at its place. */
export function entryIsIn(links: readonly ChainLink[], { ledger }: DecisionEvidence): boolean {
  return links.some(
    ({ entry, previous, hash }) =>
      hash === ledger.hash && entry === ledger.entry && previous === ledger.previous,
  )
}
