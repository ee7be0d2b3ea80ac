import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { discardBudget } from '@countersign/operations/discard-budget'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { VersionAct } from '../estimate-sheet/version-act'
import { versionAsked } from '../estimate-sheet/version-asked.server'

export async function loader(args: LoaderFunctionArgs) {
  const { projectId, version, sheet } = await versionAsked(args)
  return { projectId, version, lineCount: sheet.lineCount, cost: sheet.sums.cost }
}

export async function action(args: ActionFunctionArgs) {
  const { manager, projectId, version } = await versionAsked(args)
  const form = await parseForm(args.request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const result = await db.write(manager, (tx) => discardBudget(tx, { projectId, version }))
  if (result.ok) return redirect(`/projects/${projectId}/budget/versions`)
  return refuse(result.why, budgetMessages(manager.locale).removal.refusals)
}

export default function BudgetRemoval() {
  const t = useMessages(budgetMessages).removal
  return <VersionAct of={useLoaderData<typeof loader>()} act={t} variant="danger" />
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).removal.title(args.data?.version ?? 1))
