import { catalogue } from '@countersign/ui/i18n/catalogue'
import { importsDe } from './imports-de'
import { importsEn } from './imports-en'

export const importsMessages = catalogue(importsEn, importsDe)
