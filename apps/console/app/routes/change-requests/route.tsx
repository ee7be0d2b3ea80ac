import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Instant } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { contractMessages } from '../../messages/contract'
import { pageTitle } from '../../reader'
import { changeTone } from '../../tones'
import { changesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(staff, (tx) => changesOf(tx, projectId)))
  return { ...facts, projectId, mayPropose: staff.role === 'project_manager' && facts.isSigned }
}

export default function Changes() {
  const { changes, currency, projectId, isSigned, mayPropose } = useLoaderData<typeof loader>()
  const t = useMessages(contractMessages).changes
  const format = useFormat()
  const at = `/projects/${projectId}/changes`
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        mayPropose ? (
          <LinkButton href={`${at}/new`} variant="primary" icon="plus">
            {t.propose}
          </LinkButton>
        ) : null
      }
    >
      {changes.length === 0 ? (
        <EmptyState title={t.none}>{isSigned ? t.noneText : t.noContract}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.title}
          captionHidden
          columns={[
            { key: 'change', label: t.change },
            { key: 'state', label: t.state },
            { key: 'when', label: t.when },
            { key: 'days', label: t.days, numeric: true },
            { key: 'value', label: t.value, numeric: true },
          ]}
          rows={changes.map((change) => ({
            key: change.id,
            cells: [
              <>
                <a href={`${at}/${change.id}`}>{change.title}</a>
                <div className="cs-note">{t.number(change.number)}</div>
              </>,
              <StateBadge key="state" tone={changeTone[change.state]} label={t.states[change.state]} />,
              <Instant key="when" at={change.proposedAt} />,
              String(change.daysLater),
              format.money(change.valueMinor, currency),
            ],
          }))}
        />
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => contractMessages(locale).changes.title)
