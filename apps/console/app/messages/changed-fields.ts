import { catalogue } from '@countersign/ui/i18n/catalogue'
import { changedFieldsDe } from './changed-fields-de'
import { changedFieldsEn } from './changed-fields-en'

export const changedFieldsMessages = catalogue(changedFieldsEn, changedFieldsDe)
