import { catalogue } from '@countersign/ui/i18n/catalogue'
import { statesDe } from './states-de'
import { statesEn } from './states-en'

export const statesMessages = catalogue(statesEn, statesDe)
