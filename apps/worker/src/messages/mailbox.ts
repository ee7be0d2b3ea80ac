import { catalogue } from '@countersign/ui/i18n/catalogue'
import { de } from './mailbox-de'
import { en } from './mailbox-en'

export const mailboxMessages = catalogue(en, de)
