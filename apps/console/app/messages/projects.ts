import { catalogue } from '@countersign/ui/i18n/catalogue'
import { projectsDe } from './projects-de'
import { projectsEn } from './projects-en'

export const projectsMessages = catalogue(projectsEn, projectsDe)
