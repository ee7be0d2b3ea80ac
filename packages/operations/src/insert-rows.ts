import type { Tx } from '@countersign/db/connect'
import { getTableColumns, sql, type Name, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** A statement of so many rows stays far below what Postgres takes as one value. */
const ROWS_AT_ONCE = 5000

type OnConflict<T extends PgTable> = {
  /** A row that is there already stays as it is. */
  skip?: true
  /** A row with the same key takes the new values: those of `set` where it says how, else the row's own. */
  replace?: {
    on: (keyof T['$inferInsert'] & string)[]
    set: Partial<Record<keyof T['$inferInsert'] & string, SQL>>
  }
}

/**
 * Inserts many rows as one JSON value a statement, where a parameter for each value would reach Postgres' limit at a
 * thousand rows and cost seconds. Rows name the same columns; what none of them names has its default.
 */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  { skip, replace }: OnConflict<T> = {},
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = getTableColumns(table)
  const named = Object.keys(first).map((key) => ({ key, name: columns[key]!.name }))
  const names = listOf(named.map(({ name }) => sql.identifier(name)))
  const onConflict = skip
    ? sql`on conflict do nothing`
    : replace
      ? sql`on conflict (${listOf(replace.on.map((key) => sql.identifier(columns[key]!.name)))}) do update set ${listOf(
          named
            .filter(({ key }) => !(replace.on as string[]).includes(key))
            .map(({ key, name }) => {
              const value = (replace.set as Record<string, SQL | undefined>)[key]
              return sql`${sql.identifier(name)} = ${value ?? sql`excluded.${sql.identifier(name)}`}`
            }),
        )}`
      : sql``
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const records = rows
      .slice(from, from + ROWS_AT_ONCE)
      .map((row) =>
        Object.fromEntries(named.map(({ key, name }) => [name, (row as Record<string, unknown>)[key]])),
      )
    await tx.execute(sql`
      insert into ${table} (${names})
      select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records, asText)}::jsonb)
      ${onConflict}`)
  }
}

function listOf(parts: (SQL | Name)[]): SQL {
  return sql.join(parts, sql`, `)
}

/** Money is text in JSON: a number there would lose digits. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
