import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ChoiceGroup, Fieldset, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import type { ReactNode } from 'react'
import { closingMessages } from './messages/closing'
import { useSubmitted } from './submitted'

/** What stands in the closed month, and what is right instead: `children` are the fields of that. */
export function CorrectionForm(props: {
  isCorrected: boolean
  facts: { label: string; value: ReactNode }[]
  children: ReactNode
}) {
  const t = useMessages(closingMessages).correction
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <Facts facts={props.facts} columns={2} />
      {props.isCorrected && problems.length === 0 ? (
        <Notice tone="info">{t.done}</Notice>
      ) : (
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <ChoiceGroup
            name="outcome"
            legend={t.outcome}
            options={[
              { value: 'instead', label: t.outcomes.instead },
              { value: 'nothing', label: t.outcomes.nothing },
            ]}
            defaultValue={typed('outcome', 'instead')}
            error={errors.outcome}
          />
          <Fieldset legend={t.outcomes.instead} hint={t.insteadHint}>
            {props.children}
          </Fieldset>
          <TextArea
            name="reason"
            label={t.reason}
            rows={3}
            maxLength={500}
            defaultValue={typed('reason')}
            error={errors.reason}
            required
          />
          <FormActions>
            <Button variant="primary">{t.submit}</Button>
            <LinkButton href="/corrections">{t.keep}</LinkButton>
          </FormActions>
        </form>
      )}
    </Card>
  )
}
