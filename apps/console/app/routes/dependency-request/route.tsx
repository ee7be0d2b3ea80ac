import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { putDependency } from '@countersign/operations/keep-dependency'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { Day } from '@countersign/ui/values'
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
import { dependenciesMessages } from '../../messages/dependencies'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { dependencyPage } from '../dependency/queries.server'

const requestForm = z.strictObject({ message: longText(2000) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const today = officeDay(new Date())
  return { dependency: found(await db.read(manager, (tx) => dependencyPage(tx, projectId, number, today))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  found(await db.read(manager, (tx) => dependencyPage(tx, projectId, number, officeDay(new Date()))))
  const form = await parseForm(request, requestForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    putDependency(tx, { projectId, number, ...form.value, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/dependencies/${number}`)
    : refuse(result.why, dependenciesMessages(manager.locale).request.refusals, 409, form.values)
}

export default function DependencyRequest() {
  const { dependency } = useLoaderData<typeof loader>()
  const words = useMessages(dependenciesMessages)
  const t = words.request
  const { problems, errors, typed } = useSubmitted()
  const mayPut = dependency.party === 'customer' && dependency.closing === null
  return (
    <Section title={t.title} note={t.note}>
      <Card>
        <Facts
          facts={[
            { label: words.what, value: dependency.what },
            { label: words.needOn, value: <Day on={dependency.needOn} /> },
            { label: words.forTask, value: dependency.task ?? '–' },
            { label: t.to, value: dependency.ownerContactId ? dependency.owner : t.toAll },
          ]}
        />
      </Card>
      <ErrorSummary errors={problems} />
      {mayPut ? (
        <Card>
          <form className="cs-form" method="post">
            <TextArea
              name="message"
              label={t.message}
              hint={t.messageHint}
              defaultValue={typed('message')}
              error={errors.message}
              rows={4}
              optional
            />
            <FormActions>
              <Button variant="primary">{t.put}</Button>
            </FormActions>
          </form>
        </Card>
      ) : (
        <Notice tone="info">{dependency.closing ? t.refusals['already-settled'] : t.thirdParty}</Notice>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => dependenciesMessages(locale).request.title)
