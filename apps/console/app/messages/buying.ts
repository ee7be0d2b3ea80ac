import { catalogue } from '@countersign/ui/i18n/catalogue'
import { buyingDe } from './buying-de'
import { buyingEn } from './buying-en'

export const buyingMessages = catalogue(buyingEn, buyingDe)
