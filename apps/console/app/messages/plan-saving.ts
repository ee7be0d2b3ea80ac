import { catalogue } from '@countersign/ui/i18n/catalogue'
import { planSavingDe } from './plan-saving-de'
import { planSavingEn } from './plan-saving-en'

export const planSavingMessages = catalogue(planSavingEn, planSavingDe)
