import { catalogue } from '@countersign/ui/i18n/catalogue'
import { ratesDe } from './rates-de'
import { ratesEn } from './rates-en'

export const ratesMessages = catalogue(ratesEn, ratesDe)
