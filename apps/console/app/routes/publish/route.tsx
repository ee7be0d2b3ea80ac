import type { ShownToo } from '@countersign/domain/publication'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { publishProject } from '@countersign/operations/publish-project'
import { Card, Section } from '@countersign/ui/card'
import { ChangeList } from '@countersign/ui/change-list'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { sharingMessages } from '../../messages/sharing'
import { statesMessages } from '../../messages/states'
import { changeWords } from '../../projection/change-words'
import { ProjectionView } from '../../projection/projection-view'
import { pageOf } from '../../page-number'
import { pageTitle } from '../../reader'
import { EarlierPublications } from './earlier-publications'
import { publishForm } from './form'
import { PublishForm } from './publish-form'
import { ShownChoice } from './shown-choice'
import { publicationToMake } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const next = found(
    await db.read(manager, (tx) =>
      publicationToMake(tx, {
        projectId,
        now: new Date(),
        asked: askedFor(new URL(request.url)),
        pageFor: (pages) => pageOf(request, pages),
      }),
    ),
  )
  const isPublished = new URL(request.url).searchParams.has('published')
  return { next, projectId, isPublished }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, publishForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { phases, range, ...draft } = form.value
  const result = await db.write(manager, (tx) =>
    publishProject(tx, { projectId, ...draft, shows: { phases, range }, by: manager, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/publish?published`)
    : refuse(result.why, sharingMessages(manager.locale).publish.refusals, 409, form.values)
}

/** Boxes that are not ticked are not in an address, so the form that they stand in says that it was asked. */
function askedFor({ searchParams }: URL): ShownToo | null {
  if (!searchParams.has('shows')) return null
  return { phases: searchParams.has('phases'), range: searchParams.has('range') }
}

export default function Publish() {
  const { next, projectId, isPublished } = useLoaderData<typeof loader>()
  const t = useMessages(sharingMessages)
  const states = useMessages(statesMessages)
  const format = useFormat()
  const words = { own: t.projection, states, format }
  return (
    <>
      {isPublished ? <Notice tone="success" title={t.publish.published(next.after)} live /> : null}
      <Section
        title={t.publish.title(next.after + 1)}
        note={`${t.publish.note} ${t.publish.presets[next.publishes]}`}
      >
        <div className="cn-publish">
          <div className="cn-publish-form">
            <Card title={t.publish.changes}>
              {next.after === 0 ? (
                <p>{t.publish.changesFirst}</p>
              ) : (
                <ChangeList changes={next.changes.map((change) => changeWords(change, words))} />
              )}
            </Card>
            <ShownChoice shows={next.shows} forecast={next.forecast} projectId={projectId} />
            <PublishForm
              shows={next.shows}
              after={next.after}
              previewed={next.previewed}
              health={next.health}
              contacts={next.contacts}
            />
          </div>
          <div className="cn-publish-preview">
            <h3>{t.publish.preview}</h3>
            <p className="cs-note">{t.publish.previewNote}</p>
            <ProjectionView projection={next.projection} promises={next.promises} />
          </div>
        </div>
      </Section>
      <EarlierPublications published={next.published} projectId={projectId} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => sharingMessages(locale).publish.title((args.data?.next.after ?? 0) + 1))
