import { catalogue } from '@countersign/ui/i18n/catalogue'
import { timeDe } from './time-de'
import { timeEn } from './time-en'

export const timeMessages = catalogue(timeEn, timeDe)
