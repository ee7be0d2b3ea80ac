import { catalogue } from '@countersign/ui/i18n/catalogue'
import { closingDe } from './closing-de'
import { closingEn } from './closing-en'

export const closingMessages = catalogue(closingEn, closingDe)
