import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { revokeDelegation } from '@countersign/operations/delegate-signing'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { ceremonyMessages } from '../../messages/ceremony'
import { titled } from '../../reader'
import { ownDelegation } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const delegationId = idParam(params.delegationId)
  const facts = found(await db.read(contact, (tx) => ownDelegation(tx, delegationId, contact)))
  return json({ ...facts, asOf: new Date().toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const delegationId = idParam(params.delegationId)
  const { project } = found(await db.read(contact, (tx) => ownDelegation(tx, delegationId, contact)))
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const result = await db.write(contact, (tx) => revokeDelegation(tx, { delegationId, by: contact }))
  return result.ok
    ? redirect(`/projects/${project.id}/delegation`)
    : refuse(result.why, ceremonyMessages(contact.locale).revokeRefusals, 409)
}

export default function Revocation() {
  const { project, delegation, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  const { refusal } = useFormAnswer()
  const { toName, fromOn, toOn, isRevoked } = delegation
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}/delegation`, label: t.delegation }}
        title={t.revokeLabel(toName)}
        lead={t.revokeLead}
      />
      <Stack gap="loose">
        {refusal ? (
          <Notice tone="danger" live>
            {refusal}
          </Notice>
        ) : null}
        <Card title={toName} level={2} tone="quiet">
          <p>{t.delegationDays(format.date(fromOn), format.date(toOn))}</p>
        </Card>
        {isRevoked ? (
          <Notice tone="info">{t.delegationState.revoked}</Notice>
        ) : (
          <form method="post">
            <FormActions>
              <Button variant="danger">{t.revoke}</Button>
            </FormActions>
          </form>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { delegation }) =>
  ceremonyMessages(locale).revokeLabel(delegation.toName),
)
