import { catalogue } from '@countersign/ui/i18n/catalogue'
import { printDe } from './print-de'
import { printEn } from './print-en'

export const printMessages = catalogue(printEn, printDe)
