import { catalogue } from '@countersign/ui/i18n/catalogue'
import { refusalsDe } from './refusals-de'
import { refusalsEn } from './refusals-en'

export const refusalsMessages = catalogue(refusalsEn, refusalsDe)
