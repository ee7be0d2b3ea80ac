import { fileTypeFromFile } from 'file-type'

type FileKind = {
  /** What we store and serve, whatever synonym the browser declared. */
  mediaType: string
  extensions: string[]
  /** Synonyms that browsers and operating systems declare for it. */
  declaredAs: string[]
  /** What `file-type` calls its magic bytes; `text` has none and must be valid UTF-8. */
  magic: string[] | 'text'
}

const openXml = 'application/vnd.openxmlformats-officedocument'

const allowedKinds: FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], declaredAs: ['application/x-pdf'], magic: ['pdf'] },
  { mediaType: 'image/png', extensions: ['png'], declaredAs: ['image/x-png'], magic: ['png', 'apng'] },
  {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg'],
    declaredAs: ['image/jpg', 'image/pjpeg'],
    magic: ['jpg'],
  },
  { mediaType: 'image/webp', extensions: ['webp'], declaredAs: [], magic: ['webp'] },
  { mediaType: 'image/gif', extensions: ['gif'], declaredAs: [], magic: ['gif'] },
  {
    mediaType: `${openXml}.wordprocessingml.document`,
    extensions: ['docx'],
    declaredAs: [],
    magic: ['docx'],
  },
  { mediaType: `${openXml}.spreadsheetml.sheet`, extensions: ['xlsx'], declaredAs: [], magic: ['xlsx'] },
  {
    mediaType: `${openXml}.presentationml.presentation`,
    extensions: ['pptx'],
    declaredAs: [],
    magic: ['pptx'],
  },
  {
    mediaType: 'application/zip',
    extensions: ['zip'],
    declaredAs: ['application/x-zip-compressed', 'application/x-zip'],
    magic: ['zip'],
  },
  { mediaType: 'text/plain', extensions: ['txt'], declaredAs: [], magic: 'text' },
  {
    mediaType: 'text/csv',
    extensions: ['csv'],
    // Windows with Excel installed declares a CSV as an Excel sheet.
    declaredAs: ['application/csv', 'application/vnd.ms-excel', 'text/plain'],
    magic: 'text',
  },
  {
    mediaType: 'text/markdown',
    extensions: ['md', 'markdown'],
    declaredAs: ['text/x-markdown', 'text/plain'],
    magic: 'text',
  },
  {
    mediaType: 'application/json',
    extensions: ['json'],
    declaredAs: ['text/json', 'text/plain'],
    magic: 'text',
  },
  { mediaType: 'application/xml', extensions: ['xml'], declaredAs: ['text/xml'], magic: 'text' },
]

export type TypeRefusal = 'type-mismatch' | 'type-not-allowed'
export type DeclaredKind = { ok: true; kind: FileKind } | { ok: false; why: TypeRefusal }

/** The extensions that uploads may have, with their dot: the value of an input's `accept`. */
export const acceptedExtensions: readonly string[] = allowedKinds.flatMap((kind) =>
  kind.extensions.map((extension) => `.${extension}`),
)

/**
 * What a file claims to be. The name's extension decides, and the declared type must agree with it; a browser
 * that does not know a type declares nothing or `application/octet-stream`, which claims nothing.
 */
export function declaredKind(name: string, declaredType: string): DeclaredKind {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  const kind = allowedKinds.find((candidate) => candidate.extensions.includes(extension ?? ''))
  if (!kind) return { ok: false, why: 'type-not-allowed' }

  const declared = declaredType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (declared === '' || declared === 'application/octet-stream' || claims(kind, declared))
    return { ok: true, kind }
  const known = allowedKinds.some((candidate) => claims(candidate, declared))
  return { ok: false, why: known ? 'type-mismatch' : 'type-not-allowed' }
}

/** Compares what a stored file is with what it claimed to be. `isText`: all of it is UTF-8 without NUL. */
export async function whyNotThatKind(
  kind: FileKind,
  file: { path: string; head: Uint8Array; isText: boolean },
): Promise<TypeRefusal | null> {
  if (kind.magic === 'text') return file.isText ? whyNotPlainText(file.head) : 'type-mismatch'

  const found = await fileTypeFromFile(file.path)
  if (!found) return 'type-mismatch'
  if (kind.magic.includes(found.ext)) return null
  const allowed = allowedKinds.some(({ magic }) => magic !== 'text' && magic.includes(found.ext))
  return allowed ? 'type-mismatch' : 'type-not-allowed'
}

function claims(kind: FileKind, declared: string): boolean {
  return kind.mediaType === declared || kind.declaredAs.includes(declared)
}

// Magic bytes are no use here: prose that starts with "BM" is a bitmap to them. These formats are text too, so
// they are told apart by how they begin. Markdown may contain HTML further down; it is served as an attachment.
function whyNotPlainText(head: Uint8Array): TypeRefusal | null {
  const start = new TextDecoder('utf-8').decode(head).trimStart()
  if (/^(%PDF-|%!PS|\{\\rtf)/.test(start)) return 'type-mismatch'
  if (start.startsWith('#!')) return 'type-not-allowed'
  const active = ['html', 'svg', 'head', 'body', 'script', 'iframe', 'hta:application']
  return active.includes(firstElement(start)) ? 'type-not-allowed' : null
}

/** The first element's local name, past the XML declaration, comments and a DOCTYPE. */
function firstElement(text: string): string {
  const rest = text.replace(/^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!doctype[^[>]*(?:\[[^\]]*\]\s*)?>)+/i, '')
  const name = /^<([a-z][\w.:-]*)/i.exec(rest)?.[1]?.toLowerCase() ?? ''
  return name === 'hta:application' ? name : (name.split(':').at(-1) ?? '')
}
