import type { WorkerSettings } from './settings'

type Origins = Pick<WorkerSettings, 'portalOrigin' | 'consoleOrigin'>

/** Where the mails' buttons lead: pages of the two apps, whose route tables name these paths. */
/** The public page that checks a certificate; what stands behind the # never reaches the server. */
export const portalVerification = ({ portalOrigin }: Origins, evidenceDigest: string) =>
  `${portalOrigin}/verify#${evidenceDigest}`
export const portalSubmission = ({ portalOrigin }: Origins, submissionId: string) =>
  `${portalOrigin}/submissions/${submissionId}`
export const portalProject = ({ portalOrigin }: Origins, projectId: string) =>
  `${portalOrigin}/projects/${projectId}`
export const portalPublication = (origins: Origins, projectId: string, number: number) =>
  `${portalProject(origins, projectId)}/publications/${number}`
export const portalPayments = (origins: Origins, projectId: string) =>
  `${portalProject(origins, projectId)}/payments`
export const portalCriteria = (origins: Origins, projectId: string) =>
  `${portalProject(origins, projectId)}/criteria`
export const portalTests = (origins: Origins, projectId: string) =>
  `${portalProject(origins, projectId)}/tests`
export const portalWarranty = (origins: Origins, projectId: string) =>
  `${portalProject(origins, projectId)}/warranty`
export const portalNeed = ({ portalOrigin }: Origins, requestId: string) =>
  `${portalOrigin}/needs/${requestId}`
export const consoleDependency = ({ consoleOrigin }: Origins, projectId: string, number: number) =>
  `${consoleOrigin}/projects/${projectId}/dependencies/${number}`
export const consoleWarranty = ({ consoleOrigin }: Origins, projectId: string) =>
  `${consoleOrigin}/projects/${projectId}/warranty`
export const consoleDeliverable = ({ consoleOrigin }: Origins, projectId: string, deliverableId: string) =>
  `${consoleOrigin}/projects/${projectId}/deliverables/${deliverableId}`
export const consoleTests = (origins: Origins, projectId: string, deliverableId: string) =>
  `${consoleDeliverable(origins, projectId, deliverableId)}/tests`
export const consoleTime = ({ consoleOrigin }: Origins, day: string) =>
  `${consoleOrigin}/time?week=${day}#week`
export const consoleReportWeek = ({ consoleOrigin }: Origins, staffId: string, weekOn: string) =>
  `${consoleOrigin}/reports/${staffId}/${weekOn}`
export const consoleOrder = ({ consoleOrigin }: Origins, purchaseOrderId: string) =>
  `${consoleOrigin}/orders/${purchaseOrderId}`
export const consoleVendorInvoice = (origins: Origins, purchaseOrderId: string, vendorInvoiceId: string) =>
  `${consoleOrder(origins, purchaseOrderId)}/invoices/${vendorInvoiceId}`
export const portalChange = ({ portalOrigin }: Origins, changeRequestId: string) =>
  `${portalOrigin}/changes/${changeRequestId}`
export const consoleChange = ({ consoleOrigin }: Origins, projectId: string, changeRequestId: string) =>
  `${consoleOrigin}/projects/${projectId}/changes/${changeRequestId}`
