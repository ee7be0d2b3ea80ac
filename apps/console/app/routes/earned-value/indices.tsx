import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { controlMessages } from '../../messages/control'
import type { ShownIndex, Unit } from './explained-text'
import type { EarnedValuePage } from './page.server'
import { useShown } from './shown'

/** Every index with its formula, the project's own numbers in it, and what comes out. */
export function Indices({ page }: { page: EarnedValuePage }) {
  const t = useMessages(controlMessages).earned
  const { indices, measures, time, money, subject } = page
  const of = subject ? `${subject.wbs} ${subject.name}` : t.wholeProject
  return (
    <>
      <Card title={t.indicesInHours(of)} level={3}>
        <Given measures={measures} unit={{ kind: 'work' }} />
        <IndexTable caption={t.indicesInHours(of)} indices={indices} unit={{ kind: 'work' }} />
      </Card>
      {time ? (
        <Card title={t.indicesInTime(of)} level={3}>
          <p className="cs-note">
            {t.timeGiven[time.length](time.measures.ES ?? '', time.measures.AT ?? '', time.measures.PD ?? '')}
          </p>
          <IndexTable
            caption={t.indicesInTime(of)}
            indices={time.indices}
            unit={{ kind: 'work' }}
            length={time.length}
          />
        </Card>
      ) : null}
      {money ? (
        <Card>
          <details className="cn-more">
            <summary>{t.indicesInMoney}</summary>
            <p className="cs-note">
              {t.moneyNote}{' '}
              {money.unratedMinutes > 0 ? t.unrated(Math.round(money.unratedMinutes / 60)) : null}
            </p>
            <Given measures={money.measures} unit={{ kind: 'money', currency: money.currency }} />
            <IndexTable
              caption={t.indicesInMoney}
              indices={money.indices}
              unit={{ kind: 'money', currency: money.currency }}
            />
          </details>
        </Card>
      ) : null}
    </>
  )
}

function Given({ measures, unit }: { measures: EarnedValuePage['measures']; unit: Unit }) {
  const t = useMessages(controlMessages).earned
  const { amount } = useShown(unit)
  return (
    <p className="cs-note">
      {(['BAC', 'PV', 'EV', 'AC'] as const)
        .map((symbol) => `${symbol} ${amount(measures[symbol])}`)
        .join(' · ')}
      {'. '}
      {t.given}
    </p>
  )
}

function IndexTable(props: {
  caption: string
  indices: readonly ShownIndex[]
  unit: Unit
  length?: 'day' | 'week' | 'month'
}) {
  const t = useMessages(controlMessages).earned
  const { value: written, symbols, numbers } = useShown(props.unit, props.length)
  return (
    <SimpleTable
      caption={props.caption}
      captionHidden
      columns={[
        { key: 'name', label: t.index },
        { key: 'formula', label: t.formula },
        { key: 'value', label: t.value, numeric: true },
      ]}
      rows={props.indices.map(({ name, symbol, formula, value, why }) => ({
        key: name,
        cells: [
          <span key="name" className="cn-task">
            {symbol}
            <span className="cn-under">{t.names[name]}</span>
          </span>,
          <span key="formula" className="cn-formula">
            {symbol} = {symbols(formula)} = {numbers(formula)}
            {value ? ` = ${written(value)}` : null}
          </span>,
          value ? (
            written(value)
          ) : (
            <span key="why" className="cs-note">
              {why ? t.noValue[why] : '–'}
            </span>
          ),
        ],
      }))}
    />
  )
}
