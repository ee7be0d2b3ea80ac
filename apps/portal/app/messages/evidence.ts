import { catalogue } from '@countersign/ui/i18n/catalogue'
import { evidenceDe } from './evidence-de'
import { evidenceEn } from './evidence-en'

export const evidenceMessages = catalogue(evidenceEn, evidenceDe)
