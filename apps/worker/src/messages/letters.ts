import { catalogue } from '@countersign/ui/i18n/catalogue'
import { de } from './letters-de'
import { en } from './letters-en'

export const letterMessages = catalogue(en, de)
