import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { randomInt } from 'node:crypto'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { controlMessages } from '../../messages/control'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { forecastForm, LARGEST_SEED } from './form'
import { runAndKeep } from './keep.server'
import { KeptForecast, KeptList } from './kept'
import { keptForecasts } from './queries.server'
import { RunForecast } from './run-forecast'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers, 'executive')
  const projectId = idParam(params.projectId)
  const asked = /^[1-9]\d{0,8}$/.exec(new URL(request.url).searchParams.get('kept') ?? '')
  const kept = found(
    await db.read(staff, (tx) => keptForecasts(tx, projectId, staff, asked && Number(asked[0]))),
  )
  return {
    ...kept,
    projectId,
    seed: randomInt(LARGEST_SEED),
    mayRun: staff.role !== 'executive',
    mayKeep: staff.role === 'project_manager',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, forecastForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await runAndKeep(manager, projectId, form.value)
  return result.ok
    ? redirect(`/projects/${projectId}/forecast?kept=${result.number}`)
    : refuse(result.why, controlMessages(manager.locale).forecast.refusals, 409, form.values)
}

export default function ForecastRoute() {
  const { projectId, chosen, list, seed, mayRun, mayKeep } = useLoaderData<typeof loader>()
  const t = useMessages(controlMessages).forecast
  return (
    <Section title={t.title} note={t.note}>
      {mayRun ? (
        <RunForecast projectId={projectId} seed={seed} mayKeep={mayKeep} hasKept={chosen !== null} />
      ) : chosen === null ? (
        <p>{t.nothingKept}</p>
      ) : null}
      {chosen ? <KeptForecast kept={chosen} projectId={projectId} mayEstimate={mayKeep} /> : null}
      {list.length > 0 ? <KeptList list={list} chosen={chosen?.number ?? null} /> : null}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => controlMessages(locale).forecast.title)
