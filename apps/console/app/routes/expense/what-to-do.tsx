import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select, TextArea } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Stack } from '@countersign/ui/layout'
import { spendingMessages } from '../../messages/spending'
import { useSubmitted } from '../../submitted'

export function AuthorsPart({ expenseId }: { expenseId: string }) {
  const t = useMessages(spendingMessages).expense
  return (
    <Card>
      <Stack gap="tight">
        <p className="cs-note">{t.submitNote}</p>
        <Cluster>
          <form method="post">
            <input type="hidden" name="intent" value="submit" />
            <Button variant="primary">{t.submit}</Button>
          </form>
          <LinkButton href={`/expenses/${expenseId}/change`} icon="pencil">
            {t.change}
          </LinkButton>
          <form method="post">
            <input type="hidden" name="intent" value="remove" />
            <Button variant="quiet">{t.remove}</Button>
          </form>
        </Cluster>
      </Stack>
    </Card>
  )
}

type Review = { isOwn: boolean; isBillable: boolean; lines: { value: string; label: string }[] }

export function ReviewersPart({ isOwn, isBillable, lines }: Review) {
  const t = useMessages(spendingMessages).expense
  const approval = useSubmitted({ intent: 'approve' })
  const { errors, typed } = useSubmitted({ intent: 'send-back' })
  return (
    <Card title={t.review} level={2}>
      <Stack>
        {isOwn ? (
          <p className="cs-note">{t.own}</p>
        ) : (
          <form className="cs-form" method="post">
            <input type="hidden" name="intent" value="approve" />
            {isBillable && lines.length > 0 ? (
              <Select
                name="contractLineId"
                label={t.byLine}
                options={lines}
                defaultValue={approval.typed('contractLineId')}
                error={approval.errors.contractLineId}
              />
            ) : null}
            <p className="cs-note">{t.approveNote}</p>
            <div>
              <Button variant="primary" icon="check">
                {t.approve}
              </Button>
            </div>
          </form>
        )}
        <form className="cs-form" method="post">
          <input type="hidden" name="intent" value="send-back" />
          <TextArea
            name="reason"
            label={t.reason}
            rows={2}
            maxLength={2000}
            defaultValue={typed('reason')}
            error={errors.reason}
            required
          />
          <div>
            <Button>{t.sendBack}</Button>
          </div>
        </form>
      </Stack>
    </Card>
  )
}
