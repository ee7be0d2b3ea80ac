import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { outcomeTone } from '../../acceptance/outcome-tone'
import { testedMessages } from '../../messages/tested'
import { testingMessages } from '../../messages/testing'
import type { ProjectTests } from './queries.server'

type Round = ProjectTests['rounds'][number]

/** One round: each case with its latest run, and the way to run it. A list, so that a phone shows the way too. */
export function RoundCard({ round, mayRun }: { round: Round; mayRun: boolean }) {
  const t = useMessages(testingMessages)
  const format = useFormat()
  return (
    <Card
      level={3}
      title={`${round.deliverableCode} ${round.deliverableName}`}
      meta={t.round(round.version, round.number)}
    >
      <Stack gap="tight">
        <p className="cs-note">{t.opened(round.openedByName, format.instant(round.openedAt))}</p>
        {round.message ? <Prose text={round.message} /> : null}
        <ul className="test-cases">
          {round.cases.map((testCase) => (
            <CaseLine key={testCase.id} testCase={testCase} roundId={round.id} mayRun={mayRun} />
          ))}
        </ul>
      </Stack>
    </Card>
  )
}

function CaseLine(props: { testCase: Round['cases'][number]; roundId: string; mayRun: boolean }) {
  const { id, title, run } = props.testCase
  const t = useMessages(testingMessages)
  const tested = useMessages(testedMessages)
  const format = useFormat()
  const act = run ? t.runAgain : t.run
  return (
    <li>
      <div className="test-case-words">
        <strong>{title}</strong>
        {run ? (
          <span className="cs-note">
            {t.ranBy(run.by, run.endUserGroup)}, {format.instant(run.at)}
          </span>
        ) : null}
      </div>
      <StateBadge
        tone={run ? outcomeTone[run.outcome] : 'draft'}
        label={run ? tested.outcome[run.outcome] : tested.notRun}
      />
      {props.mayRun ? (
        <LinkButton
          size="small"
          href={`/tests/${props.roundId}/${id}`}
          variant={run ? 'secondary' : 'primary'}
          aria-label={`${act}: ${title}`}
        >
          {act}
        </LinkButton>
      ) : null}
    </li>
  )
}
