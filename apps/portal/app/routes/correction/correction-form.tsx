import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import type { DecisionToChange } from '../../acceptance/change.server'
import { ReasonField } from '../../acceptance/reason-field'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { CriterionFields } from '../decision/criterion-fields'
import { OutcomeFields } from '../decision/outcome-fields'
import { SignatureFields } from '../decision/signature-fields'
import { useShare } from '../decision/use-share'

/** The decision anew, as at first, and why: one page that needs no JavaScript. */
export function CorrectionForm(props: {
  facts: Pick<DecisionToChange, 'submission' | 'project' | 'statements'>
  signatory: { name: string; email: string }
  asOf: string
}) {
  const { facts, signatory, asOf } = props
  const { submission, project, statements } = facts
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const locale = useLocale()
  const share = useShare(submission)
  return (
    <form method="post">
      <Stack gap="loose">
        <input type="hidden" name="language" value={locale} />
        <Section title={t.step1}>
          <CriterionFields criteria={submission.criteria} />
        </Section>
        <Section title={t.step2}>
          <OutcomeFields statements={statements} share={share} customerName={project.customerName} />
        </Section>
        <Section title={ceremony.stepReason}>
          <Card>
            <ReasonField />
          </Card>
          <SignatureFields {...signatory} asOf={asOf} timeZone={project.timeZone} />
          <Notice tone="warning">{ceremony.bindingChange}</Notice>
          <FormActions>
            <Button variant="primary" icon="seal">
              {ceremony.signCorrection}
            </Button>
          </FormActions>
        </Section>
      </Stack>
    </form>
  )
}
