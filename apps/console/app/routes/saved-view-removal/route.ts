import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid } from '@countersign/http/refuse'
import { removeView } from '@countersign/operations/save-view'
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginReaders } from '../margins/readers'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const gone = found(
    await db.write(staff, (tx) => removeView(tx, { viewId: idParam(params.viewId), by: staff })),
  )
  return redirect(`/${gone.place}`)
}
