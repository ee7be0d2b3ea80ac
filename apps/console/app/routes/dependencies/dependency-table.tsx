import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { dependencyTone } from '../../dependency-tones'
import { dependenciesMessages } from '../../messages/dependencies'
import type { Dependencies } from './queries.server'

export function DependencyTable({ dependencies, at }: { dependencies: Dependencies; at: string }) {
  const t = useMessages(dependenciesMessages)
  const format = useFormat()
  return (
    <Card>
      <SimpleTable
        caption={t.title}
        captionHidden
        columns={[
          { key: 'what', label: t.what },
          { key: 'party', label: t.party },
          { key: 'owner', label: t.owner },
          { key: 'need', label: t.needOn },
          { key: 'task', label: t.forTask },
          { key: 'state', label: t.state },
        ]}
        rows={dependencies.map((each) => ({
          key: String(each.number),
          cells: [
            <a key="what" href={`${at}/${each.number}`}>
              {each.number}: {each.what}
            </a>,
            t.parties[each.party],
            each.owner,
            <Day key="need" on={each.needOn} short />,
            each.task ? (
              <span key="task" className="cn-line">
                {each.task}
                {each.taskOn ? (
                  <span className="cn-under">
                    {format.dateShort(each.taskOn)}
                    {each.isAfterTask ? ` · ${t.afterTask}` : ''}
                  </span>
                ) : null}
              </span>
            ) : (
              '–'
            ),
            <span key="state" className="cn-line">
              <StateBadge tone={dependencyTone[each.state]} label={t.states[each.state]} />{' '}
              {each.isLate ? <StateBadge tone="overdue" label={t.late} /> : null}
              {each.promisedOn ? (
                <span className="cn-under">{t.promisedFor(format.dateShort(each.promisedOn))}</span>
              ) : null}
            </span>,
          ],
        }))}
      />
    </Card>
  )
}
