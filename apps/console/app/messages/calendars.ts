import { catalogue } from '@countersign/ui/i18n/catalogue'
import { calendarsDe } from './calendars-de'
import { calendarsEn } from './calendars-en'

export const calendarsMessages = catalogue(calendarsEn, calendarsDe)
