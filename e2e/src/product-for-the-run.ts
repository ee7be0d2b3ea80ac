import type { RoleUrls } from '@countersign/db/server/role-urls'
import type { TestProject } from 'vitest/node'
import { terminalReport } from '../../scripts/start/report'
import { startRunningProduct, type Origins } from './running-product'

declare module 'vitest' {
  interface ProvidedContext {
    /** The product that runs for all journeys: `inject('product')`. */
    product: { origins: Origins; urls: RoleUrls; adminUrl: string; home: string }
  }
}

/** One product for the whole run; a test that kills parts of it starts its own with `startRunningProduct`. */
export default async function startProductForTheRun(project: TestProject) {
  const { origins, urls, adminUrl, home, stop } = await startRunningProduct({}, terminalReport())
  project.provide('product', { origins, urls, adminUrl, home })
  return stop
}
