import { catalogue } from '@countersign/ui/i18n/catalogue'
import { homeDe } from './home-de'
import { homeEn } from './home-en'

export const homeMessages = catalogue(homeEn, homeDe)
