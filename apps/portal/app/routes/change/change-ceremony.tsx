import { Button } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { Fieldset, TextArea } from '@countersign/ui/field'
import { FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { OutcomeChoice } from '../../acceptance/outcome-choice'
import { useFormAnswer } from '../../form-answer'
import { changesMessages } from '../../messages/changes'
import { SignatureFields } from '../decision/signature-fields'
import { useSending } from '../decision/use-sending'

type Statements = { approved: string; rejected: string }

/** The decision on a change, on one page, which needs no JavaScript: outcome, name and password. */
export function ChangeCeremony(props: {
  statements: Statements
  signatory: { name: string; email: string }
  asOf: string
  timeZone: string
}) {
  const { statements, signatory, asOf, timeZone } = props
  const t = useMessages(changesMessages)
  const locale = useLocale()
  const [isSending, send] = useSending()
  return (
    <form method="post" onSubmit={send}>
      <Stack gap="loose">
        <input type="hidden" name="language" value={locale} />
        <Section title={t.ceremony}>
          <Outcomes statements={statements} />
        </Section>
        <Section title={t.signature}>
          <SignatureFields {...signatory} asOf={asOf} timeZone={timeZone} />
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

function Outcomes({ statements }: { statements: Statements }) {
  const t = useMessages(changesMessages)
  const { error, typed } = useFormAnswer()
  const outcomes = [
    { value: 'approved', id: 'outcome', label: t.approve, hint: t.approveHint },
    { value: 'rejected', id: 'outcome-rejected', label: t.reject, hint: t.rejectHint },
  ] as const
  return (
    <Fieldset legend={t.outcome} id="outcome-group" error={error.outcome}>
      <div className="outcomes">
        {outcomes.map((outcome) => (
          <OutcomeChoice key={outcome.value} outcome={outcome} statement={statements[outcome.value]}>
            {outcome.value === 'rejected' ? (
              <TextArea
                name="reason"
                label={t.rejectReason}
                hint={t.rejectReasonHint}
                rows={3}
                maxLength={2000}
                defaultValue={typed('reason')}
                error={error.reason}
              />
            ) : null}
          </OutcomeChoice>
        ))}
      </div>
    </Fieldset>
  )
}
