import { catalogue } from '@countersign/ui/i18n/catalogue'
import { signingDe } from './signing-de'
import { signingEn } from './signing-en'

export const signingMessages = catalogue(signingEn, signingDe)
