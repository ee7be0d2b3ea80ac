import { BarList } from '@countersign/ui/bar-list'
import { Card } from '@countersign/ui/card'
import { DateRanges } from '@countersign/ui/date-ranges'
import { FinishDistribution } from '@countersign/ui/finish-distribution'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Grid } from '@countersign/ui/layout'
import type { ReactNode } from 'react'
import { controlMessages } from '../../messages/control'
import type { ForecastOutcome } from '@countersign/operations/forecast-outcome'

type Props = {
  outcome: ForecastOutcome
  projectId: string
  mayEstimate: boolean
  /** By a milestone's number, the day on which it came. */
  came?: ReadonlyMap<number, string>
  children?: ReactNode
}

/** When the project will end and how sure that is: the answer first, then the picture, then what it hangs on. */
export function ForecastPicture({ outcome, projectId, mayEstimate, came, children }: Props) {
  const t = useMessages(controlMessages).forecast
  const format = useFormat()
  const { finish, planned, committed, milestones, drivers, bins, iterations, seed, sources, asOf } = outcome
  const strongest = Math.max(...drivers.map(({ sensitivity }) => sensitivity))
  const chance = (of: number) => format.percent(Math.round(of * 100))
  const words = [
    t.answer(chance(0.8), format.date(finish.p80)),
    t.planSays(format.date(planned.on), chance(planned.chance)),
    committed ? t.committedSays(format.date(committed.on), chance(committed.chance)) : null,
  ]
  return (
    <div className="cn-forecast">
      <Card>
        <p className="cn-forecast-answer">{words[0]}</p>
        <p className="cn-forecast-plan">{words.slice(1).filter(Boolean).join(' ')}</p>
        <FinishDistribution
          title={t.picture}
          caption={words.filter(Boolean).join(' ')}
          bins={bins}
          percentiles={[
            { percent: 10, on: finish.p10 },
            { percent: 50, on: finish.p50 },
            { percent: 80, on: finish.p80 },
            { percent: 90, on: finish.p90 },
          ]}
          targets={[
            ...(committed ? [{ key: 'committed' as const, label: t.committed, ...committed }] : []),
            { key: 'planned' as const, label: t.planned, ...planned },
          ]}
          chanceText={t.chance}
        />
        <p className="cs-note">
          {t.madeOf(format.number(iterations), format.date(asOf), String(seed))}{' '}
          {t.sources(sources, format.number)}
        </p>
        {children}
      </Card>
      <Grid min="wide">
        {milestones.length > 0 ? (
          <Card title={t.milestones} level={3}>
            <p className="cs-note">{t.milestonesNote}</p>
            <DateRanges
              plannedLabel={t.plannedMark}
              ranges={milestones.map(({ uid, name, p10, p50, p90, plannedOn }) => ({
                key: String(uid),
                name,
                early: p10,
                middle: p50,
                late: p90,
                plannedOn,
                note: came?.has(uid) ? t.cameOn(format.dateShort(came.get(uid)!)) : null,
              }))}
            />
          </Card>
        ) : null}
        {drivers.length > 0 ? (
          <Card title={t.drivers} level={3}>
            <p className="cs-note">{t.driversNote}</p>
            <BarList
              bars={drivers.map(({ uid, name, criticality, sensitivity }) => ({
                key: String(uid),
                name: mayEstimate ? (
                  <a href={`/projects/${projectId}/tasks/${uid}/estimate`}>{name}</a>
                ) : (
                  name
                ),
                share: sensitivity / strongest,
                words: t.criticality(chance(criticality)),
              }))}
            />
          </Card>
        ) : null}
      </Grid>
    </div>
  )
}
