import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { controlMessages } from '../../messages/control'
import { pageTitle } from '../../reader'
import { asked } from './asked'
import { BudgetVariances } from './budget-variances'
import { Curve } from './curve'
import { EarnedFigures } from './earned-figures'
import { EarnedFilters } from './earned-filters'
import { Indices } from './indices'
import { pageAt } from './page.server'
import { earnedValueFacts } from './queries.server'
import { EarnedTable } from './earned-table'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const what = asked(new URL(request.url))
  const facts = found(await db.read(staff, (tx) => earnedValueFacts(tx, projectId, staff, what.baseline)))
  const today = localDateIn(facts.timeZone, new Date())
  return { ...pageAt(facts, what, today), projectId, mayWrite: staff.role === 'project_manager' }
}

export default function EarnedValue() {
  const page = useLoaderData<typeof loader>()
  const t = useMessages(controlMessages).earned
  if (page.baseline === null)
    return (
      <Section title={t.title} note={t.note}>
        <EmptyState
          title={t.empty}
          action={
            page.mayWrite ? (
              <LinkButton href={`/projects/${page.projectId}/baselines`} variant="primary">
                {t.toBaselines}
              </LinkButton>
            ) : null
          }
        >
          {t.emptyText}
        </EmptyState>
      </Section>
    )
  return (
    <Section title={t.title} note={t.note}>
      <EarnedFilters page={page} />
      <EarnedFigures page={page} />
      <Curve page={page} />
      <BudgetVariances page={page} />
      <EarnedTable page={page} />
      <Indices page={page} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => controlMessages(locale).earned.title)
