import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Card, Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { templatesMessages } from '../../messages/templates'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { tailoringOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  return found(await db.read(staff, (tx) => tailoringOf(tx, idParam(params.projectId))))
}

export default function Tailoring() {
  const { origin, records, kept } = useLoaderData<typeof loader>()
  const { tailoring: t, draft } = useMessages(templatesMessages)
  const format = useFormat()
  if (!origin)
    return (
      <Section title={t.title}>
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      </Section>
    )
  return (
    <Section title={t.title} note={t.from(origin.templateName, origin.by, format.instant(origin.at))}>
      {records.length === 0 ? null : (
        <Card>
          <SimpleTable
            caption={t.title}
            captionHidden
            columns={[
              { key: 'name', label: t.name },
              { key: 'part', label: t.kind },
              { key: 'choice', label: t.choice },
              { key: 'adapted', label: t.adapted },
              { key: 'reason', label: t.reason },
            ]}
            rows={records.map(({ position, name, part, choice, adapted, reason }) => ({
              key: String(position),
              cells: [name, t.partOf[part], draft.choices[choice], adapted, reason],
            }))}
          />
        </Card>
      )}
      <p className="cs-note">{t.keptToo(format.number(kept))}</p>
      <Digest sha256={origin.digest} label={t.digest} />
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => templatesMessages(locale).tailoring.title)
