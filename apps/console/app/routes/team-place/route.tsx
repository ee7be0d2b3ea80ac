import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { keepPlace, leaveTeam } from '@countersign/operations/keep-team'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Checkbox, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
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
import { teamMessages } from '../../messages/team'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { placeForm } from './form'
import { placeInFull } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, placeId] = [idParam(params.projectId), idParam(params.placeId)]
  return { projectId, ...found(await db.read(manager, (tx) => placeInFull(tx, projectId, placeId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, placeId] = [idParam(params.projectId), idParam(params.placeId)]
  found(await db.read(manager, (tx) => placeInFull(tx, projectId, placeId)))
  const form = await parseForm(request, placeForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, letters = [], ...said } = form.value
  const result = await db.write(manager, (tx) =>
    act === 'remove'
      ? leaveTeam(tx, { projectId, placeId })
      : keepPlace(tx, { projectId, placeId, letters, ...said }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/team?saved`)
    : refuse(result.why, teamMessages(manager.locale).place.refusals, 409, form.values)
}

export default function TeamPlace() {
  const { projectId, place, things } = useLoaderData<typeof loader>()
  const { place: t, newPlace, team } = useMessages(teamMessages)
  const { problems, errors, typed, isBack } = useSubmitted()
  const isShown = isBack ? typed('isShownToCustomer') === 'on' : place.isShownToCustomer
  return (
    <Section title={t.title(place.name)} note={<a href={`/projects/${projectId}/team`}>{newPlace.back}</a>}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <TextInput
            name="function"
            label={newPlace.function}
            defaultValue={typed('function', place.function)}
            error={errors.function}
            required
          />
          <Checkbox name="isShownToCustomer" label={newPlace.shown} defaultChecked={isShown} />
          <Fieldset legend={t.letters}>
            {things.length === 0 ? <p className="cs-note">{t.nothing}</p> : null}
            <FormGrid>
              {things.map(({ id, name, kind, letter }, at) => (
                <div key={id}>
                  <input type="hidden" name={`letters.${at}.of`} value={id} />
                  <Select
                    name={`letters.${at}.letter`}
                    label={`${kind === 'phase' ? t.phase : t.deliverable}: ${name}`}
                    defaultValue={typed(`letters.${at}.letter`, letter ?? '')}
                    error={errors[`letters.${at}.letter`]}
                    options={[
                      { value: '', label: t.none },
                      ...(['R', 'A', 'C', 'I'] as const).map((each) => ({
                        value: each,
                        label: `${each}: ${team.letters[each]}`,
                      })),
                    ]}
                  />
                </div>
              ))}
            </FormGrid>
          </Fieldset>
          <FormActions>
            <Button variant="primary" name="act" value="save">
              {t.save}
            </Button>
          </FormActions>
        </form>
      </Card>
      <Card>
        <form className="cs-form" method="post">
          <input type="hidden" name="function" value={place.function} />
          <p className="cs-note">{t.removeNote}</p>
          <div>
            <Button variant="danger" name="act" value="remove">
              {t.remove}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.place.name ?? '')
