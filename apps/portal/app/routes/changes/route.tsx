import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTone } from '../../change-tone'
import { useSize } from '../../change-size'
import { ContractWorth } from '../../contract-worth'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { changesMessages } from '../../messages/changes'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'
import { changesOf, type ChangesFacts } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(contact, (tx) => changesOf(tx, projectId)))
  return json({ ...facts, asOf: new Date().toISOString() })
}

export default function Changes() {
  const { project, changes, lines, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(changesMessages)
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.title} lead={t.note} />
      <ProjectTabs projectId={project.id} current="changes" />
      <Stack gap="loose">
        {changes.length > 0 ? (
          <Stack>
            {changes.map((change) => (
              <ChangeCard key={change.id} change={change} />
            ))}
          </Stack>
        ) : (
          <EmptyState title={t.none}>{t.noneText}</EmptyState>
        )}
        <ContractWorth lines={lines} />
      </Stack>
    </CustomerPage>
  )
}

function ChangeCard({ change }: { change: ChangesFacts['changes'][number] }) {
  const t = useMessages(changesMessages)
  const format = useFormat()
  const size = useSize()
  const { state, decidedAt, decidedByName } = change
  return (
    <Card
      title={t.pageTitle(change.number, change.title)}
      level={2}
      href={`/changes/${change.id}`}
      meta={<StateBadge tone={changeTone[state]} label={t.state[state]} />}
    >
      <p>
        {size(change.value)} · {t.dates}: {t.daysLater(change.daysLater)}
      </p>
      <p className="cs-note">
        {state === 'proposed' || !decidedAt
          ? t.proposed(format.instant(change.proposedAt), change.proposedByName)
          : t.decided[state](format.instant(decidedAt), decidedByName ?? '')}
      </p>
    </Card>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${changesMessages(locale).title} · ${project.name}`,
)
