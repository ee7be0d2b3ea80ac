import { catalogue } from '@countersign/ui/i18n/catalogue'
import { ceremonyDe } from './ceremony-de'
import { ceremonyEn } from './ceremony-en'

export const ceremonyMessages = catalogue(ceremonyEn, ceremonyDe)
