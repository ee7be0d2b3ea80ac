import { catalogue } from '@countersign/ui/i18n/catalogue'
import { needsDe } from './needs-de'
import { needsEn } from './needs-en'

export const needsMessages = catalogue(needsEn, needsDe)
