import { catalogue } from '@countersign/ui/i18n/catalogue'
import { invoicingDe } from './invoicing-de'
import { invoicingEn } from './invoicing-en'

export const invoicingMessages = catalogue(invoicingEn, invoicingDe)
