import { certificatesInPem } from '@countersign/evidence/pack/anchors'
import { statusOf, type Located } from '@countersign/evidence/pack/pack-finding'
import { sentenceFor } from '@countersign/evidence/pack/pack-words'
import type { Report, Subject } from '@countersign/evidence/pack/report'
import { verifyFile } from '@countersign/evidence/pack/verify-file'
import { Reader } from '@zip.js/zip.js/index-native.js'
import { createHash } from 'node:crypto'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Answer } from '../answer'
import { Refusal } from '../surroundings'

export type EvidenceVerifyOptions = { trust?: string[]; locale?: 'en' | 'de' }

/**
 * Whether an evidence pack or a certificate holds, without database and server. `trust` are PEM files of the roots
 * that are believed; without them the file's own are taken and named for comparing. Exit code 1 where anything failed.
 */
export async function evidenceVerify(given: { file: string } & EvidenceVerifyOptions): Promise<Answer> {
  const trusted = (await Promise.all((given.trust ?? []).map(certificatesOf))).flat()
  const handle = await opened(given.file)
  try {
    const report = await verifyFile({
      source: new HandleReader(handle, (await handle.stat()).size),
      anchors: trusted.length > 0 ? { signers: trusted, timestamps: trusted } : null,
      newDigest: () => {
        const hash = createHash('sha256')
        return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
      },
    })
    return answerOf(given.file, report, given.locale ?? 'en')
  } finally {
    await handle.close()
  }
}

/** An opened file as the archive's reader wants it: piece by piece. */
class HandleReader extends Reader<FileHandle> {
  constructor(
    private readonly handle: FileHandle,
    override size: number,
  ) {
    super(handle)
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, index)
    return new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead)
  }
}

async function opened(file: string): Promise<FileHandle> {
  let handle: FileHandle
  try {
    handle = await open(file)
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Refusal(`${isAbsent ? 'There is no such file' : 'This file cannot be read'}: ${file}`, 2)
  }
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new Refusal(`This is not a file: ${file}`, 2)
}

async function certificatesOf(file: string) {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(`--trust names a file that cannot be read: ${file}`, 2)
  })
  const certificates = (() => {
    try {
      return certificatesInPem(pem)
    } catch {
      return []
    }
  })()
  if (certificates.length === 0)
    throw new Refusal(`--trust names a file without certificates in PEM: ${file}`, 2)
  return certificates
}

const signs = { holds: '✓', fails: '✗', unchecked: '–' } as const

function answerOf(file: string, report: Report, locale: 'en' | 'de'): Answer {
  const findings = report.findings.map((finding) => ({
    status: statusOf(finding),
    sentence: sentenceFor(finding, locale),
    ...finding,
  }))
  const failed = findings.filter(({ status }) => status === 'fails').length
  const lines = [
    ...report.subjects.flatMap(headOf),
    ...findings.map(
      ({ status, sentence, where }) => `${signs[status]} ${sentence}${placeOf(where, sentence)}`,
    ),
    '',
    verdictOf(basename(file), report, failed),
  ]
  return {
    text: lines.join('\n'),
    value: { file, ...report, findings },
    exitCode: report.holds ? 0 : 1,
  }
}

function placeOf(where: Located['where'], sentence: string): string {
  return where === '' || sentence.includes(where) ? '' : `  [${where}]`
}

function headOf({
  where,
  project,
  deliverable,
  version,
  outcome,
  kind,
  decidedAt,
  provider,
  customer,
}: Subject) {
  return [
    `${where || 'Certificate'}: ${deliverable}, version ${version}, of ${project}`,
    `${outcome}, ${kind}, on ${decidedAt}; from ${provider} to ${customer}`,
    '',
  ]
}

function verdictOf(name: string, { is, holds, findings }: Report, failed: number): string {
  if (is === 'unknown') return `${name} is neither an evidence pack nor a certificate.`
  if (!holds) return `${name} does not hold: ${failed} of ${findings.length} findings failed.`
  return `${name} holds: nothing that was checked failed.`
}
