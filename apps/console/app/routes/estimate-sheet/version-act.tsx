import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Amount } from '@countersign/ui/values'
import { budgetMessages } from '../../messages/budget'
import { useSubmitted } from '../../submitted'

type Act = { title: (version: number) => string; note: string; submit: string; keep: string }

/** What a version comes to, and the one thing that is to be done with it: hand it in, or throw it away. */
export function VersionAct(props: {
  of: { projectId: string; version: number; lineCount: number; cost: MoneyText }
  act: Act
  variant: 'primary' | 'danger'
}) {
  const { projectId, version, lineCount, cost } = props.of
  const { submission } = useMessages(budgetMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  return (
    <Section title={props.act.title(version)} note={props.act.note}>
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          facts={[
            { label: submission.lines, value: format.number(lineCount) },
            { label: submission.cost, value: <Amount value={cost} /> },
          ]}
        />
        <form method="post">
          <FormActions>
            <Button variant={props.variant}>{props.act.submit}</Button>
            <LinkButton href={`/projects/${projectId}/budget/versions/${version}`}>
              {props.act.keep}
            </LinkButton>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}
