import { catalogue } from '@countersign/ui/i18n/catalogue'
import { doorsDe } from './doors-de'
import { doorsEn } from './doors-en'

export const doorsMessages = catalogue(doorsEn, doorsDe)
