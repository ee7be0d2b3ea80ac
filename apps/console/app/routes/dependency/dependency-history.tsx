import { StateBadge } from '@countersign/ui/badge'
import { Card, Section } from '@countersign/ui/card'
import { FactLog } from '@countersign/ui/fact-log'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { Day } from '@countersign/ui/values'
import { dependencyTone } from '../../dependency-tones'
import { dependenciesMessages } from '../../messages/dependencies'
import type { DependencyPage } from './queries.server'

export function DependencyFacts({ dependency }: { dependency: DependencyPage }) {
  const t = useMessages(dependenciesMessages)
  const format = useFormat()
  const { party, owner, needOn, task, taskOn, state, isLate, promisedOn, note } = dependency
  return (
    <Card>
      <Facts
        columns={2}
        facts={[
          {
            label: t.state,
            value: (
              <>
                <StateBadge tone={dependencyTone[state]} label={t.states[state]} />{' '}
                {isLate ? <StateBadge tone="overdue" label={t.late} /> : null}{' '}
                {promisedOn ? t.promisedFor(format.date(promisedOn)) : null}
              </>
            ),
          },
          { label: t.needOn, value: <Day on={needOn} /> },
          { label: t.party, value: t.parties[party] },
          { label: t.owner, value: owner },
          {
            label: t.forTask,
            value: task && taskOn ? t.taskOn(task, format.date(taskOn)) : (task ?? '–'),
          },
          ...(note ? [{ label: t.page.note, value: <Prose text={note} /> }] : []),
        ]}
      />
    </Card>
  )
}

/** What was put to the customer, what it answered, and how it was settled. */
export function DependencyHistory({ dependency }: { dependency: DependencyPage }) {
  const t = useMessages(dependenciesMessages)
  const format = useFormat()
  const { history, closing, closedAt, closedBy, closingNote } = dependency
  const entries = history.map((each) =>
    each.kind === 'asked'
      ? {
          key: each.id,
          at: each.at,
          who: each.who,
          what: t.page.asked(each.round),
          tone: 'waiting' as const,
          children: (
            <>
              <p>{each.what}</p>
              <p className="cs-note">{t.page.neededBy(format.date(each.needOn))}</p>
              {each.message ? <Prose text={each.message} /> : null}
            </>
          ),
        }
      : {
          key: each.id,
          at: each.at,
          who: each.who,
          what: t.page.answered[each.answer],
          tone: each.answer === 'done' ? ('accepted' as const) : ('overdue' as const),
          children: (
            <>
              {each.promisedOn ? <p>{t.promisedFor(format.date(each.promisedOn))}</p> : null}
              {each.remark ? <Prose text={each.remark} /> : null}
              {each.fileSha256 ? <a href={`/files/${each.fileSha256}`}>{each.fileName}</a> : null}
            </>
          ),
        },
  )
  const settled =
    closing && closedAt
      ? [
          {
            key: 'closing',
            at: closedAt,
            who: closedBy ?? '',
            what: t.page[closing],
            tone: closing === 'received' ? ('paid' as const) : ('neutral' as const),
            children: closingNote ? <Prose text={closingNote} /> : null,
          },
        ]
      : []
  return (
    <Section title={t.page.history}>
      <Card>
        {entries.length + settled.length === 0 ? (
          <p className="cs-note">{t.page.nothingAsked}</p>
        ) : (
          <FactLog entries={[...entries, ...settled]} />
        )}
      </Card>
    </Section>
  )
}
