import { catalogue } from '@countersign/ui/i18n/catalogue'
import { settingsDe } from './settings-de'
import { settingsEn } from './settings-en'

export const settingsMessages = catalogue(settingsEn, settingsDe)
