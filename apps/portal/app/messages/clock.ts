import { catalogue } from '@countersign/ui/i18n/catalogue'
import { clockDe } from './clock-de'
import { clockEn } from './clock-en'

export const clockMessages = catalogue(clockEn, clockDe)
