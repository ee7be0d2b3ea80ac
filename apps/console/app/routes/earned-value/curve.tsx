import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ValueCurve } from '@countersign/ui/value-curve'
import { controlMessages } from '../../messages/control'
import type { EarnedValuePage } from './page.server'

export function Curve({ page: { curve, at, today, subject, measures } }: { page: EarnedValuePage }) {
  const t = useMessages(controlMessages).earned
  const format = useFormat()
  if (!curve) return null
  const hours = (value: number) => t.hours(format.number(value))
  const amount = (text: string) => hours(Number(text))
  return (
    <Card>
      <ValueCurve
        title={subject ? t.curveOf(`${subject.wbs} ${subject.name}`) : t.curve}
        caption={t.curveCaption(
          format.date(at),
          amount(measures.PV),
          amount(measures.EV),
          amount(measures.AC),
        )}
        lines={[
          { key: 'planned', label: t.planned, value: amount(measures.PV), points: curve.planned },
          { key: 'earned', label: t.earnedLine, value: amount(measures.EV), points: curve.earned },
          { key: 'spent', label: t.spent, value: amount(measures.AC), points: curve.spent },
        ]}
        statusOn={at}
        statusLabel={at === today ? t.today : format.dateShort(at)}
        valueText={hours}
      />
    </Card>
  )
}
