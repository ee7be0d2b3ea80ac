import { catalogue } from '@countersign/ui/i18n/catalogue'
import { budgetDe } from './budget-de'
import { budgetEn } from './budget-en'

export const budgetMessages = catalogue(budgetEn, budgetDe)
