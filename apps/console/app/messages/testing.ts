import { catalogue } from '@countersign/ui/i18n/catalogue'
import { testingDe } from './testing-de'
import { testingEn } from './testing-en'

export const testingMessages = catalogue(testingEn, testingDe)
