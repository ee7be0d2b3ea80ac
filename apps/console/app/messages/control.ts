import { catalogue } from '@countersign/ui/i18n/catalogue'
import { controlDe } from './control-de'
import { controlEn } from './control-en'

export const controlMessages = catalogue(controlEn, controlDe)
