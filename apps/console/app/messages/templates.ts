import { catalogue } from '@countersign/ui/i18n/catalogue'
import { templatesDe } from './templates-de'
import { templatesEn } from './templates-en'

export const templatesMessages = catalogue(templatesEn, templatesDe)
