import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { placeProject } from '@countersign/operations/place-project'
import { Button, LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginsMessages } from '../../messages/margins'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { placeForm } from './form'
import { placeOfProject } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return { ...found(await db.read(staff, (tx) => placeOfProject(tx, projectId))), projectId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => placeOfProject(tx, projectId)))
  const form = await parseForm(request, placeForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { marginFloor: marginFloorBasisPoints, ...place } = form.value
  const result = await db.write(staff, (tx) =>
    placeProject(tx, { projectId, marginFloorBasisPoints, ...place }),
  )
  if (result.ok) return redirect(`/projects/${projectId}/money`)
  return refuse(result.why, marginsMessages(staff.locale).about.refusals, 409, form.values)
}

export default function ProjectPlace() {
  const { programId, businessUnit, marginFloorBasisPoints, programs, projectId } =
    useLoaderData<typeof loader>()
  const t = useMessages(marginsMessages).about
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={t.lead}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Select
          name="programId"
          label={t.program}
          defaultValue={typed('programId', programId ?? '')}
          error={errors.programId}
          options={[
            { value: '', label: t.noProgram },
            ...programs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          name="newProgram"
          label={t.newProgram}
          hint={t.newProgramHint}
          defaultValue={typed('newProgram')}
          error={errors.newProgram}
        />
        <TextInput
          name="businessUnit"
          label={t.unit}
          defaultValue={typed('businessUnit', businessUnit)}
          error={errors.businessUnit}
        />
        <TextInput
          name="marginFloor"
          label={t.floor}
          inputMode="numeric"
          width="short"
          defaultValue={typed('marginFloor', String(Math.round(marginFloorBasisPoints / 100)))}
          error={errors.marginFloor}
          required
        />
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
          <LinkButton href={`/projects/${projectId}/money`}>
            {useMessages(marginsMessages).step.back}
          </LinkButton>
        </FormActions>
      </form>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => marginsMessages(locale).about.title)
