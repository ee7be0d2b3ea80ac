import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import type { SerializeFrom } from '@remix-run/node'
import { deliveryMessages } from '../../messages/delivery'
import type { loader } from './route'

type Loaded = SerializeFrom<typeof loader>

/** What the manager can do with it now, or why nothing. */
export function NextAct({ deliverable, projectId }: Pick<Loaded, 'deliverable' | 'projectId'>) {
  const { id, kind, state, version, money } = deliverable
  const t = useMessages(deliveryMessages).deliverable
  const root = `/projects/${projectId}/deliverables/${id}`
  if (state === 'submitted') return <p className="cs-note">{t.waits}</p>
  if (state === 'accepted') return <p className="cs-note">{t.done}</p>
  return (
    <>
      {state === 'draft' ? (
        <LinkButton href={`${root}/definition`} icon="pencil">
          {t.change}
        </LinkButton>
      ) : null}
      {kind === 'charter' ? (
        <LinkButton href={`${root}/charter`} variant="primary" icon="file">
          {t.prepareCharter}
        </LinkButton>
      ) : money?.hasContract ? (
        <LinkButton href={`${root}/submission`} variant="primary" icon="upload">
          {version === null ? t.submit : t.resubmit(version + 1)}
        </LinkButton>
      ) : (
        <LinkButton href={`/projects/${projectId}/contract`}>{t.why.noContract}</LinkButton>
      )}
    </>
  )
}
