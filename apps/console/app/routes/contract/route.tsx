import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { agreeContract } from '@countersign/operations/agree-contract'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currencyIn } from '../../currencies'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { contractMessages } from '../../messages/contract'
import { deliveryMessages } from '../../messages/delivery'
import { hoursMessages } from '../../messages/hours'
import { pageTitle } from '../../reader'
import { acceptanceTermsOf } from '../acceptance-terms/queries.server'
import { AcceptanceCard } from './acceptance-card'
import { ContractForm } from './contract-form'
import { ContractTerms } from './contract-terms'
import { contractForm, contractRows, termsOf } from './form'
import { contractOf } from './queries.server'
import { refusalWords } from './refusal-words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const [agreed, terms] = await db.read(staff, (tx) =>
    Promise.all([
      contractOf(tx, projectId).then(found),
      // Its days are counted by the plan's calendar, which finance does not read.
      staff.role === 'finance' ? null : acceptanceTermsOf(tx, projectId),
    ]),
  )
  const isSaved = new URL(request.url).searchParams.has('saved')
  const isManager = staff.role === 'project_manager'
  return { agreed, terms, projectId, isSaved, isManager, mayWrite: isManager && agreed.isRevisable }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const sent = await readForm(request)
  const currency = currencyIn(sent, 'currency')
  const form = await parseForm(sent, contractForm(manager.locale, currency), { rows: contractRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    agreeContract(tx, { projectId, ...termsOf(form.value), by: manager, now: new Date() }),
  )
  if (result.ok) return redirect(`/projects/${projectId}/contract?saved`)
  const format = createFormat(manager.locale, manager.timeZone)
  const parts = contractMessages(manager.locale)
  const words = refusalWords(deliveryMessages(manager.locale).contract, parts, format, result, currency)
  return refuse(result.why, words, 409, form.values)
}

export default function Contract() {
  const { agreed, terms, projectId, isSaved, isManager, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).contract
  const parts = useMessages(contractMessages)
  const hours = useMessages(hoursMessages).lines
  const at = `/projects/${projectId}/contract`
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        agreed.contract ? (
          <>
            <LinkButton href={`${at}/terms`} size="small">
              {parts.terms.open}
            </LinkButton>
            {isManager ? (
              <LinkButton href={`${at}/hours`} size="small">
                {hours.title}
              </LinkButton>
            ) : null}
            <LinkButton href={`${at}/orders`} size="small">
              {parts.orders.open}
            </LinkButton>
          </>
        ) : null
      }
    >
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      {agreed.isRevisable ? null : (
        <Notice tone="info" title={t.frozen}>
          {t.frozenText}
        </Notice>
      )}
      {terms ? <AcceptanceCard terms={terms} href={isManager ? `${at}/acceptance` : null} /> : null}
      {mayWrite ? (
        <ContractForm agreed={agreed} projectId={projectId} />
      ) : (
        <ContractTerms agreed={agreed} projectId={projectId} />
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => deliveryMessages(locale).contract.title)
