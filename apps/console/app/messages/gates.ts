import { catalogue } from '@countersign/ui/i18n/catalogue'
import { gatesDe } from './gates-de'
import { gatesEn } from './gates-en'

export const gatesMessages = catalogue(gatesEn, gatesDe)
