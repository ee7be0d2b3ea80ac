import { catalogue } from '@countersign/ui/i18n/catalogue'
import { testedDe } from './tested-de'
import { testedEn } from './tested-en'

export const testedMessages = catalogue(testedEn, testedDe)
