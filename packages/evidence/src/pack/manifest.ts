export const packSchema = 'countersign/evidence-pack/1'

/** What an entry of a pack is. `certificate` is the number of the certificate that it belongs to. */
export type PackPart =
  | { is: 'certificate' | 'evidence'; certificate: string; decisionId: string }
  | { is: 'submitted-file'; submissionId: string; position: number }
  | { is: 'outside-envelope'; submissionId: string; holds: 'document' | 'completion' }
  | { is: 'ledger' | 'disclosures' | 'checkpoint' | 'key-certificates' | 'accompanying' }

export type PackEntry = PackPart & { path: string; sha256: string; size: number }

/** `manifest.json`: what the pack is about, and each other entry with its SHA-256 and size, in their order. */
export type Manifest = {
  schema: typeof packSchema
  scope: 'decision' | 'project'
  project: { id: string; code: string; name: string }
  /** When the ledger's last entry in the pack was entered. */
  asOf: string
  /** Left out because whoever asked for the pack may not have them. */
  omits?: 'submitted-files'
  entries: PackEntry[]
}

export const manifestPath = 'manifest.json'

const kinds = [
  'certificate',
  'evidence',
  'submitted-file',
  'outside-envelope',
  'ledger',
  'disclosures',
  'checkpoint',
  'key-certificates',
  'accompanying',
]

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** What a manifest says, or null where the text is none. */
export function readManifest(text: string): Manifest | null {
  try {
    const read = JSON.parse(text) as Manifest
    const isOne =
      read.schema === packSchema &&
      (read.scope === 'decision' || read.scope === 'project') &&
      typeof read.project.id === 'string' &&
      typeof read.project.code === 'string' &&
      typeof read.project.name === 'string' &&
      typeof read.asOf === 'string' &&
      read.entries.every(isEntry)
    return isOne ? read : null
  } catch {
    return null
  }
}

function isEntry(entry: PackEntry): boolean {
  return (
    kinds.includes(entry.is) &&
    typeof entry.path === 'string' &&
    /^[0-9a-f]{64}$/.test(entry.sha256) &&
    Number.isSafeInteger(entry.size)
  )
}

/** A name as a file in an archive may have it on every system; the extension stays. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if ([...plain].length <= 100) return plain || 'file'
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? ''
  return `${[...plain].slice(0, 100 - extension.length).join('')}${extension}`
}
