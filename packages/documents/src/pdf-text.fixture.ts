import { getDocumentProxy } from 'unpdf'

export type ReadPdf = {
  pages: string[]
  text: string
  /** Every piece of text with its place, in points from the lower left corner. */
  pieces: { page: number; text: string; x: number; y: number; width: number }[]
  attachments: Record<string, Uint8Array>
  title: string
}

/** Reads a PDF back with another program's eyes. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const pages: string[] = []
  const pieces: ReadPdf['pieces'] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent()
    const items = content.items.flatMap((item) => ('str' in item ? [item] : []))
    pages.push(
      items
        .map((item) => item.str)
        .join(' ')
        .replace(/\s+/g, ' '),
    )
    for (const item of items) {
      const [, , , , x = 0, y = 0] = item.transform as number[]
      if (item.str.trim()) pieces.push({ page: number, text: item.str, x, y, width: item.width })
    }
  }
  const attached = ((await pdf.getAttachments()) ?? {}) as Record<string, { content: Uint8Array }>
  const attachments = Object.fromEntries(
    Object.entries(attached).map(([name, { content }]) => [name, content]),
  )
  const { info } = await pdf.getMetadata()
  return { pages, text: pages.join(' '), pieces, attachments, title: (info as { Title: string }).Title }
}
