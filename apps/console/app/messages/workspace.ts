import { catalogue } from '@countersign/ui/i18n/catalogue'
import { workspaceDe } from './workspace-de'
import { workspaceEn } from './workspace-en'

export const workspaceMessages = catalogue(workspaceEn, workspaceDe)
