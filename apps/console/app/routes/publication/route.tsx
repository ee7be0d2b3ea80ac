import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { sharingMessages } from '../../messages/sharing'
import { pageOf } from '../../page-number'
import { ProjectionView } from '../../projection/projection-view'
import { shownProjection } from '../../projection/shown-projection'
import { promisesUpTo, publicationNumbered } from '../../projection/publications.server'
import { pageTitle } from '../../reader'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const [publication, promises] = await db.read(manager, (tx) =>
    Promise.all([publicationNumbered(tx, projectId, number), promisesUpTo(tx, projectId, number)]),
  )
  const { projection, ...facts } = found(publication)
  const shown = shownProjection(projection, (pages) => pageOf(request, pages))
  return { ...facts, projection: shown, promises, projectId }
}

export default function Publication() {
  const publication = useLoaderData<typeof loader>()
  const { number, publishedBy, publishedAt, digest, projection, promises, projectId } = publication
  const t = useMessages(sharingMessages).publication
  const format = useFormat()
  return (
    <Section
      title={t.title(number)}
      note={
        <>
          {t.publishedBy(publishedBy, format.instant(publishedAt))}{' '}
          <a href={`/projects/${projectId}/publish`}>{t.back}</a>
        </>
      }
    >
      <Digest sha256={digest} />
      <ProjectionView projection={projection} promises={promises} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => sharingMessages(locale).publication.title(args.data?.number ?? 1))
