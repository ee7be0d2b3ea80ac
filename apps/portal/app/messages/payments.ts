import { catalogue } from '@countersign/ui/i18n/catalogue'
import { paymentsDe } from './payments-de'
import { paymentsEn } from './payments-en'

export const paymentsMessages = catalogue(paymentsEn, paymentsDe)
