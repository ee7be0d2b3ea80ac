import { Validator, type Schema } from '@cfworker/json-schema'
import schema from '../../schema/decision-evidence-2.schema.json'
import { isCanonical } from '../canonical'
import {
  decisionEvidenceSchema,
  evidenceDigest,
  valueOf,
  type DecisionEvidence,
  type OutsideEnvelope,
} from '../evidence'
import { verifyEvidence } from '../verify-evidence'
import { anchorsAmong, completeRootsAmong, rootsAmong, type Anchor } from './anchors'
import { at, type Located, type PackFinding } from './pack-finding'
import { embeddedFile } from './pdf-bytes'
import { authoritiesOf, verifySeal, type Anchors } from './verify-seal'

export type CertificateRead = {
  findings: Located[]
  /** The evidence that is embedded, and its text; null where there is none that can be read. */
  evidence: DecisionEvidence | null
  text: string | null
  /** The ends of the chains of the seal's and its timestamp's certificates, as they stand in the file. */
  roots: Anchor[]
  authorities: Anchor[]
}

/**
 * Checks a certificate's file by itself: the seal, and the evidence embedded in it. Without anchors the seal's own
 * certificates are taken, and who calls must say so: `roots` and `authorities` are what to compare.
 */
export async function verifyCertificate(
  pdf: Uint8Array,
  anchors: Anchors | null,
  where: string,
): Promise<CertificateRead> {
  const { findings, seal } = await verifySeal(
    pdf,
    async (own) =>
      anchors ?? {
        signers: await completeRootsAmong(own.certificates),
        timestamps: await rootsAmong(authoritiesOf(own)),
      },
  )
  const file = await embeddedFile(pdf)
  const text = file && decoded(file)
  const evidence = text === null ? null : parsed(text)
  if (text === null || !evidence) findings.push({ code: 'no-embedded-evidence', ok: false })
  return {
    findings: at(where, findings),
    evidence,
    text,
    roots: await namedAmong(() => seal?.certificates ?? []),
    authorities: await namedAmong(() => (seal ? authoritiesOf(seal) : [])),
  }
}

/** The anchors to compare; none where one was damaged so that it cannot be read: the seal's findings say so. */
async function namedAmong(certificates: () => Parameters<typeof anchorsAmong>[0]) {
  try {
    return await anchorsAmong(certificates())
  } catch {
    return []
  }
}

/** Checks evidence by its text: canonical, as its schema says, and whatever `verifyEvidence` finds. */
export async function verifyEvidenceText(text: string, where: string): Promise<Located[]> {
  const evidence = parsed(text)
  if (!evidence) return at(where, [{ code: 'evidence-unreadable', ok: false }])
  const broken = whatBreaksSchema(evidence)
  if (broken) return at(where, [broken])
  const findings: PackFinding[] = [{ code: 'schema-holds', ok: true }]
  if (!isCanonical(text, evidence)) findings.push({ code: 'evidence-not-canonical', ok: false })
  return at(where, [...findings, ...(await verifyEvidence(evidence))])
}

const validator = new Validator(schema as unknown as Schema, '2020-12')

function whatBreaksSchema(evidence: DecisionEvidence): PackFinding | null {
  const { valid, errors } = validator.validate(evidence)
  // The last is the deepest: what is above it is broken for its sake.
  const last = errors.at(-1)
  if (valid || !last) return null
  return {
    code: 'schema-broken',
    ok: false,
    at: last.instanceLocation.replace(/^#/, '') || '/',
    why: last.error,
  }
}

/** Whether two evidences say the same, whatever of persons either withholds. */
export async function isSameEvidence(a: DecisionEvidence, b: DecisionEvidence): Promise<boolean> {
  return (await evidenceDigest(a)) === (await evidenceDigest(b))
}

/** That nobody here verified what a decision from outside rests on. */
export function envelopeUnverified(outside: OutsideEnvelope): PackFinding {
  return { code: 'envelope-unverified', ok: null, service: valueOf(outside.service) ?? '' }
}

/** Evidence in a version that is known here, or null. Its members are not looked at. */
export function parsed(text: string): DecisionEvidence | null {
  try {
    const read = JSON.parse(text) as DecisionEvidence | null
    return read?.schema === decisionEvidenceSchema ? read : null
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
