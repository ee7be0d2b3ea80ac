import { catalogue } from '@countersign/ui/i18n/catalogue'
import { teamDe } from './team-de'
import { teamEn } from './team-en'

export const teamMessages = catalogue(teamEn, teamDe)
