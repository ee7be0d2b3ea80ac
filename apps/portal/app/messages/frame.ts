import { catalogue } from '@countersign/ui/i18n/catalogue'
import { frameDe } from './frame-de'
import { frameEn } from './frame-en'

export const frameMessages = catalogue(frameEn, frameDe)
