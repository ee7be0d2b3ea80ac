import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { contractMessages } from '../../messages/contract'
import { useSubmitted } from '../../submitted'
import type { Terms } from './agreed-terms'

const words = ['penalties', 'liabilityCap', 'governingDocuments', 'otherTerms'] as const

/** What of the contract is words: it binds nobody here, and whoever bills or plans reads it. */
export function WordsForm({ terms }: { terms: Terms }) {
  const t = useMessages(contractMessages).terms
  const { problems, errors, typed, isBack } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        {words.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={t[name]}
            rows={3}
            defaultValue={typed(name, terms[name])}
            error={errors[name]}
            maxLength={4000}
            optional
          />
        ))}
        <Checkbox
          name="requiresOrder"
          label={t.requiresOrder}
          hint={t.requiresOrderHint}
          defaultChecked={isBack ? typed('requiresOrder') === 'on' : terms.requiresOrder}
        />
      </Card>
      <FormActions>
        <Button variant="primary">{t.save}</Button>
      </FormActions>
    </form>
  )
}
