import type { WorkerSettings } from './settings'

type Origins = Pick<WorkerSettings, 'portalOrigin' | 'consoleOrigin'>

/** Where the mails' buttons lead. */
export const portalSubmission = ({ portalOrigin }: Origins, submissionId: string) =>
  `${portalOrigin}/submissions/${submissionId}`
export const portalProject = ({ portalOrigin }: Origins, projectId: string) =>
  `${portalOrigin}/projects/${projectId}`
export const consoleProject = ({ consoleOrigin }: Origins, projectId: string) =>
  `${consoleOrigin}/projects/${projectId}`
