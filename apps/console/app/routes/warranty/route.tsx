import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { answerClaim } from '@countersign/operations/answer-claim'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { clockMessages } from '../../messages/clock'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { ClaimCard } from './claim-card'
import { answerForm } from './form'
import { warrantyPage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const page = found(await db.read(person, (tx) => warrantyPage(tx, projectId, new Date())))
  return { ...page, projectId, mayAnswer: person.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(by, (tx) => warrantyPage(tx, projectId, new Date())))
  const form = await parseForm(request, answerForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(by, (tx) =>
    answerClaim(tx, { projectId, ...form.value, by, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/warranty`)
    : refuse(result.why, clockMessages(by.locale).warranty.refusals, 409, form.values)
}

export default function Warranty() {
  const { warranties, claims, projectId, mayAnswer } = useLoaderData<typeof loader>()
  const words = useMessages(clockMessages)
  const t = words.warranty
  const format = useFormat()
  const { problems } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={`/projects/${projectId}/deliverables`}>{t.back}</a>
        </>
      }
    >
      <Stack>
        <ErrorSummary errors={problems} />
        {warranties.length === 0 ? (
          <EmptyState title={t.none}>{t.noneText}</EmptyState>
        ) : (
          <SimpleTable
            caption={t.title}
            captionHidden
            columns={[
              { key: 'deliverable', label: t.deliverable },
              { key: 'period', label: t.period },
              { key: 'state', label: t.state },
            ]}
            rows={warranties.map(({ deliverableId, code, name, beganOn, endsOn, state }) => ({
              key: deliverableId,
              cells: [
                <a
                  key="to"
                  href={`/projects/${projectId}/deliverables/${deliverableId}`}
                >{`${code} ${name}`}</a>,
                words.acceptance.runs(format.date(beganOn), format.date(endsOn)),
                words.acceptance.states[state],
              ],
            }))}
          />
        )}
        {warranties.length > 0 || claims.length > 0 ? (
          <Section title={t.claims}>
            {claims.length === 0 ? <p className="cs-note">{t.noClaims}</p> : null}
            {claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} mayAnswer={mayAnswer} />
            ))}
          </Section>
        ) : null}
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => clockMessages(locale).warranty.title)
