import type { LocalDate } from '@countersign/domain/calendar-day'
import { contractValue, type ContractLineKind, type MilestoneTrigger } from '@countersign/domain/contract'
import { formatIn, type Format } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import type { DocumentMessages } from './messages-en'
import { contentWidth, muted, Sheet } from './sheet'

export type CharterInput = {
  project: { code: string; name: string; objective: string }
  customer: string
  provider: string
  preparedBy: string
  preparedAt: Date
  version: number
  locale: DocumentLocale
  timeZone: string
  scope: { kind: 'in-scope' | 'out-of-scope' | 'assumption'; text: string }[]
  deliverables: {
    code: string
    name: string
    description: string
    criteria: { statement: string; howChecked: string }[]
  }[]
  milestones: { name: string; on: LocalDate }[]
  /** `releasedBy` holds the codes of the deliverables whose acceptance makes it billable. */
  payment: {
    name: string
    amountMinor: bigint
    dueOn: LocalDate | null
    releasedBy: string[]
    /** What releases it where that is no acceptance. */
    trigger?: MilestoneTrigger
    atPercent?: number | null
  }[]
  /** What the contract is made of; left out where it is one fixed price. */
  lines?: { name: string; kind: ContractLineKind; originalMinor: bigint }[]
  currency: string
  valueMinor: bigint
}

/**
 * The project charter with its statement of work, as PDF, to be submitted as a version of a deliverable and signed.
 * The same input gives the same bytes. Throws RangeError where the payments do not sum to the fixed prices.
 */
export async function renderCharter(input: CharterInput): Promise<Buffer> {
  if (input.payment.length > 0 && scheduled(input) !== fixedPrices(input)) {
    throw new RangeError('the payment schedule does not sum to the contract value')
  }
  const words = messagesFor(input.locale)
  const own = words.charter
  const format = formatIn(input.locale, input.timeZone)
  const { code, name, objective } = input.project
  const sheet = new Sheet({
    title: `${own.title} ${code}`,
    author: input.provider,
    createdAt: input.preparedAt,
    locale: input.locale,
    foot: `${own.title} ${own.subtitle}`,
    reference: `${code} · ${words.version} ${input.version}`,
  })

  sheet.letterhead({
    from: input.provider,
    number: `${code} · ${words.version} ${input.version}`,
    title: own.title,
    subtitle: `${own.subtitle}: ${name}`,
  })
  sheet.facts([
    [words.project, `${code} · ${name}`],
    [words.version, String(input.version)],
    [words.customer, input.customer],
    [own.preparedBy, input.preparedBy],
    [words.provider, input.provider],
    [own.preparedAt, format.dayOf(input.preparedAt)],
  ])
  sheet.heading(own.purposeHeading)
  sheet.paragraph(objective)
  scope(sheet, input, words)
  deliverables(sheet, input, words)
  milestones(sheet, input, words, format)
  payment(sheet, input, words, format)
  sheet.heading(own.contractHeading)
  lines(sheet, input, words, format)
  sheet.list([
    [own.contractValue, { text: format.amount(input.valueMinor, input.currency), font: 'strong' }],
    [own.currency, input.currency],
    [words.customer, input.customer],
    [words.provider, input.provider],
  ])
  sheet.heading(own.agreementHeading)
  sheet.paragraph(own.agreement(input.customer, input.provider, input.version))
  return sheet.finish()
}

/** Deposits stand beside the schedule: they are set off against it. */
function scheduled({ payment }: CharterInput): bigint {
  return payment.reduce(
    (sum, { amountMinor, trigger }) => sum + (trigger === 'deposit' ? 0n : amountMinor),
    0n,
  )
}

function fixedPrices({ lines, valueMinor }: CharterInput): bigint {
  return lines ? contractValue(lines.filter(({ kind }) => kind === 'fixed-price')) : valueMinor
}

function scope(sheet: Sheet, input: CharterInput, words: DocumentMessages): void {
  const own = words.charter
  const parts = [
    ['in-scope', own.inScope],
    ['out-of-scope', own.outOfScope],
    ['assumption', own.assumptions],
  ] as const
  sheet.heading(own.scopeHeading)
  for (const [kind, title] of parts) {
    const texts = input.scope.filter((item) => item.kind === kind).map(({ text }) => text)
    sheet.subheading(title)
    if (texts.length > 0) sheet.bullets(texts)
    else sheet.paragraph({ text: own.nothingRecorded, color: muted })
  }
}

function deliverables(sheet: Sheet, input: CharterInput, words: DocumentMessages): void {
  const own = words.charter
  sheet.heading(words.deliverables)
  if (input.deliverables.length === 0) sheet.paragraph({ text: own.nothingRecorded, color: muted })
  for (const { code, name, description, criteria } of input.deliverables) {
    sheet.subheading(`${code} · ${name}`)
    if (description) sheet.paragraph(description)
    if (criteria.length === 0) {
      sheet.paragraph({ text: own.noCriteria, color: muted })
      continue
    }
    const columns = [
      { title: '', width: 26 },
      { title: own.criterion, width: contentWidth - 196 },
      { title: own.howChecked, width: 170 },
    ]
    const rows = criteria.map(({ statement, howChecked }, at) => ({
      cells: [{ text: String(at + 1), color: muted }, statement, howChecked || words.none],
    }))
    sheet.table(columns, rows)
  }
}

function milestones(sheet: Sheet, input: CharterInput, words: DocumentMessages, format: Format): void {
  const own = words.charter
  sheet.heading(own.milestonesHeading)
  if (input.milestones.length === 0) return sheet.paragraph({ text: own.nothingRecorded, color: muted })
  const columns = [
    { title: words.milestone, width: contentWidth - 150 },
    { title: own.date, width: 150, align: 'right' as const },
  ]
  const rows = input.milestones.map(({ name, on }) => ({ cells: [name, format.day(on)] }))
  sheet.table(columns, rows)
}

function payment(sheet: Sheet, input: CharterInput, words: DocumentMessages, format: Format): void {
  const own = words.charter
  sheet.heading(own.paymentHeading)
  if (input.payment.length === 0) return sheet.paragraph({ text: own.nothingRecorded, color: muted })
  const columns = [
    { title: words.milestone, width: contentWidth - 330 },
    { title: own.releasedBy, width: 110 },
    { title: own.dueOn, width: 110 },
    { title: words.amount, width: 110, align: 'right' as const },
  ]
  const rows = input.payment.map((milestone) => ({
    cells: [
      milestone.name,
      milestone.releasedBy.join(', ') ||
        own.triggers[milestone.trigger ?? 'acceptance'](milestone.atPercent ?? 0),
      milestone.dueOn
        ? format.day(milestone.dueOn)
        : milestone.releasedBy.length > 0
          ? own.onAcceptance
          : words.none,
      format.amount(milestone.amountMinor, input.currency),
    ],
  }))
  const total = {
    cells: [words.total, '', '', format.amount(scheduled(input), input.currency)],
    emphasis: true,
  }
  sheet.table(columns, [...rows, total])
}

function lines(sheet: Sheet, input: CharterInput, words: DocumentMessages, format: Format): void {
  const own = words.charter
  if (!input.lines || input.lines.length === 0) return
  const columns = [
    { title: own.line, width: contentWidth - 260 },
    { title: own.lineKind, width: 150 },
    { title: words.amount, width: 110, align: 'right' as const },
  ]
  const rows = input.lines.map(({ name, kind, originalMinor }) => ({
    cells: [name, own.lineKinds[kind], format.amount(originalMinor, input.currency)],
  }))
  sheet.table(columns, rows)
}
