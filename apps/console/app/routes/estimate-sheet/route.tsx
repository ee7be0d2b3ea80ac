import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { budgetOf } from '@countersign/operations/budget-of'
import { writeEstimateSheet } from '@countersign/operations/write-estimate-sheet'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetStateBadge } from '../../budget-state'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { budgetReaders } from '../budget/readers'
import { linesIn, sheetForm, sheetRows } from './form'
import { estimateSheet } from './queries.server'
import { sheetRefusals } from './refusals'
import { SheetForm } from './sheet-form'
import { SheetHistory } from './sheet-history'
import { SheetLines, SheetSums } from './sheet-sums'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetReaders)
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  const sheet = found(await db.read(staff, (tx) => estimateSheet(tx, projectId, version, staff)))
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { sheet, projectId, isFinance: staff.role === 'finance', isSaved }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  const { currency } = found(await db.read(manager, (tx) => budgetOf(tx, projectId, version)))
  const form = await parseForm(request, sheetForm, { rows: sheetRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const read = linesIn(form.value.lines, { currency, locale: manager.locale })
  if (!read.ok) return invalid(read.errors, form.values)
  const result = await db.write(manager, (tx) =>
    writeEstimateSheet(tx, { projectId, version, lines: read.lines, by: manager }),
  )
  if (result.ok) return redirect(`/projects/${projectId}/budget/versions/${version}?saved`)
  return refuse(result.why, sheetRefusals(manager.locale, result), 409, form.values)
}

export default function EstimateSheetPage() {
  const { sheet, projectId, isFinance, isSaved } = useLoaderData<typeof loader>()
  const { sheet: t, versions } = useMessages(budgetMessages)
  const format = useFormat()
  const all = `/projects/${projectId}/budget/versions`
  const at = `${all}/${sheet.version}`
  return (
    <Section
      title={
        <>
          {t.title(sheet.version)} <BudgetStateBadge state={sheet.state} />
        </>
      }
      note={
        <>
          {t.note} <a href={all}>{versions.title}</a>
        </>
      }
      actions={
        <Cluster>
          {sheet.mayWrite ? <LinkButton href={`${at}/file`}>{t.fromFile}</LinkButton> : null}
          {sheet.mayDiscard ? <LinkButton href={`${at}/removal`}>{t.discard}</LinkButton> : null}
          {sheet.mayWrite && sheet.lineCount > 0 ? (
            <LinkButton href={`${at}/submission`} variant="primary">
              {t.submit}
            </LinkButton>
          ) : null}
          {sheet.mayReview ? (
            <LinkButton href={`${at}/review`} variant="primary">
              {t.review}
            </LinkButton>
          ) : null}
        </Cluster>
      }
    >
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      {sheet.mayWrite && !sheet.mayType ? (
        <Notice tone="info">{t.tooLong(format.number(sheet.lineCount))}</Notice>
      ) : null}
      {sheet.mayType ? <SheetForm sheet={sheet} /> : <SheetLines sheet={sheet} isFinance={isFinance} />}
      <SheetSums sheet={sheet} />
      <SheetHistory sheet={sheet} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).sheet.title(args.data?.sheet.version ?? 1))
