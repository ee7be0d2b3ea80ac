import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid } from '@countersign/ui/layout'
import { templatesMessages } from '../../messages/templates'

/** A project begins with an imported plan, with a template, or with nothing. */
export function OtherWays() {
  const t = useMessages(templatesMessages).ways
  return (
    <Section title={t.title}>
      <Grid>
        <Card title={t.template} footer={<LinkButton href="/templates">{t.toTemplates}</LinkButton>}>
          <p>{t.templateText}</p>
        </Card>
        <Card title={t.empty} footer={<LinkButton href="/projects/new/empty">{t.toEmpty}</LinkButton>}>
          <p>{t.emptyText}</p>
        </Card>
      </Grid>
    </Section>
  )
}
