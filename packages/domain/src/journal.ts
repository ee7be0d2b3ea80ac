/** What a journal entry is made from. */
export type JournalKind =
  | 'labour'
  | 'expense'
  | 'expense-tax'
  | 'vendor'
  | 'vendor-tax'
  | 'revenue'
  | 'invoice'
  | 'invoice-tax'
  | 'payment'
  | 'write-off'
  | 'write-off-tax'

/** What accounts are for. `contract` is what IFRS 15.105 calls contract asset or liability: a debit balance is unbilled. */
export const accountUses = [
  'labour',
  'labourAbsorbed',
  'expenses',
  'payableToStaff',
  'vendors',
  'payableToVendors',
  'inputTax',
  'contract',
  'revenue',
  'receivable',
  'outputTax',
  'bank',
  'writeOffs',
] as const
export type AccountUse = (typeof accountUses)[number]
export type Accounts = Record<AccountUse, string>

/** Numbers of the German chart of accounts SKR 04, near to what each is for. */
export const defaultAccounts: Accounts = {
  labour: '6000',
  labourAbsorbed: '6099',
  expenses: '6650',
  payableToStaff: '3720',
  vendors: '5900',
  payableToVendors: '3300',
  inputTax: '1406',
  contract: '1245',
  revenue: '4400',
  receivable: '1200',
  outputTax: '3806',
  bank: '1800',
  writeOffs: '6930',
}

/** What is debited and what is credited. The net of an invoice takes down what recognition built up. */
const sides: Record<JournalKind, [debit: AccountUse, credit: AccountUse]> = {
  labour: ['labour', 'labourAbsorbed'],
  expense: ['expenses', 'payableToStaff'],
  'expense-tax': ['inputTax', 'payableToStaff'],
  vendor: ['vendors', 'payableToVendors'],
  'vendor-tax': ['inputTax', 'payableToVendors'],
  revenue: ['contract', 'revenue'],
  invoice: ['receivable', 'contract'],
  'invoice-tax': ['receivable', 'outputTax'],
  payment: ['bank', 'receivable'],
  'write-off': ['writeOffs', 'receivable'],
  'write-off-tax': ['outputTax', 'receivable'],
}

/** An amount below zero (a credit note, a reversal) is booked the other way round; nothing is not booked. */
export function sidesOf(
  kind: JournalKind,
  amountMinor: bigint,
  accounts: Accounts,
): { debitAccount: string; creditAccount: string; amountMinor: bigint } | null {
  if (amountMinor === 0n) return null
  const [debit, credit] = sides[kind]
  return amountMinor > 0n
    ? { debitAccount: accounts[debit], creditAccount: accounts[credit], amountMinor }
    : { debitAccount: accounts[credit], creditAccount: accounts[debit], amountMinor: -amountMinor }
}

/** Two accounts that face each other in an entry cannot be one; every number is 1 to 12 digits. */
export function whyNotAccounts(
  accounts: Accounts,
): { why: 'not-a-number' | 'one-account'; use: AccountUse } | null {
  for (const use of accountUses) if (!/^\d{1,12}$/.test(accounts[use])) return { why: 'not-a-number', use }
  for (const [debit, credit] of Object.values(sides))
    if (accounts[debit] === accounts[credit]) return { why: 'one-account', use: credit }
  return null
}

/** What is known of the accounts, and the defaults for the rest. */
export function accountsFrom(kept: unknown): Accounts {
  const known = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  return Object.fromEntries(
    accountUses.map((use) => [use, typeof known[use] === 'string' ? known[use] : defaultAccounts[use]]),
  ) as Accounts
}

type Entry = { debitAccount: string; creditAccount: string; amountMinor: bigint }

/** Debits less credits of each account. They sum to zero. */
export function balancesOf(entries: Iterable<Entry>): Map<string, bigint> {
  const balances = new Map<string, bigint>()
  const add = (account: string, minor: bigint) => balances.set(account, (balances.get(account) ?? 0n) + minor)
  for (const { debitAccount, creditAccount, amountMinor } of entries) {
    add(debitAccount, amountMinor)
    add(creditAccount, -amountMinor)
  }
  return balances
}
