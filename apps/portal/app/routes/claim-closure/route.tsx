import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { closeClaim } from '@countersign/operations/claim-warranty'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { clockMessages } from '../../messages/clock'
import { titled } from '../../reader'
import { claimToClose } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const claimId = idParam(params.claimId)
  const facts = found(await db.read(contact, (tx) => claimToClose(tx, claimId)))
  return json({ ...facts, asOf: new Date().toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const claimId = idParam(params.claimId)
  const { project } = found(await db.read(contact, (tx) => claimToClose(tx, claimId)))
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(contact, (tx) => closeClaim(tx, { claimId }))
  return result.ok
    ? redirect(`/projects/${project.id}/warranty`)
    : refuse(result.why, clockMessages(contact.locale).refusals)
}

export default function ClaimClosure() {
  const { project, claim, whyNot, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(clockMessages)
  const { refusal } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}/warranty`, label: t.back }}
        eyebrow={`${project.code} ${project.name}`}
        title={t.closeTitle(claim.number)}
        lead={t.closeLead}
      />
      <Stack>
        {refusal ? (
          <Notice tone="danger" title={t.notClosed} live>
            {refusal}
          </Notice>
        ) : null}
        <Card title={claim.title} level={2} tone="quiet">
          <Prose text={claim.description} />
        </Card>
        {whyNot === null ? (
          <form method="post">
            <FormActions>
              <Button variant="primary" icon="check">
                {t.close}
              </Button>
            </FormActions>
          </form>
        ) : refusal ? null : (
          <Notice tone="info">{t.refusals[whyNot]}</Notice>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { claim }) =>
  clockMessages(locale).closeTitle(claim.number),
)
