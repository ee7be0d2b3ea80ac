import { catalogue } from '@countersign/ui/i18n/catalogue'
import { tableDe } from './table-de'
import { tableEn } from './table-en'

export const tableMessages = catalogue(tableEn, tableDe)
