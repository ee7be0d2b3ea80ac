import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import type { SerializeFrom } from '@remix-run/node'
import { clockMessages } from '../../messages/clock'
import { deliveryMessages } from '../../messages/delivery'
import { outsideMessages } from '../../messages/outside'
import type { loader } from './route'

type Loaded = SerializeFrom<typeof loader>

/** What the manager can do with it now, or why nothing. */
export function NextAct({ deliverable, projectId }: Pick<Loaded, 'deliverable' | 'projectId'>) {
  const { id, kind, state, version, money, agreement, nextStage } = deliverable
  const t = useMessages(deliveryMessages).deliverable
  const root = `/projects/${projectId}/deliverables/${id}`
  const words = useMessages(clockMessages).acceptance
  const outside = useMessages(outsideMessages)
  const deemed = deliverable.history[0]?.decisions.find((each) => each.isInForce && each.kind === 'deemed')
  const agree =
    deemed && !deemed.agreement ? (
      <LinkButton href={`${root}/correction-agreement`} variant="quiet">
        {outside.agree}
      </LinkButton>
    ) : null
  if (nextStage === null)
    return (
      <>
        <p className="cs-note">{t.done}</p>
        {agree}
      </>
    )
  const isFinal = nextStage === 'final' && deliverable.stage === 'first'
  return (
    <>
      {state === 'draft' ? (
        <LinkButton href={`${root}/definition`} icon="pencil">
          {t.change}
        </LinkButton>
      ) : null}
      {isFinal ? <p className="cs-note">{words.finalNext}</p> : null}
      {state === 'submitted' ? <p className="cs-note">{t.waits}</p> : null}
      {agree}
      {state === 'submitted' ? (
        <LinkButton href={`${root}/outside-decision`} variant="quiet">
          {outside.record}
        </LinkButton>
      ) : null}
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
          {isFinal
            ? words.submitFinal
            : version === null
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
