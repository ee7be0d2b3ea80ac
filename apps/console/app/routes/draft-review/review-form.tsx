import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'

/** What is next for a draft: it is put before somebody else, or that somebody decides. */
export function ReviewForm({ state, isOwn }: { state: string; isOwn: boolean }) {
  const t = useMessages(invoicingMessages).review
  const { problems, errors, typed } = useSubmitted()
  if (state === 'draft')
    return (
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <p>{t.askText}</p>
          <input type="hidden" name="act" value="ask" />
          <input type="hidden" name="note" value="" />
          <div>
            <Button variant="primary">{t.ask}</Button>
          </div>
        </form>
      </Card>
    )
  if (state !== 'in-review' || isOwn)
    return (
      <>
        <ErrorSummary errors={problems} />
        {isOwn && state === 'in-review' ? <Notice tone="info">{t.own}</Notice> : null}
      </>
    )
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <ChoiceGroup
          name="act"
          legend={t.act}
          options={[
            { value: 'approve', label: t.approve },
            { value: 'return', label: t.return },
          ]}
          defaultValue={typed('act')}
          error={errors.act}
          required
        />
        <TextArea
          name="note"
          label={t.note}
          hint={t.noteHint}
          rows={3}
          defaultValue={typed('note')}
          error={errors.note}
          optional
        />
        <div>
          <Button variant="primary">{t.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
