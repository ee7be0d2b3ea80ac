import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { WaterfallBars } from '@countersign/ui/waterfall-bars'
import { marginsMessages } from '../../messages/margins'
import type { ProjectMoney } from './queries.server'

export function ProjectWaterfall({
  waterfall,
  projectId,
}: Pick<ProjectMoney, 'waterfall'> & { projectId: string }) {
  const { project: t, steps } = useMessages(marginsMessages)
  const stepAt = (step: string) => `/projects/${projectId}/money/steps/${step}`
  return (
    <Section title={t.waterfall} note={waterfall ? t.waterfallNote : undefined} id="waterfall">
      {waterfall ? (
        <WaterfallBars
          title={t.waterfall}
          bars={[
            { key: 'sold', label: steps.sold, amount: waterfall.sold, isSum: true, href: stepAt('sold') },
            ...waterfall.steps.map(({ step, amount }) => ({
              key: step,
              label: steps[step],
              amount,
              isSum: false,
              href: stepAt(step),
            })),
            {
              key: 'completion',
              label: steps.completion,
              amount: waterfall.completion,
              isSum: true,
              href: stepAt('completion'),
            },
          ]}
        />
      ) : (
        <EmptyState
          title={t.noEstimate}
          action={<LinkButton href={`/projects/${projectId}/budget`}>{t.toBudget}</LinkButton>}
        />
      )}
    </Section>
  )
}
