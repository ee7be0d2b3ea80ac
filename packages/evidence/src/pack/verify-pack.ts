import type { Certificate } from 'pkijs'
import { evidenceDigest, type DecisionEvidence } from '../evidence'
import { readEntry, type ChainLink } from '../ledger-entry'
import { entryIsIn } from '../verify-evidence'
import { anchorOf, certificatesInPem, rootsAmong, type Anchor } from './anchors'
import { manifestPath, readManifest, type Manifest, type PackEntry } from './manifest'
import { at, type Located, type PackFinding } from './pack-finding'
import type { Opened } from './read-pack'
import { reportOf, subjectOf, type Report, type Subject } from './report'
import {
  envelopeUnverified,
  isSameEvidence,
  parsed,
  verifyCertificate,
  verifyEvidenceText,
} from './verify-certificate'
import {
  anchorsOfCheckpoints,
  readCheckpointFile,
  verifyCheckpoints,
  verifyDisclosures,
  verifyExtract,
  type KeptCheckpoint,
} from './verify-ledger'
import type { Anchors } from './verify-seal'

export type Checking = {
  /** Whom to believe; without it the pack's own certificates are taken, and the report says which to compare. */
  anchors: Anchors | null
  /** Told how many bytes were read, of how many. */
  onProgress?: (read: number, of: number) => void
}

type Digest = { sha256: string; size: number }

/** Checks an opened pack: every byte of it, each certificate, the ledger, and that all of it belongs together. */
export async function verifyPack(pack: Opened, { anchors, onProgress }: Checking): Promise<Report> {
  const manifest = readManifest((await pack.text(manifestPath)) ?? '')
  if (!manifest)
    return reportOf('pack', { findings: [{ code: 'manifest-unreadable', ok: false, where: manifestPath }] })
  const { findings, digests } = await againstManifest(pack, manifest, onProgress)
  const { project } = manifest

  const ledger = manifest.entries.find(({ is }) => is === 'ledger')?.path ?? 'ledger/ledger.jsonl'
  const extract = await verifyExtract((await pack.text(ledger)) ?? '', project.id, ledger)
  const { links } = extract
  findings.push(...extract.findings)

  const kept = await checkpointsIn(pack, manifest, findings)
  const believed = anchors ?? (await anchorsInPack(pack, manifest))
  const certificates = manifest.entries.filter(({ is }) => is === 'certificate')
  const subjects: Subject[] = []
  const sealedUnder = new Map<string, Anchor>()
  const stampedUnder = new Map<string, Anchor>()
  for (const entry of certificates) {
    const found = await ofCertificate(pack, entry, { manifest, links, digests, anchors: believed })
    findings.push(...found.findings)
    if (found.subject) subjects.push(found.subject)
    for (const root of found.roots) sealedUnder.set(root.fingerprint, root)
    for (const authority of found.authorities) stampedUnder.set(authority.fingerprint, authority)
  }

  findings.push(...(await verifyCheckpoints(kept, { links, project: project.id, anchors: believed })))
  for (const { path } of manifest.entries.filter(({ is }) => is === 'disclosures'))
    findings.push(...(await verifyDisclosures((await pack.text(path)) ?? '', links, path)))

  const ofCheckpoints = await anchorsOfCheckpoints(kept)
  for (const each of ofCheckpoints.authorities) stampedUnder.set(each.fingerprint, each)
  findings.push(
    ...whomToBelieve({
      given: anchors && (await Promise.all(anchors.signers.map(anchorOf))),
      sealedUnder: [...sealedUnder.values()],
      signedUnder: ofCheckpoints.roots,
      stampedUnder: [...stampedUnder.values()],
    }),
  )
  return reportOf('pack', { scope: manifest.scope, subjects, findings })
}

/** Reads every byte once: that each part is the one listed, and that none is missing or was added. */
async function againstManifest(pack: Opened, manifest: Manifest, onProgress?: Checking['onProgress']) {
  const findings: Located[] = []
  const digests = new Map<string, Digest>()
  const of = manifest.entries.reduce((sum, { size }) => sum + size, 0)
  let read = 0
  for (const { path, sha256, size } of manifest.entries) {
    if (!pack.paths.includes(path)) {
      findings.push({ code: 'entry-missing', ok: false, path, where: path })
      continue
    }
    const digest = await pack.digest(path, (bytes) => onProgress?.((read += bytes), of))
    if (digest) digests.set(path, digest)
    if (digest?.sha256 !== sha256 || digest.size !== size)
      findings.push({ code: 'entry-differs-from-manifest', ok: false, path, where: path })
  }
  const listed = new Set([manifestPath, ...manifest.entries.map(({ path }) => path)])
  for (const path of pack.paths.filter((each) => !listed.has(each)))
    findings.push({ code: 'entry-unlisted', ok: false, path, where: path })
  if (findings.length === 0)
    findings.push({ code: 'manifest-holds', ok: true, count: manifest.entries.length, where: manifestPath })
  return { findings, digests }
}

