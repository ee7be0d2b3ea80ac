import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day, Instant } from '@countersign/ui/values'
import type { SerializeFrom } from '@remix-run/node'
import { controlMessages } from '../../messages/control'
import { ForecastPicture } from './picture'
import type { keptForecasts } from './queries.server'

type Kept = SerializeFrom<NonNullable<Awaited<ReturnType<typeof keptForecasts>>>>

export function KeptForecast(props: {
  kept: NonNullable<Kept['chosen']>
  projectId: string
  mayEstimate: boolean
}) {
  const { kept, projectId, mayEstimate } = props
  const t = useMessages(controlMessages).forecast
  const format = useFormat()
  const came = new Map(kept.came.map(({ uid, finish }) => [uid, finish.slice(0, 10)]))
  return (
    <>
      <h3 className="cn-kept">
        {t.kept(format.number(kept.number), format.instant(kept.runAt), kept.runBy)}
      </h3>
      <ForecastPicture outcome={kept.outcome} projectId={projectId} mayEstimate={mayEstimate} came={came} />
    </>
  )
}

/** What was said before: a date that wanders from one forecast to the next is a finding of its own. */
export function KeptList({ list, chosen }: { list: Kept['list']; chosen: number | null }) {
  const t = useMessages(controlMessages).forecast
  const format = useFormat()
  return (
    <Card title={t.allKept} level={3}>
      <SimpleTable
        caption={t.allKept}
        captionHidden
        columns={[
          { key: 'number', label: t.number },
          { key: 'at', label: t.runAt },
          { key: 'by', label: t.runBy },
          { key: 'p50', label: 'P50' },
          { key: 'p80', label: 'P80' },
        ]}
        rows={list.map(({ number, runAt, runBy, p50, p80 }) => ({
          key: String(number),
          cells: [
            <a key="number" href={`?kept=${number}`} aria-current={number === chosen ? 'true' : undefined}>
              {t.numbered(format.number(number))}
            </a>,
            <Instant key="at" at={runAt} />,
            runBy,
            <Day key="p50" on={p50} short />,
            <Day key="p80" on={p80} short />,
          ],
        }))}
      />
    </Card>
  )
}
