import { longText } from '@countersign/http/fields'
import { decisionForm } from '../decision/form'

/** A decision anew, and why. */
export const correctionForm = decisionForm.extend({ reason: longText(2000, 1) })
