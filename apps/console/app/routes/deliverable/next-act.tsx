import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import type { SerializeFrom } from '@remix-run/node'
import { deliveryMessages } from '../../messages/delivery'
import type { loader } from './route'

type Loaded = SerializeFrom<typeof loader>

/** What the manager can do with it now, or why nothing. */
export function NextAct({ deliverable, projectId }: Pick<Loaded, 'deliverable' | 'projectId'>) {
  const { id, kind, state, version, money, agreement } = deliverable
  const t = useMessages(deliveryMessages).deliverable
  const root = `/projects/${projectId}/deliverables/${id}`
  if (state === 'accepted') return <p className="cs-note">{t.done}</p>
  return (
    <>
      {state === 'draft' ? (
        <LinkButton href={`${root}/definition`} icon="pencil">
          {t.change}
        </LinkButton>
      ) : null}
      {state === 'submitted' ? <p className="cs-note">{t.waits}</p> : null}
      {kind === 'charter' ? (
        <LinkButton href={`${root}/charter`} variant="primary" icon="file">
          {t.prepareCharter}
        </LinkButton>
      ) : agreement && !(agreement.isCurrent && agreement.confirmedAt) ? (
        <p className="cs-note">{t.why.criteria}</p>
      ) : money?.hasContract ? (
        <LinkButton
          href={`${root}/submission`}
          variant={state === 'submitted' ? 'secondary' : 'primary'}
          icon="upload"
        >
          {version === null
            ? t.submit
            : state === 'submitted'
              ? t.replace(version + 1)
              : t.resubmit(version + 1)}
        </LinkButton>
      ) : (
        <LinkButton href={`/projects/${projectId}/contract`}>{t.why.noContract}</LinkButton>
      )}
    </>
  )
}
