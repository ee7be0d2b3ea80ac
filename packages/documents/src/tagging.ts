import type PDFDocument from 'pdfkit'
import type { Reference } from './archive'

type Doc = InstanceType<typeof PDFDocument>

/** pdfkit's types lack the last two. */
export type Described = PDFKit.Mixins.StructureElementOptions & {
  scope?: 'Row' | 'Column'
  /** Left, top, right, bottom. */
  bbox?: [number, number, number, number]
}
/** Where printed text belongs in the document's structure; `null`: an artifact, which nobody reads aloud. */
export type Into = PDFKit.PDFStructureElement | null

export function structureElement(
  doc: Doc,
  tag: string,
  parent: Into,
  options: Described = {},
): PDFKit.PDFStructureElement {
  const element = doc.struct(tag, options)
  parent?.add(element)
  return element
}

/** Whatever is drawn belongs to the element. */
export function tagged(doc: Doc, into: PDFKit.PDFStructureElement, draw: () => void): void {
  const { S: tag } = (into as unknown as { dictionary: Reference }).dictionary.data
  const content = doc.markStructureContent(tag as string)
  draw()
  doc.endMarkedContent()
  into.add(content)
}

/** Whatever is drawn is for the eye only. */
export function artifact(doc: Doc, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}
