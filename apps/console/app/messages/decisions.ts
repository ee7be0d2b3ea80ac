import { catalogue } from '@countersign/ui/i18n/catalogue'
import { decisionsDe } from './decisions-de'
import { decisionsEn } from './decisions-en'

export const decisionsMessages = catalogue(decisionsEn, decisionsDe)