async function checkpointsIn(pack: Opened, manifest: Manifest, findings: Located[]) {
  const kept: KeptCheckpoint[] = []
  for (const { path } of manifest.entries.filter(({ is }) => is === 'checkpoint')) {
    const file = readCheckpointFile((await pack.text(path)) ?? '')
    if (file) kept.push({ path, file })
    else findings.push({ code: 'checkpoint-unreadable', ok: false, where: path })
  }
  return kept
}

/** The ends of the chains in `keys/`; what stamped is taken from the stamps themselves. */
async function anchorsInPack(pack: Opened, manifest: Manifest): Promise<Anchors> {
  const signers: Certificate[] = []
  const timestamps: Certificate[] = []
  for (const { path } of manifest.entries.filter(({ is }) => is === 'key-certificates')) {
    const read = readable((await pack.text(path)) ?? '')
    const roots = await rootsAmong(read)
    if (path.startsWith('keys/timestamps')) timestamps.push(...roots)
    else signers.push(...roots)
  }
  return { signers, timestamps }
}

function readable(pem: string): Certificate[] {
  try {
    return certificatesInPem(pem)
  } catch {
    return []
  }
}

type Around = {
  manifest: Manifest
  links: readonly ChainLink[]
  digests: ReadonlyMap<string, Digest>
  anchors: Anchors
}

/** A certificate of the pack: its file, its evidence, its place in the chain, the files that were decided on. */
async function ofCertificate(pack: Opened, entry: PackEntry, around: Around) {
  const { manifest, links, digests, anchors } = around
  const number = entry.is === 'certificate' ? entry.certificate : ''
  const none = { subject: null, roots: [], authorities: [] }
  const pdf = await pack.bytes(entry.path)
  if (!pdf)
    return {
      findings: at(entry.path, [{ code: 'entry-beyond-reading', ok: false, path: entry.path }]),
      ...none,
    }
  const read = await verifyCertificate(pdf, anchors, entry.path)
  const { findings, roots, authorities } = read

  const beside = manifest.entries.find((each) => each.is === 'evidence' && each.certificate === number)
  const path = beside?.path ?? entry.path
  const text = beside ? await pack.text(beside.path) : read.text
  const evidence = parsed(text ?? '')
  findings.push(...(await verifyEvidenceText(text ?? '', path)))
  // Its shape was found wrong: nothing in it can be relied on.
  const isUsable = evidence && !findings.some(({ code }) => code === 'schema-broken')
  if (!evidence || !isUsable) return { findings, subject: null, roots, authorities }
  if (read.evidence) {
    const isSame = await isSameEvidence(read.evidence, evidence).catch(() => false)
    findings.push({
      ...(isSame
        ? { code: 'embedded-evidence-is-the-packs', ok: true }
        : { code: 'embedded-evidence-is-another', ok: false }),
      where: path,
    } as Located)
  }
  const digest = await evidenceDigest(evidence)
  const sha256 = digests.get(entry.path)?.sha256 ?? ''
  findings.push(
    ...at(path, inChain(evidence, links)),
    ...at(entry.path, certificateInChain(evidence, { links, digest, sha256 })),
    ...at(path, filesOf(evidence, manifest, digests)),
    ...at(path, envelopeOf(evidence, manifest, digests)),
  )
  return { findings, subject: subjectOf(evidence, number, digest), roots, authorities }
}

function inChain(evidence: DecisionEvidence, links: readonly ChainLink[]): PackFinding[] {
  const { seq, head } = evidence.ledger
  const hasHead = links.some(({ entry, hash }) => hash === head.hash && readEntry(entry)?.seq === head.seq)
  return [
    entryIsIn(links, evidence)
      ? { code: 'decision-is-in-chain', ok: true, seq }
      : { code: 'decision-is-not-in-chain', ok: false, seq },
    hasHead
      ? { code: 'head-is-in-chain', ok: true, seq: head.seq }
      : { code: 'head-is-not-in-chain', ok: false, seq: head.seq },
  ]
}

type Issued = { links: readonly ChainLink[]; digest: string; sha256: string }

