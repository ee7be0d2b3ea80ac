import type { StaffActor } from '@countersign/db/connect'
import { isUuid } from '@countersign/http/fields'
import { recordPlanImport } from '@countersign/operations/record-plan-import'
import { recordPlanTable } from '@countersign/operations/record-plan-table'
import { headerFingerprint, proposeMapping } from '@countersign/interchange/table-mapping'
import { db } from '../../db.server'
import { readUpload, type ArrivingFile } from '@countersign/http/multipart'
import { customersToChoose } from './queries.server'
import { readAndStorePlan } from './read-plan.server'

type PlanFile = Awaited<ReturnType<typeof readAndStorePlan>>
type ReadFile = Extract<PlanFile, { ok: true }>
type Into = Parameters<typeof recordPlanImport>[1]['into']
type Missing = { ok: false; why: 'customer-missing' | 'file-missing' | 'not-a-form' | 'no-such-customer' }

/** Rows of a table that the page of its columns shows. */
const ROWS_SHOWN = 8

/** Takes the upload for a new project: `customerId` is what was chosen. */
export async function importPlan(request: Request, by: StaffActor) {
  const isChosen = async ({ fields }: ArrivingFile) => isKnownCustomer(by, fields.get('customerId') ?? '')
  const { form, file } = await uploaded(request, isChosen)
  const customerId = String(form?.get('customerId') ?? '')
  const missing = (why: Missing['why']) => ({ customerId, result: { ok: false as const, why } })
  if (!form || [...form.keys()].join() !== 'customerId') return missing('not-a-form')
  if (!customerId) return missing('customer-missing')
  if (!(await isKnownCustomer(by, customerId))) return missing('no-such-customer')
  if (!file) return missing('file-missing')
  return { customerId, result: await recorded(file, { customerId }, by) }
}

/** Takes the upload of a file that is to change a project's plan. */
export async function importChangedPlan(request: Request, projectId: string, by: StaffActor) {
  const { form, file } = await uploaded(request, async () => true)
  const missing = (why: Missing['why']): Missing => ({ ok: false, why })
  if (!form || [...form.keys()].length > 0) return missing('not-a-form')
  return file ? recorded(file, { projectId }, by) : missing('file-missing')
}

/** The form and the first file of it, read and stored where `isWanted` says so. */
async function uploaded(request: Request, isWanted: (file: ArrivingFile) => Promise<boolean>) {
  let planFile: PlanFile | undefined
  const form = await readUpload(request, async (file) => {
    if (planFile || file.field !== 'file' || !(await isWanted(file))) return
    planFile = await readAndStorePlan(file)
  })
  return { form, file: planFile }
}

async function recorded(file: PlanFile, into: Into, by: StaffActor) {
  if (!file.ok) return file
  const known = { into, fileName: file.fileName, fileSha256: file.sha256, by }
  if ('table' in file) {
    const result = await db.write(by, (tx) => recordPlanTable(tx, { ...known, ...tableFacts(file) }))
    return result.ok ? { ok: true as const, to: `/imports/tables/${result.tableId}` } : result
  }
  const { title, plan, notUnderstood } = file.plan
  const result = await db.write(by, (tx) => recordPlanImport(tx, { ...known, title, plan, notUnderstood }))
  return result.ok ? { ok: true as const, to: importPage(into, result.importId) } : result
}

/** Where an import is looked at before it is accepted. */
export function importPage(into: Into, importId: string): string {
  return 'projectId' in into ? `/projects/${into.projectId}/plan/import/${importId}` : `/imports/${importId}`
}

function tableFacts({ table, format }: Extract<ReadFile, { format: unknown }>) {
  const rows = table.rows.slice(0, ROWS_SHOWN)
  return {
    format,
    headerFingerprint: headerFingerprint(table.header),
    preview: {
      sheet: table.sheet,
      header: table.header,
      rows,
      rowCount: table.rows.length,
      proposed: proposeMapping(table.header, table.rows),
    },
  }
}

async function isKnownCustomer(by: StaffActor, customerId: string): Promise<boolean> {
  if (!isUuid(customerId)) return false
  const known = await db.read(by, (tx) => customersToChoose(tx))
  return known.some(({ id }) => id === customerId)
}
