import { catalogue } from '@countersign/ui/i18n/catalogue'
import { feedDe } from './feed-de'
import { feedEn } from './feed-en'

export const feedMessages = catalogue(feedEn, feedDe)
