import PDFDocument from 'pdfkit'

/** A short report as a real PDF: what a team would hand over. */
export function paper(title: string, paragraphs: string[], at: Date): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({
      size: 'A4',
      margin: 64,
      info: { Title: title, CreationDate: at, ModDate: at },
    })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    doc.font('Helvetica-Bold').fontSize(20).text(title)
    doc.moveDown().font('Helvetica').fontSize(11)
    for (const paragraph of paragraphs) doc.text(paragraph, { lineGap: 3 }).moveDown()
    doc.end()
  })
}
