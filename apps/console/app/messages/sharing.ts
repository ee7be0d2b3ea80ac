import { catalogue } from '@countersign/ui/i18n/catalogue'
import { sharingDe } from './sharing-de'
import { sharingEn } from './sharing-en'

export const sharingMessages = catalogue(sharingEn, sharingDe)
