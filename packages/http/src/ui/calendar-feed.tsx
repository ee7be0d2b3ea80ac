import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextInput } from '@countersign/ui/field'
import { FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { feedMessages } from '../feed-messages'

/** Whether one has a feed, and the form that gives a new one. `address` is the one that was just made. */
export function CalendarFeed({ since, address }: { since: string | null; address: string | null }) {
  const t = useMessages(feedMessages)
  const format = useFormat()
  return (
    <Card>
      {address ? (
        <Notice tone="success" live>
          <p>{t.howTo}</p>
        </Notice>
      ) : (
        <p>{since ? t.since(format.instant(since)) : t.none}</p>
      )}
      {address ? <TextInput name="address" label={t.address} defaultValue={address} readOnly /> : null}
      <p className="cs-note">
        {t.secret} {since || address ? t.renewNote : null}
      </p>
      <form method="post">
        <FormActions>
          <Button variant={address ? 'secondary' : 'primary'}>{since || address ? t.renew : t.create}</Button>
          {since || address ? (
            <LinkButton href="/settings/calendar/removal" variant="quiet">
              {t.end}
            </LinkButton>
          ) : null}
        </FormActions>
      </form>
    </Card>
  )
}

/** The question before the feed ends. */
export function CalendarFeedEnd() {
  const t = useMessages(feedMessages)
  return (
    <Card>
      <form method="post">
        <FormActions>
          <Button variant="danger">{t.end}</Button>
          <LinkButton href="/settings/calendar">{t.keep}</LinkButton>
        </FormActions>
      </form>
    </Card>
  )
}
