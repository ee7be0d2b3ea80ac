import { catalogue } from '@countersign/ui/i18n/catalogue'
import { contractDe } from './contract-de'
import { contractEn } from './contract-en'

export const contractMessages = catalogue(contractEn, contractDe)
