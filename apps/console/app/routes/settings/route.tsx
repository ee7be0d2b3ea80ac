import { feedMessages } from '@countersign/http/feed-messages'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { timeZones } from '@countersign/http/time-zones'
import { changeStaffSettings } from '@countersign/operations/change-settings'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { settingsMessages } from '../../messages/settings'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { settingsForm } from './form.server'
import { SettingsForm } from './settings-form'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale, timeZone, role } = await requireStaff(request)
  const isSaved = new URL(request.url).searchParams.has('saved')
  return {
    known: { language: locale, zone: timeZone },
    zones: timeZones,
    isSaved,
    hasMilestones: deliverers.some((each) => each === role),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireStaff(request)
  const form = await parseForm(request, settingsForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(me, (tx) => changeStaffSettings(tx, form.value))
  if (result.ok) return redirect('/settings?saved')
  return refuse(result.why, settingsMessages(me.locale).refusals, 409, form.values)
}

export default function Settings() {
  const { known, zones, isSaved, hasMilestones } = useLoaderData<typeof loader>()
  const t = useMessages(settingsMessages)
  const feed = useMessages(feedMessages)
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} />
      {isSaved ? (
        <Notice tone="success" live>
          {t.saved}
        </Notice>
      ) : null}
      <SettingsForm known={known} zones={zones} />
      {hasMilestones ? (
        <Card level={2} title={feed.title} href="/settings/calendar">
          {feed.lead}
        </Card>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => settingsMessages(locale).title)
