import { catalogue } from '@countersign/ui/i18n/catalogue'
import { projectDe } from './project-de'
import { projectEn } from './project-en'

export const projectMessages = catalogue(projectEn, projectDe)
