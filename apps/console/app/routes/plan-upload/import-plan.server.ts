import type { StaffActor } from '@countersign/db/connect'
import { isUuid } from '@countersign/http/fields'
import { recordPlanImport } from '@countersign/operations/record-plan-import'
import { db } from '../../db.server'
import { readUpload, type ArrivingFile } from '../../multipart.server'
import { customersToChoose } from './queries.server'
import { readAndStorePlan } from './read-plan.server'

type PlanFile = Awaited<ReturnType<typeof readAndStorePlan>>
type Missing = { ok: false; why: 'customer-missing' | 'file-missing' | 'not-a-form' | 'no-such-customer' }

/** Takes the upload: reads the plan, keeps its file and records the import; `customerId` is what was chosen. */
export async function importPlan(request: Request, by: StaffActor) {
  let planFile: PlanFile | undefined
  const isChosen = async ({ fields }: ArrivingFile) => isKnownCustomer(by, fields.get('customerId') ?? '')
  const form = await readUpload(request, async (file) => {
    if (planFile || file.field !== 'file' || !(await isChosen(file))) return
    planFile = await readAndStorePlan(file)
  })
  const customerId = String(form?.get('customerId') ?? '')
  return { customerId, result: await recorded(form, customerId, planFile, by) }
}

async function recorded(
  form: FormData | null,
  customerId: string,
  file: PlanFile | undefined,
  by: StaffActor,
) {
  const missing = (why: Missing['why']): Missing => ({ ok: false, why })
  if (!form || [...form.keys()].join() !== 'customerId') return missing('not-a-form')
  if (!customerId) return missing('customer-missing')
  if (!(await isKnownCustomer(by, customerId))) return missing('no-such-customer')
  if (!file) return missing('file-missing')
  if (!file.ok) return file
  const { fileName, sha256: fileSha256, title, plan, notUnderstood } = file
  return db.write(by, (tx) =>
    recordPlanImport(tx, { customerId, fileName, fileSha256, title, plan, notUnderstood, by }),
  )
}

async function isKnownCustomer(by: StaffActor, customerId: string): Promise<boolean> {
  if (!isUuid(customerId)) return false
  const known = await db.read(by, (tx) => customersToChoose(tx))
  return known.some(({ id }) => id === customerId)
}
