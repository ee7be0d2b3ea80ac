import { hoursText } from '@countersign/domain/work-time'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, Select, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { marginsMessages } from '../../messages/margins'
import { useSubmitted } from '../../submitted'

type Waiting = { id: string; on: string; task: string | null; who: string; minutes: number }

/** Which hours, and what becomes of them. */
export function Settlement(props: {
  waiting: Waiting[]
  changes: { id: string; number: number; title: string }[]
}) {
  const { waiting, changes } = props
  const t = useMessages(marginsMessages).scopeWork
  const format = useFormat()
  const { problems, errors, typed, chosen } = useSubmitted()
  const ticked = chosen('entries')
  return (
    <Card title={t.settle} level={2}>
      <p className="cs-note">{t.settleNote}</p>
      <ErrorSummary errors={problems} />
      <form method="post">
        <Stack>
          <fieldset className="cn-chosen">
            <legend>{t.choose}</legend>
            {waiting.map(({ id, on, task, who, minutes }) => (
              <Checkbox
                key={id}
                name="entries"
                id={`entry-${id}`}
                value={id}
                defaultChecked={ticked.includes(id)}
                label={`${format.dateShort(on)} · ${task ?? '–'} · ${who} · ${hoursText(minutes)} h`}
              />
            ))}
          </fieldset>
          <Select
            name="outcome"
            defaultValue={typed('outcome')}
            error={errors.outcome}
            label={t.outcome}
            options={[
              { value: 'absorbed', label: t.absorb },
              { value: 'change-request', label: t.change },
              { value: 'unmark', label: t.unmark },
            ]}
          />
          <Select
            name="changeRequestId"
            defaultValue={typed('changeRequestId')}
            error={errors.changeRequestId}
            label={t.changeRequest}
            options={[
              { value: '', label: t.noChange },
              ...changes.map(({ id, number, title }) => ({ value: id, label: t.changed(number, title) })),
            ]}
          />
          <TextArea
            name="reason"
            defaultValue={typed('reason')}
            error={errors.reason}
            label={t.reason}
            rows={3}
          />
        </Stack>
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
