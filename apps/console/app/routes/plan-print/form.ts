import { mostPagesAcross, narrowestPage, widestPage } from '@countersign/documents/plan'
import { integer } from '@countersign/http/fields'
import { z } from 'zod'

export const printForm = z.object({
  width: integer(narrowestPage, widestPage),
  pages: integer(1, mostPagesAcross),
})

/** A2 lying on its side: what most plans can be read on. */
export const ordinaryPrint = { width: '594', pages: '1' }
