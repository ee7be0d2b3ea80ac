import { catalogue } from '@countersign/ui/i18n/catalogue'
import { planDe } from './plan-de'
import { planEn } from './plan-en'

export const planMessages = catalogue(planEn, planDe)
