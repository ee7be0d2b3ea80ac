import { checkbox, longText } from '@countersign/http/fields'
import { z } from 'zod'

export const termSheetForm = z.strictObject({
  requiresOrder: checkbox(),
  penalties: longText(4000),
  liabilityCap: longText(4000),
  governingDocuments: longText(4000),
  otherTerms: longText(4000),
})
