import type { Health, ShownToo } from '@countersign/domain/publication'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { healths } from '../../kinds'
import { sharingMessages } from '../../messages/sharing'
import { statesMessages } from '../../messages/states'
import { useSubmitted } from '../../submitted'

export function PublishForm({
  after,
  previewed,
  health,
  shows,
  contacts,
}: {
  after: number
  previewed: string
  health: Health
  shows: ShownToo
  contacts: number
}) {
  const t = useMessages(sharingMessages).publish
  const states = useMessages(statesMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <input type="hidden" name="after" value={after} />
        <input type="hidden" name="previewed" value={previewed} />
        {shows.phases ? <input type="hidden" name="phases" value="on" /> : null}
        {shows.range ? <input type="hidden" name="range" value="on" /> : null}
        <ChoiceGroup
          name="health"
          legend={t.health}
          options={healths.map((value) => ({
            value,
            label: states.health[value],
            hint: t.healthHints[value],
          }))}
          defaultValue={typed('health', health)}
          error={errors.health}
          required
        />
        <TextArea
          name="narrative"
          label={t.narrative}
          hint={t.narrativeHint}
          defaultValue={typed('narrative')}
          error={errors.narrative}
          rows={8}
          required
        />
        <Notice tone="warning">{t.will(after + 1, contacts)}</Notice>
        <FormActions working={t.submitting}>
          <Button variant="primary">{t.submit(after + 1)}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
