import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { testingMessages } from '../../messages/testing'
import type { ProjectTests } from './queries.server'

type Defect = ProjectTests['defects'][number]

/** A defect with its files, what the project team answered, and where it stands. */
export function DefectCard({ defect }: { defect: Defect }) {
  const t = useMessages(testingMessages)
  const format = useFormat()
  const { id, number, title, step, raisedByName, raisedAt, description, files, answers } = defect
  const state = stateOf(defect)
  const tone = { open: 'rejected', mended: 'waiting', closed: 'accepted', none: 'neutral' } as const
  return (
    <Card
      level={3}
      title={t.defect(number, title)}
      meta={<StateBadge tone={tone[state]} label={t.state[state]} />}
    >
      <Stack gap="tight">
        <p className="cs-note">{t.found(step, raisedByName, format.instant(raisedAt))}</p>
        <Prose text={description} />
        {files.length > 0 ? (
          <ul>
            {files.map(({ position, name }) => (
              <li key={position}>
                <a href={`/defects/${id}/${position}`}>{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {answers.map(({ answer, text, at, by }) => (
          <div key={at}>
            <p className="cs-note">{t.answeredBy(t.answer[answer], by, format.instant(at))}</p>
            <Prose text={text} />
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function stateOf({ isClosed, answers }: Defect): 'open' | 'mended' | 'closed' | 'none' {
  if (isClosed) return 'closed'
  const last = answers.at(-1)
  return last === undefined ? 'open' : last.answer === 'mended' ? 'mended' : 'none'
}
