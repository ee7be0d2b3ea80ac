import { sha256Hex, utf8 } from '@countersign/evidence/bytes'
import { canonicalText } from '@countersign/evidence/canonical'
import type { DecisionEvidence } from '@countersign/evidence/evidence'
import { readEntry, writeExtract } from '@countersign/evidence/ledger-entry'
import { keysInPack } from '@countersign/evidence/pack/keys'
import { plainName, type Manifest, type PackPart } from '@countersign/evidence/pack/manifest'
import { embeddedFile } from '@countersign/evidence/pack/pdf-bytes'
import { readmeInEnglish, readmeInGerman } from '@countersign/evidence/pack/readme'
import { parsed } from '@countersign/evidence/pack/verify-certificate'
import type { PackFile } from '@countersign/evidence/pack/write-pack'
import type { PackSource } from './pack-source'

/** What lies in every pack beside the evidence: made when the app is built. */
export type Accompanying = {
  verifierPage: string
  chainCheck: string
  ledgerFormat: string
  schema: string
}

/** Where the files lie, by their SHA-256; `Storage` is one. */
type FileStore = {
  bytes(sha256: string): Promise<Uint8Array>
  open(sha256: string): Promise<{ stream: ReadableStream<Uint8Array> } | null>
}

type Asked = {
  source: PackSource
  scope: Manifest['scope']
  storage: FileStore
  accompanying: Accompanying
  /** Who may not have the submitted files gets a pack that says that they were left out. */
  withFiles: boolean
}

export type Pack = { head: Omit<Manifest, 'schema' | 'entries'>; files: PackFile[]; name: string }

/**
 * The parts of an evidence pack in their order, for `writePack` to stream. The certificates are read once here, for the
 * evidence in them, and one by one; the submitted files are opened when their turn comes.
 */
export async function evidencePack({
  source,
  scope,
  storage,
  accompanying,
  withFiles,
}: Asked): Promise<Pack> {
  const certified = []
  const keys = keysInPack()
  for (const certificate of source.certificates) {
    const pdf = await storage.bytes(certificate.sha256)
    keys.ofSeal(pdf)
    const embedded = await embeddedFile(pdf)
    const text = embedded && new TextDecoder().decode(embedded)
    certified.push({ ...certificate, text, evidence: text === null ? null : parsed(text) })
  }
  for (const { file } of source.checkpoints) keys.ofCheckpoint(file.checkpoint)

  const { project } = source
  const last = source.links.at(-1)
  const asOf = (last && readEntry(last.entry)?.enteredAt) ?? new Date(0).toISOString()
  const provider = certified.find(({ evidence }) => evidence)?.evidence?.provider.name ?? ''
  const about = { scope, project, asOf, provider, certificates: certified.length }
  const files: PackFile[] = [
    await written('README.txt', { is: 'accompanying' }, readmeInEnglish(about)),
    await written('LIESMICH.txt', { is: 'accompanying' }, readmeInGerman(about)),
    await written('verify.html', { is: 'accompanying' }, accompanying.verifierPage),
  ]
  for (const { number, decisionId, sha256, size, text } of certified) {
    files.push({
      path: `certificates/${plainName(number)}.pdf`,
      is: 'certificate',
      certificate: number,
      decisionId,
      sha256,
      size,
      open: () => opened(storage, sha256),
    })
    if (text !== null)
      files.push(
        await written(
          `evidence/${plainName(number)}.json`,
          { is: 'evidence', certificate: number, decisionId },
          text,
        ),
      )
  }
  const decided = certified.flatMap(({ number, evidence }) => (evidence ? [{ number, evidence }] : []))
  if (withFiles)
    files.push(
      ...submittedFiles(
        decided.map(({ evidence }) => evidence),
        storage,
      ),
      ...envelopes(decided, storage),
    )
  files.push(await written('ledger/ledger.jsonl', { is: 'ledger' }, writeExtract(source.links)))
  if (source.disclosures.length > 0) {
    const lines = source.disclosures.map((each) => `${canonicalText(each)}\n`).join('')
    files.push(await written('ledger/disclosures.jsonl', { is: 'disclosures' }, lines))
  }
  for (const { name, file } of source.checkpoints)
    files.push(await written(`ledger/${name}`, { is: 'checkpoint' }, `${canonicalText(file)}\n`))
  for (const { path, pem } of await keys.files())
    files.push(await written(path, { is: 'key-certificates' }, pem))
  files.push(
    await written('format/ledger.md', { is: 'accompanying' }, accompanying.ledgerFormat),
    await written('format/decision-evidence-2.schema.json', { is: 'accompanying' }, accompanying.schema),
    await written('tools/verify_chain.py', { is: 'accompanying' }, accompanying.chainCheck),
  )
  const of = scope === 'decision' ? (certified[0]?.number ?? project.code) : project.code
  const head = { scope, project, asOf, ...(withFiles ? {} : { omits: 'submitted-files' as const }) }
  return { head, files, name: `${of}-evidence.zip` }
}

async function written(path: string, part: PackPart, text: string): Promise<PackFile> {
  const bytes = utf8(text)
  return { path, ...part, sha256: await sha256Hex(bytes), size: bytes.length, open: () => bytes }
}

async function opened(storage: FileStore, sha256: string): Promise<ReadableStream<Uint8Array>> {
  const file = await storage.open(sha256)
  if (!file) throw new Error(`the storage has lost ${sha256}`)
  return file.stream
}

/** Each submission's files once, also where several certificates are of it. */
function submittedFiles(decided: DecisionEvidence[], storage: FileStore): PackFile[] {
  const bySubmission = new Map(decided.map((each) => [each.submission.id, each]))
  return [...bySubmission.values()].flatMap(({ deliverable, submission }) =>
    submission.content.files.map(({ name, sha256, size }, place): PackFile => {
      const number = String(place + 1).padStart(3, '0')
      const folder = `files/${plainName(deliverable.code)}-V${submission.content.version}`
      return {
        path: `${folder}/${number}-${plainName(name)}`,
        is: 'submitted-file',
        submissionId: submission.id,
        position: place + 1,
        sha256,
        size,
        open: () => opened(storage, sha256),
      }
    }),
  )
}

/** What decisions from outside rest on: by their certificates, since a version may have been decided on twice. */
function envelopes(
  decided: { number: string; evidence: DecisionEvidence }[],
  storage: FileStore,
): PackFile[] {
  return decided.flatMap(({ number, evidence: { submission, decision } }) =>
    (decision.outside?.files ?? []).map(({ name, sha256, size, is }): PackFile => ({
      path: `envelopes/${plainName(number)}/${is}-${plainName(name)}`,
      is: 'outside-envelope',
      submissionId: submission.id,
      holds: is,
      sha256,
      size,
      open: () => opened(storage, sha256),
    })),
  )
}
