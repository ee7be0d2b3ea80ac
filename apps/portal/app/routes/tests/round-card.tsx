import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { testingMessages } from '../../messages/testing'
import type { ProjectTests } from './queries.server'

export const outcomeTone = { passed: 'accepted', failed: 'rejected', blocked: 'overdue' } as const

/** One round: each case with its latest run, and the way to run it. */
export function RoundCard({ round, mayRun }: { round: ProjectTests['rounds'][number]; mayRun: boolean }) {
  const t = useMessages(testingMessages)
  const format = useFormat()
  const title = `${round.deliverableCode} ${round.deliverableName}`
  return (
    <Card level={3} title={title} meta={t.round(round.version, round.number)}>
      <Stack gap="tight">
        <p className="cs-note">{t.opened(round.openedByName, format.instant(round.openedAt))}</p>
        {round.message ? <Prose text={round.message} /> : null}
        <SimpleTable
          caption={`${title}, ${t.round(round.version, round.number)}`}
          captionHidden
          columns={[
            { key: 'case', label: t.testCase },
            { key: 'result', label: t.result },
            { key: 'tester', label: t.tester },
            ...(mayRun ? [{ key: 'run', label: t.run }] : []),
          ]}
          rows={round.cases.map(({ id, title: name, run }) => ({
            key: id,
            cells: [
              name,
              <StateBadge
                key="state"
                tone={run ? outcomeTone[run.outcome] : 'draft'}
                label={run ? t.outcome[run.outcome] : t.notRun}
              />,
              run ? `${run.by}, ${format.instant(run.at)}` : '–',
              ...(mayRun
                ? [
                    <LinkButton
                      key="run"
                      size="small"
                      href={`/tests/${round.id}/${id}`}
                      variant={run ? 'secondary' : 'primary'}
                      aria-label={`${run ? t.runAgain : t.run}: ${name}`}
                    >
                      {run ? t.runAgain : t.run}
                    </LinkButton>,
                  ]
                : []),
            ],
          }))}
        />
      </Stack>
    </Card>
  )
}
