import { Card, Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { templatesMessages } from '../../messages/templates'
import { pageTitle } from '../../reader'
import { templateReaders } from '../../roles'
import { templatesToChoose, type TemplateList } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...templateReaders)
  return db.read(staff, (tx) => templatesToChoose(tx, staff.locale))
}

export default function Templates() {
  const { shipped, saved } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages)
  const format = useFormat()
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} />
      <Section title={t.shipped}>
        <div className="cn-templates">
          {shipped.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </div>
      </Section>
      <Section title={t.saved}>
        {saved.length === 0 ? (
          <p className="cs-note">{t.noSaved}</p>
        ) : (
          <div className="cn-templates">
            {saved.map((template) => (
              <TemplateCard
                key={template.id}
                template={template}
                footer={t.savedBy(template.by, format.date(template.at.slice(0, 10)))}
              />
            ))}
          </div>
        )}
      </Section>
    </Stack>
  )
}

function TemplateCard(props: { template: TemplateList['shipped'][number]; footer?: string }) {
  const { id, name, description, counts } = props.template
  const t = useMessages(templatesMessages)
  const format = useFormat()
  const { phases, tasks, deliverables, risks } = counts
  const count = (each: number) => format.number(each)
  return (
    <Card title={name} href={`/templates/${id}`}>
      {description ? <p>{description}</p> : null}
      <p className="cs-note">{t.contents(count(phases), count(tasks), count(deliverables), count(risks))}</p>
      {props.footer ? <p className="cs-note">{props.footer}</p> : null}
    </Card>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => templatesMessages(locale).title)
