import type { Reader } from '@zip.js/zip.js/index-native.js'
import { evidenceDigest } from '../evidence'
import type { Digesting } from './digest'
import { at, type Located } from './pack-finding'
import { openPack } from './read-pack'
import { reportOf, subjectOf, type Report } from './report'
import { envelopeUnverified, verifyCertificate, verifyEvidenceText } from './verify-certificate'
import { verifyPack, type Checking } from './verify-pack'

export type Given = Checking & {
  source: Reader<unknown>
  /** The digest from a certificate's printed code, where somebody came by it. */
  scanned?: string | null
  newDigest?: () => Digesting
}

const largestCertificate = 256 * 1024 * 1024

/** Says what a file is, a pack or a certificate or neither, and checks it. */
export async function verifyFile({ source, scanned, newDigest, ...checking }: Given): Promise<Report> {
  await source.init?.()
  const head = await source.readUint8Array(0, Math.min(8, source.size))
  const begins = String.fromCharCode(...head)
  if (begins.startsWith('PK')) {
    const pack = await openPack(source, newDigest)
    if (!pack) return reportOf('pack', { findings: [{ code: 'pack-unreadable', ok: false, where: '' }] })
    const report = await verifyPack(pack, checking)
    await pack.close()
    return withScanned(report, scanned)
  }
  if (begins.startsWith('%PDF-') && source.size <= largestCertificate)
    return withScanned(await ofPdf(await source.readUint8Array(0, source.size), checking), scanned)
  return reportOf('unknown', { findings: [{ code: 'file-unknown', ok: null, where: '' }] })
}

/** A certificate alone: its seal and its evidence. What it refers to lies elsewhere, and the report says so. */
async function ofPdf(pdf: Uint8Array, { anchors }: Checking): Promise<Report> {
  const { findings, evidence, text, roots, authorities } = await verifyCertificate(pdf, anchors, '')
  if (evidence && text !== null) findings.push(...(await verifyEvidenceText(text, '')))
  if (!evidence || findings.some(({ code }) => code === 'schema-broken'))
    return reportOf('certificate', { findings })
  findings.push(
    { code: 'files-not-in-reach', ok: null, count: evidence.submission.content.files.length, where: '' },
    { code: 'no-ledger-here', ok: null, seq: evidence.ledger.seq, where: '' },
  )
  const { outside } = evidence.decision
  if (outside)
    findings.push(...at('', [{ code: 'envelope-not-in-reach', ok: null }, envelopeUnverified(outside)]))
  const compared = ({ name, fingerprint }: { name: string; fingerprint: string }) => ({
    name,
    fingerprint,
    where: '',
  })
  for (const root of roots)
    findings.push(
      anchors
        ? { code: 'root-believed-as-given', ok: true, ...compared(root) }
        : { code: 'root-to-compare', ok: null, ...compared(root) },
    )
  if (!anchors)
    for (const authority of authorities)
      findings.push({ code: 'authority-to-compare', ok: null, ...compared(authority) })
  const digest = await evidenceDigest(evidence)
  return reportOf('certificate', { subjects: [subjectOf(evidence, '', digest)], findings })
}

function withScanned(report: Report, scanned: string | null | undefined): Report {
  if (!scanned) return report
  const isOne = report.subjects.some((subject) => subject.evidenceDigest === scanned)
  const finding: Located = isOne
    ? { code: 'digest-is-the-scanned', ok: true, digest: scanned, where: '' }
    : { code: 'digest-is-not-the-scanned', ok: false, digest: scanned, where: '' }
  return reportOf(report.is, { ...report, findings: [finding, ...report.findings] })
}
