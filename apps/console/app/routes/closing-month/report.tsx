import { sumMinor } from '@countersign/domain/money'
import type { MonthFigures } from '@countersign/domain/month-figures'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { closingMessages } from '../../messages/closing'
import { monthAddress } from '../../month-param'

type Closed = {
  monthOn: string
  closing: { id: string; sha256: string | null }
  projects: MonthFigures[]
  mayReopen: boolean
}

type Column =
  'recognised' | 'cost' | 'writtenOff' | 'margin' | 'invoiced' | 'unbilled' | 'deferred' | 'receivable'
const columns: [Column, (figures: MonthFigures) => string][] = [
  ['recognised', ({ period }) => period.recognisedMinor],
  ['cost', ({ period }) => period.costMinor],
  ['writtenOff', ({ period }) => period.writtenOffMinor],
  ['margin', ({ period }) => period.marginMinor],
  ['invoiced', ({ period }) => period.invoicedMinor],
  ['unbilled', ({ balance }) => balance.unbilledMinor],
  ['deferred', ({ balance }) => balance.deferredMinor],
  ['receivable', ({ balance }) => balance.receivableMinor],
]

/** The month as it was closed, from what was kept then. */
export function Report({ monthOn, closing, projects, mayReopen }: Closed) {
  const t = useMessages(closingMessages).month
  const format = useFormat()
  const month = monthOn.slice(0, 7)
  const [first] = projects
  const period = !first
    ? ''
    : first.fromOn === null
      ? t.until(format.date(first.toOn))
      : t.between(format.date(monthOn), format.date(first.toOn))
  const currencies = [...new Set(projects.map(({ currency }) => currency))].sort()
  return (
    <>
      <Section title={t.report}>
        {projects.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
        ) : (
          <SimpleTable
            caption={t.reportCaption(period)}
            columns={[
              { key: 'project', label: t.project },
              ...columns.map(([key]) => ({ key, label: t[key], numeric: true })),
            ]}
            rows={[
              ...projects.map((figures) => ({
                key: figures.project.id,
                cells: [
                  <span key="project" className="cn-task">
                    {figures.project.code} {figures.project.name}
                    <span className="cn-under">{figures.project.customer}</span>
                  </span>,
                  ...columns.map(([key, of]) => (
                    <Amount key={key} value={{ minor: of(figures), currency: figures.currency }} />
                  )),
                ],
              })),
              ...currencies.map((currency) => ({
                key: currency,
                cells: [<strong key="total">{t.total(currency)}</strong>, ...totalsIn(currency)],
              })),
            ]}
          />
        )}
      </Section>
      <Section title={t.files}>
        <Cluster>
          <LinkButton href={`/month-reports/${closing.id}`}>{t.reportFile}</LinkButton>
          <LinkButton href={`/journal.csv?month=${month}`}>{t.journalFile}</LinkButton>
          {mayReopen ? (
            <LinkButton href={`${monthAddress(monthOn)}/reopening`} variant="quiet">
              {t.reopen}
            </LinkButton>
          ) : null}
        </Cluster>
        {closing.sha256 ? (
          <div>
            <p className="cs-note">{t.reportFileNote}</p>
            <Digest sha256={closing.sha256} />
          </div>
        ) : null}
      </Section>
    </>
  )

  function totalsIn(currency: string) {
    const own = projects.filter((each) => each.currency === currency)
    return columns.map(([key, of]) => {
      const minor = String(sumMinor(own.map((each) => BigInt(of(each)))))
      return (
        <strong key={key}>
          <Amount value={{ minor, currency }} />
        </strong>
      )
    })
  }
}