/** The ledger's entry of the certificate: by the evidence's digest, and the file's as first sealed or as raised. */
function certificateInChain(evidence: DecisionEvidence, { links, digest, sha256 }: Issued): PackFinding[] {
  const entries = links.flatMap((link) => readEntry(link.entry) ?? [])
  const entry = entries.find(
    (each) => each.kind === 'certificate' && each.body.decisionId === evidence.decision.id,
  )
  if (!entry) return [{ code: 'certificate-is-not-in-chain', ok: false }]
  const { seq } = entry
  if (entry.body.evidenceDigest !== digest)
    return [{ code: 'certificate-differs-from-chain', ok: false, seq }]
  if (entry.fact.digest === sha256) return [{ code: 'certificate-is-in-chain', ok: true, seq }]
  const raised = entries.find(
    (each) => each.kind === 'raised-seal' && each.body.certificateId === entry.fact.id,
  )
  return raised?.fact.digest === sha256
    ? [{ code: 'certificate-was-raised', ok: true, seq: raised.seq }]
    : [{ code: 'certificate-is-another-file', ok: false, seq }]
}

function filesOf(
  { submission }: DecisionEvidence,
  manifest: Manifest,
  digests: ReadonlyMap<string, Digest>,
): PackFinding[] {
  const findings: PackFinding[] = []
  const { files } = submission.content
  if (manifest.omits === 'submitted-files')
    return [{ code: 'files-not-in-reach', ok: null, count: files.length }]
  for (const [place, { name, sha256, size }] of files.entries()) {
    const entry = manifest.entries.find(
      (each) =>
        each.is === 'submitted-file' && each.submissionId === submission.id && each.position === place + 1,
    )
    const digest = entry && digests.get(entry.path)
    if (!entry || !digest) findings.push({ code: 'file-not-in-pack', ok: false, name })
    else if (digest.sha256 !== sha256 || digest.size !== size)
      findings.push({ code: 'file-is-another', ok: false, name, path: entry.path })
  }
  if (findings.length > 0) return findings
  return [{ code: 'files-are-those-decided-on', ok: true, count: files.length }]
}

/** What a decision from outside rests on: its files, and that nobody here verified their signatures. */
function envelopeOf(
  { submission, decision: { outside } }: DecisionEvidence,
  manifest: Manifest,
  digests: ReadonlyMap<string, Digest>,
): PackFinding[] {
  if (!outside) return []
  const unverified: PackFinding = envelopeUnverified(outside)
  if (manifest.omits === 'submitted-files') return [{ code: 'envelope-not-in-reach', ok: null }, unverified]
  const wrong = outside.files.flatMap(({ name, sha256, size, is }): PackFinding[] => {
    const entry = manifest.entries.find(
      (each) =>
        each.is === 'outside-envelope' && each.submissionId === submission.id && each.sha256 === sha256,
    )
    const digest = entry && digests.get(entry.path)
    if (!digest || (entry.is === 'outside-envelope' && entry.holds !== is))
      return [{ code: 'envelope-not-in-pack', ok: false, name }]
    return digest.sha256 === sha256 && digest.size === size
      ? []
      : [{ code: 'envelope-is-another', ok: false, name, path: entry.path }]
  })
  return [
    ...(wrong.length > 0 ? wrong : [{ code: 'envelope-is-the-recorded', ok: true } as const]),
    unverified,
  ]
}

type Believed = {
  given: Anchor[] | null
  sealedUnder: Anchor[]
  signedUnder: Anchor[]
  stampedUnder: Anchor[]
}

/** Which roots everything rests on: given by the reader, or to be compared. */
function whomToBelieve({ given, sealedUnder, signedUnder, stampedUnder }: Believed): Located[] {
  const said = ({ name, fingerprint }: Anchor) => ({ name, fingerprint, where: '' })
  if (given)
    return given.map((anchor): Located => ({ code: 'root-believed-as-given', ok: true, ...said(anchor) }))
  const ofSeals = new Set(sealedUnder.map(({ fingerprint }) => fingerprint))
  return [
    ...sealedUnder.map((anchor): Located => ({ code: 'root-to-compare', ok: null, ...said(anchor) })),
    ...signedUnder
      .filter(({ fingerprint }) => !ofSeals.has(fingerprint))
      .map((anchor): Located => ({ code: 'root-of-checkpoints-alone', ok: null, ...said(anchor) })),
    ...stampedUnder.map((anchor): Located => ({ code: 'authority-to-compare', ok: null, ...said(anchor) })),
  ]
}
