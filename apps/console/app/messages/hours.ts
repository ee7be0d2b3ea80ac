import { catalogue } from '@countersign/ui/i18n/catalogue'
import { hoursDe } from './hours-de'
import { hoursEn } from './hours-en'

export const hoursMessages = catalogue(hoursEn, hoursDe)
