import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Closing months, correcting what is closed, the journal, who changed what. */
export const closingRoutes: RouteConfigEntry[] = [
  route('closing', 'routes/closing/route.tsx'),
  route('closing/:month', 'routes/closing-month/route.tsx'),
  route('closing/:month/reopening', 'routes/reopening/route.tsx'),
  route('month-reports/:closingId', 'routes/month-report/route.ts'),
  route('corrections', 'routes/corrections/route.tsx'),
  route('corrections/time/:timeEntryId', 'routes/time-correction/route.tsx'),
  route('corrections/expenses/:expenseId', 'routes/expense-correction/route.tsx'),
  route('journal', 'routes/journal/route.tsx'),
  route('journal.csv', 'routes/journal-csv/route.ts'),
  route('journal.json', 'routes/journal-feed/route.ts'),
  route('journal/accounts', 'routes/journal-accounts/route.tsx'),
  route('changes', 'routes/money-changes/route.tsx'),
]
