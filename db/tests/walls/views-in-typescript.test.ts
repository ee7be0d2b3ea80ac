import { getViewConfig, type PgView } from 'drizzle-orm/pg-core'
import { is } from 'drizzle-orm'
import { PgColumn, PgView as View } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as budgets from '../../src/views/budgets'
import * as gates from '../../src/views/gates'
import * as hours from '../../src/views/hours'
import * as margins from '../../src/views/margins'
import * as capacity from '../../src/views/capacity'
import * as contract from '../../src/views/contract'
import * as invoices from '../../src/views/invoices'
import * as reports from '../../src/views/reports'
import * as orders from '../../src/views/orders'
import * as portalViews from '../../src/views/portal'
import * as portalChanges from '../../src/views/portal-changes'
import * as portalDependencies from '../../src/views/portal-dependencies'
import * as portalClock from '../../src/views/portal-clock'
import * as states from '../../src/views/states'
import { freshDatabase, type FreshDatabase } from '../harness/database'

let fresh: FreshDatabase
let sql: postgres.Sql
beforeAll(async () => {
  fresh = await freshDatabase('mirror')
  sql = postgres(fresh.adminUrl, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await sql.end()
  await fresh.drop()
})

const mirrored = [
  hours,
  budgets,
  capacity,
  reports,
  contract,
  portalChanges,
  margins,
  portalViews,
  portalClock,
  portalDependencies,
  gates,
  states,
  orders,
  invoices,
]
  .flatMap((module) => Object.values(module))
  .filter((each) => is(each, View)) as PgView[]

describe('the views in TypeScript', () => {
  test('are all that there are', async () => {
    const rows = await sql<{ name: string }[]>`
      select relnamespace::regnamespace::text || '.' || relname as name from pg_class
      where relkind = 'v' and relnamespace in ('portal'::regnamespace, 'app'::regnamespace) order by 1`
    const names = mirrored.map(getViewConfig).map(({ schema, name }) => `${schema}.${name}`)
    expect(names.sort()).toEqual(rows.map(({ name }) => name))
  })

  test.each(mirrored.map((view) => [getViewConfig(view).name, view] as const))(
    'have the columns and types of %s',
    async (_, view) => {
      const { schema, name, selectedFields } = getViewConfig(view)
      const rows = await sql<{ name: string; type: string }[]>`
        select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = ${`${schema}.${name}`}::regclass and attnum > 0 order by attnum`
      const columns = Object.values(selectedFields).filter((field): field is PgColumn => is(field, PgColumn))
      expect(columns.map((column) => ({ name: column.name, type: column.getSQLType() }))).toEqual([...rows])
    },
  )
})
