import { catalogue } from '@countersign/ui/i18n/catalogue'
import { spendingDe } from './spending-de'
import { spendingEn } from './spending-en'

export const spendingMessages = catalogue(spendingEn, spendingDe)
