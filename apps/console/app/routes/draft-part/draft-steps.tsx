import { templateParts, type TemplatePart } from '@countersign/domain/project-template/tailor'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { useMessages } from '@countersign/ui/i18n-context'
import { templatesMessages } from '../../messages/templates'

/** The steps from a template to a project; each can be gone back to. */
export function DraftSteps({ draftId, current }: { draftId: string; current: TemplatePart | 'check' }) {
  const t = useMessages(templatesMessages).draft
  const steps = [...templateParts, 'check' as const]
  return (
    <LinkTabs
      label={t.steps}
      items={steps.map((step, index) => ({
        to: `/project-drafts/${draftId}/${step}`,
        label: `${index + 1}. ${step === 'check' ? t.check : t.parts[step]}`,
        current: step === current,
      }))}
    />
  )
}
