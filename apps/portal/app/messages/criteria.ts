import { catalogue } from '@countersign/ui/i18n/catalogue'
import { criteriaDe } from './criteria-de'
import { criteriaEn } from './criteria-en'

export const criteriaMessages = catalogue(criteriaEn, criteriaDe)
