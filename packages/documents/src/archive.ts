import PDFDocument from 'pdfkit'
import type { DocumentLocale } from './messages'
import { xmpOf } from './xmp'

type Doc = InstanceType<typeof PDFDocument>

/** What pdfkit does not declare, and we need for archiving. */
export type Inside = {
  ref(entries: object): Reference
  _root: { data: Record<string, unknown> }
  _acroform: unknown
  _addInfo(): void
  page: { annotations: Reference[] }
}
export type Reference = {
  data: Record<string, unknown>
  end(chunk?: Uint8Array | string): void
}

export type Archive = {
  doc: Doc
  /** The structure element that holds everything. */
  root: PDFKit.PDFStructureElement
  attach(file: Attachment): void
  finish(): Promise<Buffer>
}

export type ArchiveOptions = {
  title: string
  author: string
  createdAt: Date
  locale: DocumentLocale
  /** The attachment `factur-x.xml` is the same invoice for machines, of the profile EN 16931. */
  isFacturX?: boolean
  /** Width and height of the first page in points; A4 unless it says so. */
  size?: [number, number]
}
export type Attachment = {
  name: string
  type: string
  description: string
  content: Uint8Array
  /** How it belongs to the document (ISO 19005-3, annex E); `Data` unless it says so. */
  relationship?: 'Data' | 'Alternative'
}

/**
 * An empty document that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once: pdfkit does either; the other's
 * identification, and metadata in which a name may hold any character, are added here.
 */
export function openArchive({
  title,
  author,
  createdAt,
  locale,
  isFacturX = false,
  size,
}: ArchiveOptions): Archive {
  const info = {
    Title: printable(title),
    Author: printable(author),
    Creator: 'Countersign',
    Producer: 'Countersign',
    CreationDate: createdAt,
    ModDate: createdAt,
  }
  const doc = new PDFDocument({
    size: size ?? 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: locale,
    // No Helvetica to begin with: it cannot be embedded.
    font: '',
    displayTitle: true,
    info,
  })
  // pdfkit writes the words as they are into XML: an ampersand in a name would break it.
  ;(doc as unknown as Inside)._addInfo = () => doc.appendXML(xmpOf({ ...info, createdAt, isFacturX }))
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const root = doc.struct('Document')
  doc.addStructure(root)
  return {
    doc,
    root,
    attach(file) {
      const { content, relationship = 'Data', ...rest } = file
      // pdfkit's types lack `relationship`.
      const options = { ...rest, creationDate: createdAt, modifiedDate: createdAt, relationship }
      doc.file(Buffer.from(content), options)
    },
    async finish() {
      root.end()
      const ended = new Promise<void>((resolve, reject) => {
        doc.once('end', resolve)
        doc.once('error', reject)
      })
      doc.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
}

/** Without what XML cannot hold: the title stands both in the document's information and in its metadata. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
}
