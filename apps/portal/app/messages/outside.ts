import { catalogue } from '@countersign/ui/i18n/catalogue'
import { outsideDe } from './outside-de'
import { outsideEn } from './outside-en'

export const outsideMessages = catalogue(outsideEn, outsideDe)
