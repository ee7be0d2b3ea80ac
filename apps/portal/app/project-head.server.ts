import { portalProjects } from '@countersign/db/views/portal'

/** What the frame and the heading of each of a project's pages name. */
export const projectHead = {
  id: portalProjects.id,
  code: portalProjects.code,
  name: portalProjects.name,
  customerName: portalProjects.customerName,
}
