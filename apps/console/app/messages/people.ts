import { catalogue } from '@countersign/ui/i18n/catalogue'
import { peopleDe } from './people-de'
import { peopleEn } from './people-en'

export const peopleMessages = catalogue(peopleEn, peopleDe)
