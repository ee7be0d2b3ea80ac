import { catalogue } from '@countersign/ui/i18n/catalogue'
import { timelineDe } from './timeline-de'
import { timelineEn } from './timeline-en'

export const timelineMessages = catalogue(timelineEn, timelineDe)
