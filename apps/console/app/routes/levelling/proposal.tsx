import { Button } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { Working } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { teamMessages } from '../../messages/team'

type Over = {
  person: string
  start: string
  finish: string
  unitsPercent: number
  maxUnitsPercent: number
  tasks: string[]
}
type Shown = {
  digest: string
  finishBefore: string
  finishAfter: string
  scheme: 'serial' | 'parallel'
  improvements: number
  changes: boolean
  before: number
  after: number
  remaining: Over[]
  movedCount: number
  moved: { uid: number; name: string; start: [string, string]; finish: [string, string] }[]
}

/** The difference: what moves, when the project ends, and what stays too much. */
export function Proposal(props: {
  proposal: Shown
  projectId: string
  counted: { leave: boolean; otherWork: boolean }
}) {
  const { proposal, projectId, counted } = props
  const { levelling: t } = useMessages(teamMessages)
  const format = useFormat()
  const day = (at: string) => format.dateShort(at.slice(0, 10))
  const span = (start: string, finish: string) =>
    day(start) === day(finish) ? day(start) : `${day(start)} – ${day(finish)}`
  if (proposal.before === 0 && !proposal.changes)
    return (
      <Section title={t.none}>
        <p>{t.noneHint}</p>
      </Section>
    )
  return (
    <>
      <Section title={t.moved} note={t.scheme(t.schemes[proposal.scheme], proposal.improvements)}>
        <SimpleTable
          caption={t.title}
          captionHidden
          columns={[
            { key: 'what', label: t.what },
            { key: 'before', label: t.before },
            { key: 'after', label: t.after },
          ]}
          rows={[
            {
              key: 'finish',
              cells: [
                t.finish,
                day(proposal.finishBefore),
                day(proposal.finishBefore) === day(proposal.finishAfter) ? (
                  day(proposal.finishAfter)
                ) : (
                  <strong key="a">{day(proposal.finishAfter)}</strong>
                ),
              ],
            },
            {
              key: 'over',
              cells: [t.overs, format.number(proposal.before), format.number(proposal.after)],
            },
          ]}
        />
        {proposal.moved.length === 0 ? (
          <p>{t.movedNone}</p>
        ) : (
          <SimpleTable
            caption={t.moved}
            captionHidden
            columns={[
              { key: 'task', label: t.task },
              { key: 'from', label: t.from },
              { key: 'to', label: t.to },
            ]}
            rows={proposal.moved.map(({ uid, name, start, finish }) => ({
              key: String(uid),
              cells: [
                <a key="task" href={`/projects/${projectId}/tasks/${uid}`}>
                  {name}
                </a>,
                span(start[0], finish[0]),
                span(start[1], finish[1]),
              ],
            }))}
          />
        )}
        {proposal.movedCount > proposal.moved.length ? (
          <p>{t.more(format.number(proposal.movedCount - proposal.moved.length))}</p>
        ) : null}
        {proposal.changes ? (
          <form method="post">
            <input type="hidden" name="digest" value={proposal.digest} />
            {counted.leave ? <input type="hidden" name="leave" value="on" /> : null}
            {counted.otherWork ? <input type="hidden" name="otherWork" value="on" /> : null}
            <Button variant="primary" name="act" value="take">
              {t.take}
            </Button>
            <Working says={t.taking} />
          </form>
        ) : null}
      </Section>
      {proposal.remaining.length > 0 ? (
        <Section title={t.remaining} note={t.remainingNote}>
          <SimpleTable
            caption={t.remaining}
            captionHidden
            columns={[
              { key: 'person', label: t.person },
              { key: 'when', label: t.when },
              { key: 'asked', label: t.asked, numeric: true },
              { key: 'there', label: t.there, numeric: true },
              { key: 'tasks', label: t.task },
            ]}
            rows={proposal.remaining.map((over) => ({
              key: `${over.person} ${over.start}`,
              cells: [
                over.person,
                span(over.start, over.finish),
                format.percent(Math.round(over.unitsPercent)),
                format.percent(over.maxUnitsPercent),
                over.tasks.join(', '),
              ],
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
