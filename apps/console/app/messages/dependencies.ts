import { catalogue } from '@countersign/ui/i18n/catalogue'
import { dependenciesDe } from './dependencies-de'
import { dependenciesEn } from './dependencies-en'

export const dependenciesMessages = catalogue(dependenciesEn, dependenciesDe)
