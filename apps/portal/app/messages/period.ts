import { catalogue } from '@countersign/ui/i18n/catalogue'
import { periodDe } from './period-de'
import { periodEn } from './period-en'

export const periodMessages = catalogue(periodEn, periodDe)
