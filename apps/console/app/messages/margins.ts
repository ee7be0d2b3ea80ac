import { catalogue } from '@countersign/ui/i18n/catalogue'
import { marginsDe } from './margins-de'
import { marginsEn } from './margins-en'

/** Margins of projects and of their parts, the waterfall, alerts. */
export const marginsMessages = catalogue(marginsEn, marginsDe)
