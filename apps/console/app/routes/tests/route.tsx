import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { answerDefect } from '@countersign/operations/answer-defect'
import { openTestRound } from '@countersign/operations/open-test-round'
import { setTestCases } from '@countersign/operations/set-test-cases'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { testingMessages } from '../../messages/testing'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { DefectCard } from './defect-card'
import { answerForm, caseRows, casesForm, readSteps, roundForm } from './form'
import { testsOfDeliverable } from './queries.server'
import { RoundCard } from './round-card'
import { TestCasesForm } from './test-cases-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, ...deliverers)
  const [projectId, deliverableId] = [idParam(params.projectId), idParam(params.deliverableId)]
  const tests = found(await db.read(person, (tx) => testsOfDeliverable(tx, projectId, deliverableId)))
  const root = `/projects/${projectId}/deliverables/${deliverableId}`
  return {
    tests,
    root,
    mayWrite: person.role === 'project_manager',
    mayAnswer: person.role !== 'program_manager',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireStaff(request, 'project_manager', 'team_member')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const here = `/projects/${ids.projectId}/deliverables/${ids.deliverableId}/tests`
  const words = testingMessages(person.locale).tests
  const sent = await readForm(request)
  const intent = sent.get('intent')
  if (intent === 'answer') {
    const form = await parseForm(sent, answerForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { defectId, answer, text } = form.value
    const { projectId } = ids
    const result = await db.write(person, (tx) =>
      answerDefect(tx, { projectId, defectId, answer, text, by: person, now: new Date() }),
    )
    return result.ok ? redirect(here) : refuse(result.why, words.refusals, 409, form.values)
  }
  const manager = await requireStaff(request, 'project_manager')
  if (intent === 'open') {
    const form = await parseForm(sent, roundForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { message } = form.value
    const result = await db.write(manager, (tx) =>
      openTestRound(tx, { ...ids, message, by: manager, now: new Date() }),
    )
    return result.ok ? redirect(here) : refuse(result.why, words.refusals, 409, form.values)
  }
  const form = await parseForm(sent, casesForm, { rows: caseRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const cases = form.value.cases.map(({ steps, ...each }) => ({ ...each, steps: readSteps(steps) }))
  const complete = cases.flatMap(({ steps, ...each }) => (steps ? [{ ...each, steps }] : []))
  if (complete.length < cases.length) return refuse('steps', { steps: words.badSteps }, 422, form.values)
  const result = await db.write(manager, (tx) => setTestCases(tx, { ...ids, cases: complete }))
  return result.ok ? redirect(here) : refuse(result.why, words.refusals, 409, form.values)
}

export default function Tests() {
  const { tests, root, mayWrite, mayAnswer } = useLoaderData<typeof loader>()
  const { deliverable, cases, rounds, defects } = tests
  const t = useMessages(testingMessages).tests
  const { problems } = useSubmitted()
  const isOpen = !deliverable.isDone
  return (
    <Section
      title={t.title(`${deliverable.code} ${deliverable.name}`)}
      note={
        <>
          {t.note} <a href={root}>{deliverable.name}</a>
        </>
      }
    >
      <Stack>
        <ErrorSummary errors={problems} />
        {cases.length === 0 ? <EmptyState title={t.none}>{t.noneText}</EmptyState> : null}
        {mayWrite && isOpen && cases.length > 0 ? <OpenRound /> : null}
        {rounds.length > 0 || cases.length > 0 ? (
          <Section title={t.rounds}>
            {rounds.length === 0 ? <p className="cs-note">{t.noRounds}</p> : null}
            {rounds.map((round) => (
              <RoundCard key={round.id} round={round} />
            ))}
          </Section>
        ) : null}
        {defects.length > 0 ? (
          <Section title={t.defects}>
            {defects.map((defect) => (
              <DefectCard key={defect.id} defect={defect} mayAnswer={mayAnswer} />
            ))}
          </Section>
        ) : null}
        {mayWrite && isOpen ? <TestCasesForm tests={tests} /> : null}
      </Stack>
    </Section>
  )
}

function OpenRound() {
  const { deliverable, rounds } = useLoaderData<typeof loader>().tests
  const t = useMessages(testingMessages).tests
  const { typed } = useSubmitted({ intent: 'open' })
  const version = deliverable.nextVersion
  const isAgain = rounds.some((round) => round.version === version)
  return (
    <Card title={isAgain ? t.again(version) : t.openTitle(version)}>
      <form className="cs-form" method="post">
        <input type="hidden" name="intent" value="open" />
        <TextArea name="message" label={t.message} rows={2} defaultValue={typed('message')} optional />
        <FormActions>
          <Button variant="primary">{t.open}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => testingMessages(locale).tests.title(args.data?.tests.deliverable.name ?? ''))
