import { catalogue } from '@countersign/ui/i18n/catalogue'
import { deliveryDe } from './delivery-de'
import { deliveryEn } from './delivery-en'

export const deliveryMessages = catalogue(deliveryEn, deliveryDe)
