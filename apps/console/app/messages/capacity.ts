import { catalogue } from '@countersign/ui/i18n/catalogue'
import { capacityDe } from './capacity-de'
import { capacityEn } from './capacity-en'

export const capacityMessages = catalogue(capacityEn, capacityDe)
