import { catalogue } from '@countersign/ui/i18n/catalogue'
import { acceptanceDe } from './acceptance-de'
import { acceptanceEn } from './acceptance-en'

export const acceptanceMessages = catalogue(acceptanceEn, acceptanceDe)
