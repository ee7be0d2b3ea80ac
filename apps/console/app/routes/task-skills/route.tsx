import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { idParam, numberParam } from '@countersign/http/params'
import { setTaskSkill } from '@countersign/operations/keep-skills'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { SkillForm } from '../../capacity/skill-form'
import { capacityMessages } from '../../messages/capacity'
import { teamMessages } from '../../messages/team'
import { pageTitle } from '../../reader'
import { skillForm } from '../resource/form'
import { skillsAskedFor } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  return { projectId, uid, ...found(await db.read(manager, (tx) => skillsAskedFor(tx, projectId, uid))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, taskUid] = [idParam(params.projectId), numberParam(params.uid)]
  const form = await parseForm(request, skillForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => setTaskSkill(tx, { projectId, taskUid, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/tasks/${taskUid}/skills`)
    : refuse(result.why, teamMessages(manager.locale).skills.refusals, 409, form.values)
}

export default function TaskSkills() {
  const { projectId, uid, task, asked, known } = useLoaderData<typeof loader>()
  const { skills: t } = useMessages(teamMessages)
  const { resources } = useMessages(capacityMessages)
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note(task.name)} <a href={`/projects/${projectId}/tasks/${uid}`}>{t.back}</a>
        </>
      }
    >
      {asked.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <SimpleTable
          caption={t.title}
          captionHidden
          columns={[
            { key: 'skill', label: t.skill },
            { key: 'level', label: t.level },
            { key: 'has', label: t.has },
          ]}
          rows={asked.map(({ name, level, has }) => ({
            key: name,
            cells: [
              name,
              resources.level(level),
              has.length === 0 ? (
                <strong className="cs-bad">{t.nobody}</strong>
              ) : (
                has.map(({ person, level: own, isEnough }) => (
                  <span key={person} className={isEnough ? 'cn-line' : 'cn-line cs-bad'}>
                    {person} ({resources.level(own)})
                  </span>
                ))
              ),
            ],
          }))}
        />
      )}
      <SkillForm title={t.add} known={known} submit={t.save} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).skills.title)
