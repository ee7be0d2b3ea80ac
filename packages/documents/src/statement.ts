import type { LocalDate } from '@countersign/domain/calendar-day'
import { formatIn } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import { linesOf } from './provider'
import { contentWidth, muted, Sheet } from './sheet'

export type StatementInput = {
  locale: DocumentLocale
  timeZone: string
  provider: string
  customer: { name: string; address: string }
  asOf: LocalDate
  madeAt: Date
  /** One a currency; what is invoiced above zero, what came in or was credited below it. */
  accounts: { currency: string; movements: { on: LocalDate; what: string; amountMinor: bigint }[] }[]
}

/** What moved between us and a customer, with the balance after each movement. The same input gives the same bytes. */
export async function renderStatement(input: StatementInput): Promise<Buffer> {
  const { customer, accounts, asOf, provider } = input
  const words = messagesFor(input.locale)
  const own = words.statement
  const format = formatIn(input.locale, input.timeZone)
  const reference = format.day(asOf)
  const sheet = new Sheet({
    title: `${own.title} ${customer.name}`,
    author: provider,
    createdAt: input.madeAt,
    locale: input.locale,
    foot: provider,
    reference,
  })
  sheet.letterhead({ from: provider, number: reference, title: own.title, subtitle: customer.name })
  sheet.columns([
    [
      { text: customer.name, font: 'strong', size: 10 },
      ...linesOf(customer.address).map((text) => ({ text, size: 9 })),
    ],
    [{ text: own.asOf(reference), size: 9, color: muted }],
  ])
  sheet.space(8)
  for (const { currency, movements } of accounts) {
    let balance = 0n
    sheet.table(
      [
        { title: own.day, width: 110 },
        { title: own.what, width: contentWidth - 330 },
        { title: words.amount, width: 110, align: 'right' },
        { title: own.balance, width: 110, align: 'right' },
      ],
      movements.map(({ on, what, amountMinor }) => {
        balance += amountMinor
        return {
          cells: [
            format.day(on),
            what,
            format.amount(amountMinor, currency),
            format.amount(balance, currency),
          ],
        }
      }),
    )
    sheet.totals([[own.open, format.amount(balance, currency)]])
  }
  return sheet.finish()
}
