import { catalogue } from '@countersign/ui/i18n/catalogue'
import { moneyDe } from './money-de'
import { moneyEn } from './money-en'

export const moneyMessages = catalogue(moneyEn, moneyDe)
