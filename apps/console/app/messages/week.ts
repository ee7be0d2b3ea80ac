import { catalogue } from '@countersign/ui/i18n/catalogue'
import { weekDe } from './week-de'
import { weekEn } from './week-en'

export const weekMessages = catalogue(weekEn, weekDe)
