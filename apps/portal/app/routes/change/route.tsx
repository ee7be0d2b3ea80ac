import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { decideChange } from '@countersign/operations/decide-change'
import { StateBadge } from '@countersign/ui/badge'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTone } from '../../change-tone'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact, stepUpContact } from '../../guard.server'
import { hydrates } from '../../hydration'
import { acceptanceMessages } from '../../messages/acceptance'
import { changesMessages } from '../../messages/changes'
import { refusalsMessages } from '../../messages/refusals'
import { signingMessages } from '../../messages/signing'
import { titled } from '../../reader'
import { ChangeCeremony } from './change-ceremony'
import { ChangeContent } from './change-content'
import { ChangeDecided } from './change-decided'
import { changeForm } from './form'
import { changeForDecision, statementsFor } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const changeId = idParam(params.changeId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => changeForDecision(tx, changeId, contact, now)))
  const statements = statementsFor(facts, contact, contact.locale)
  const signatory = { name: contact.name, email: contact.email }
  return json({ facts, statements, signatory, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const changeRequestId = idParam(params.changeId)
  const form = await parseForm(request, changeForm)
  if (!form.ok) return invalid(form.errors, form.values)

  const now = new Date()
  const { password, ...decision } = form.value
  const facts = found(await db.read(contact, (tx) => changeForDecision(tx, changeRequestId, contact, now)))
  const statement = statementsFor(facts, contact, decision.language)[decision.outcome]
  const refusals = refusalsMessages(contact.locale)
  const proved = await stepUpContact(contact, password)
  if (!proved.ok) return refuse(proved.why, refusals.stepUp, 422, form.values)

  const { actor, headers } = proved
  const result = await db.write(actor, (tx) =>
    decideChange(tx, { changeRequestId, ...decision, statement, by: actor, now }),
  )
  const words = {
    ...acceptanceMessages(contact.locale).whyNot,
    ...refusals.flaw,
    ...changesMessages(contact.locale).refusals,
  }
  return result.ok
    ? redirect(`/changes/${changeRequestId}`, { headers })
    : refuse(result.why, words, 409, form.values, headers)
}

/** For the button, which takes no second click. */
export const handle = hydrates<{ facts: { whyNot: string | null } }>(({ facts }) => facts.whyNot === null)

export default function Change() {
  const { facts, statements, signatory, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(changesMessages)
  const signing = useMessages(signingMessages)
  const { notSignedTitle, whyNot: general } = useMessages(acceptanceMessages)
  const format = useFormat()
  const { refusal, errors } = useFormAnswer()
  const { project, change, whyNot, onBehalfOf } = facts
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}/changes`, label: t.back }}
        eyebrow={t.number(change.number)}
        title={change.title}
        lead={t.proposed(format.instant(change.proposedAt), change.proposedByName)}
        state={<StateBadge tone={changeTone[change.state]} label={t.state[change.state]} />}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={notSignedTitle} live>
            {refusal}
          </Notice>
        ) : null}
        <ChangeDecided change={change} />
        <ChangeContent change={change} lines={facts.lines} milestones={facts.milestones} />
        {whyNot === null ? (
          <>
            {onBehalfOf ? <Notice tone="info">{signing.youSignFor(onBehalfOf)}</Notice> : null}
            <ChangeCeremony
              statements={statements}
              signatory={signatory}
              asOf={asOf}
              timeZone={project.timeZone}
            />
          </>
        ) : change.state === 'proposed' && !refusal ? (
          <Notice tone="info">{{ ...general, ...t.refusals }[whyNot]}</Notice>
        ) : null}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { facts }) =>
  changesMessages(locale).pageTitle(facts.change.number, facts.change.title),
)
