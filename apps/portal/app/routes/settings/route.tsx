import { feedMessages } from '@countersign/http/feed-messages'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { timeZones } from '@countersign/http/time-zones'
import { changeContactSettings } from '@countersign/operations/change-settings'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { settingsMessages } from '../../messages/settings'
import { titled } from '../../reader'
import { settingsForm } from './form.server'
import { SettingsForm } from './settings-form'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale, timeZone } = await requireContact(request)
  const isSaved = new URL(request.url).searchParams.has('saved')
  const known = { language: locale, zone: timeZone }
  return json({ known, zones: timeZones, isSaved, asOf: new Date().toISOString() })
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireContact(request)
  const form = await parseForm(request, settingsForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(me, (tx) => changeContactSettings(tx, form.value))
  if (result.ok) return redirect('/settings?saved')
  return refuse(result.why, settingsMessages(me.locale).refusals, 409, form.values)
}

export default function Settings() {
  const { known, zones, isSaved, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(settingsMessages)
  const feed = useMessages(feedMessages)
  return (
    <CustomerPage asOf={asOf} isAside>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack gap="loose">
        {isSaved ? (
          <Notice tone="success" live>
            {t.saved}
          </Notice>
        ) : null}
        <SettingsForm known={known} zones={zones} />
        <Card level={2} title={feed.title} href="/settings/calendar">
          {feed.lead}
        </Card>
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale) => settingsMessages(locale).title)
