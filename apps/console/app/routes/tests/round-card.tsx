import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { testingMessages } from '../../messages/testing'
import { testTone } from '../../tones'
import type { DeliverableTests } from './queries.server'

/** One round of testing: each case with its latest run. */
export function RoundCard({ round }: { round: DeliverableTests['rounds'][number] }) {
  const t = useMessages(testingMessages).tests
  const format = useFormat()
  const title = t.round(round.version, round.number)
  return (
    <Card title={title} meta={t.openedBy(round.openedBy, format.instant(round.openedAt))}>
      <Stack gap="tight">
        {round.message ? <Prose text={round.message} /> : null}
        <SimpleTable
          caption={title}
          captionHidden
          columns={[
            { key: 'case', label: t.testCase },
            { key: 'result', label: t.result },
            { key: 'tester', label: t.tester },
          ]}
          rows={round.cases.map(({ id, title: name, run }) => ({
            key: id,
            cells: [
              name,
              run ? (
                <StateBadge tone={testTone[run.outcome]} label={t.outcome[run.outcome]} />
              ) : (
                <StateBadge tone="draft" label={t.notRun} />
              ),
              run ? `${run.runBy}, ${format.instant(run.runAt)}` : '–',
            ],
          }))}
        />
      </Stack>
    </Card>
  )
}
