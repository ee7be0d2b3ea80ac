import { catalogue } from '@countersign/ui/i18n/catalogue'
import { changesDe } from './changes-de'
import { changesEn } from './changes-en'

export const changesMessages = catalogue(changesEn, changesDe)
