import { catalogue } from '@countersign/ui/i18n/catalogue'
import { scheduleDe } from './schedule-de'
import { scheduleEn } from './schedule-en'

export const scheduleMessages = catalogue(scheduleEn, scheduleDe)
