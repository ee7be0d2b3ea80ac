import { catalogue } from '@countersign/ui/i18n/catalogue'
import { boardsDe } from './boards-de'
import { boardsEn } from './boards-en'

export const boardsMessages = catalogue(boardsEn, boardsDe)
