import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Notice } from '@countersign/ui/notice'
import { controlMessages } from '../../messages/control'
import type { EarnedValuePage } from './page.server'
import { useShown } from './shown'

/** The few figures that say how it goes, in words. */
export function EarnedFigures({ page }: { page: EarnedValuePage }) {
  const t = useMessages(controlMessages).earned
  const format = useFormat()
  const { measures, indices, time, counted, knowsSchedule } = page
  const shown = useShown({ kind: 'work' }, time?.length)
  const find = (name: string) => [...indices, ...(time?.indices ?? [])].find((index) => index.name === name)
  const [cpi, spi, eac] = [find('CPI'), find('SPI'), find('EAC')]
  const text = (index: typeof cpi) => (index?.value ? shown.value(index.value) : '–')
  const tone = (index: typeof cpi): 'plain' | 'good' | 'bad' =>
    !index?.value
      ? 'plain'
      : Number(index.value.number) < 0.95
        ? 'bad'
        : Number(index.value.number) >= 1
          ? 'good'
          : 'plain'
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t.earnedShare,
            value: share(measures.EV, measures.BAC, format.percent),
            note: knowsSchedule
              ? t.plannedShare(share(measures.PV, measures.BAC, format.percent))
              : t.spentShare(share(measures.AC, measures.BAC, format.percent)),
          },
          {
            label: 'CPI',
            value: text(cpi),
            note: cpi?.value ? t.cpiSays(Number(cpi.value.number)) : cpi?.why ? t.noValue[cpi.why] : null,
            tone: tone(cpi),
          },
          ...(knowsSchedule
            ? [
                {
                  label: 'SPI',
                  value: text(spi),
                  note: spi?.value
                    ? t.spiSays(Number(spi.value.number))
                    : spi?.why
                      ? t.noValue[spi.why]
                      : null,
                  tone: tone(spi),
                },
              ]
            : []),
          { label: t.expectedAtEnd, value: text(eac), note: t.budgeted(shown.amount(measures.BAC)) },
        ]}
      />
      {counted.unstaffed > 0 ? (
        <Notice
          tone="info"
          title={t.unstaffed(format.number(counted.unstaffed), format.number(counted.tasks))}
        >
          {t.unstaffedText}
        </Notice>
      ) : null}
    </>
  )
}

function share(part: string, whole: string, percent: (value: number) => string): string {
  return Number(whole) > 0 ? percent(Math.round((Number(part) / Number(whole)) * 1000) / 10) : '–'
}
