import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { keepCostForecast } from '@countersign/operations/keep-cost-forecast'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Instant } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { budgetReaders } from '../budget/readers'
import { projectHead } from '../project/queries.server'
import { keptForecasts } from './queries.server'

const forecastForm = z.strictObject({ note: longText(500, 1) })
const keepers = ['project_manager', 'finance'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetReaders)
  const projectId = idParam(params.projectId)
  const [project, kept] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), keptForecasts(tx, projectId, staff.role)]),
  )
  found(project)
  return { kept, projectId, mayKeep: keepers.some((role) => role === staff.role) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...keepers)
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, forecastForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const monthOn = officeDay(new Date())
  const result = await db.write(staff, (tx) => keepCostForecast(tx, { projectId, monthOn, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/budget/forecasts`)
    : refuse(result.why, budgetMessages(staff.locale).forecasts.refusals, 409, form.values)
}

export default function CostForecasts() {
  const { kept, projectId, mayKeep } = useLoaderData<typeof loader>()
  const { forecasts: t, position, estimate } = useMessages(budgetMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={`/projects/${projectId}/budget`}>{estimate.back}</a>
        </>
      }
    >
      {mayKeep ? (
        <Card title={t.keep}>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <TextArea
              name="note"
              label={t.noteField}
              hint={t.noteHint}
              defaultValue={typed('note')}
              error={errors.note}
              rows={2}
              required
            />
            <FormActions>
              <Button variant="primary">{t.submit}</Button>
            </FormActions>
          </form>
        </Card>
      ) : null}
      {kept.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <Card>
          <SimpleTable
            caption={t.caption}
            columns={[
              { key: 'month', label: t.month },
              { key: 'budget', label: position.budget, numeric: true },
              { key: 'actual', label: position.actual, numeric: true },
              { key: 'committed', label: position.committed, numeric: true },
              { key: 'eac', label: position.eac, numeric: true },
              { key: 'left', label: position.variance, numeric: true },
              { key: 'why', label: t.why },
              { key: 'kept', label: t.kept },
            ]}
            rows={kept.map((row) => ({
              key: row.id,
              cells: [
                format.monthYear(row.monthOn),
                <Amount key="budget" value={row.budget} />,
                <Amount key="actual" value={row.actual} />,
                <Amount key="committed" value={row.committed} />,
                <Amount key="eac" value={row.eac} />,
                <span key="left" className={row.isOver ? 'cs-bad' : undefined}>
                  <Amount value={row.left} />
                </span>,
                <span key="why" className="cn-line">
                  {row.note || t.atClosing}
                </span>,
                <>
                  {row.keptBy}
                  <span className="cn-under">
                    <Instant at={row.keptAt} />
                  </span>
                </>,
              ],
            }))}
          />
        </Card>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).forecasts.title)
