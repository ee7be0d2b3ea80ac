import { Button } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { acceptanceMessages } from '../../messages/acceptance'
import { CriterionFields } from './criterion-fields'
import { OutcomeFields } from './outcome-fields'
import type { Ceremony } from './queries.server'
import { SignatureFields } from './signature-fields'
import { useShare } from './use-share'
import { useSending } from './use-sending'

/** Everything that makes a decision on one page, which needs no JavaScript: results, outcome, name and password. */
export function CeremonyForm(props: {
  facts: Ceremony
  signatory: { name: string; email: string }
  asOf: string
}) {
  const { facts, signatory, asOf } = props
  const t = useMessages(acceptanceMessages)
  const locale = useLocale()
  const [isSending, send] = useSending()
  const share = useShare(facts.submission)
  return (
    <form method="post" onSubmit={send}>
      <Stack gap="loose">
        <input type="hidden" name="language" value={locale} />
        <Section title={t.step1}>
          <CriterionFields criteria={facts.submission.criteria} />
        </Section>
        <Section title={t.step2}>
          <OutcomeFields
            statements={facts.statements}
            share={share}
            customerName={facts.project.customerName}
          />
        </Section>
        <Section title={t.step3}>
          <SignatureFields {...signatory} asOf={asOf} timeZone={facts.project.timeZone} />
          <Notice tone="warning">{t.binding}</Notice>
          <FormActions>
            <Button variant="primary" icon="seal" busy={isSending}>
              {t.sign}
            </Button>
          </FormActions>
        </Section>
      </Stack>
    </form>
  )
}
