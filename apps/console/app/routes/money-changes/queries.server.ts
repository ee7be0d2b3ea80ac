import type { Tx } from '@countersign/db/connect'
import { moneyChanges } from '@countersign/db/tables/margins'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { isUuid } from '@countersign/http/fields'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { chosenFilter, rowsPerPage } from '../../listing'
import { closingEn } from '../../messages/closing-en'

export type Noun = keyof typeof closingEn.changes.nouns
const nouns = Object.keys(closingEn.changes.nouns) as Noun[]

/** A record is asked for with its noun: /changes?noun=invoices&row=… */
export function changesAsked(url: URL) {
  const { searchParams } = url
  const project = searchParams.get('project') ?? ''
  const page = searchParams.get('page') ?? ''
  return {
    noun: chosenFilter(url, 'noun', nouns),
    row: (searchParams.get('row') ?? '').replace(/\p{Cc}/gu, '').slice(0, 80) || null,
    projectId: isUuid(project) ? project : null,
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}

/** One page and whether there is another: millions of changes are not counted. */
export async function changesPage(tx: Tx, asked: ReturnType<typeof changesAsked>) {
  const { noun, row, projectId, page } = asked
  const [rows, choices] = await Promise.all([
    tx
      .select({
        id: moneyChanges.id,
        noun: moneyChanges.noun,
        rowId: moneyChanges.rowId,
        act: moneyChanges.act,
        before: moneyChanges.before,
        after: moneyChanges.after,
        at: moneyChanges.changedAt,
        by: staff.name,
        project: sql<string | null>`${projects.code} || ' ' || ${projects.name}`,
      })
      .from(moneyChanges)
      .leftJoin(staff, eq(staff.id, moneyChanges.changedBy))
      .leftJoin(projects, eq(projects.id, moneyChanges.projectId))
      .where(
        and(
          noun ? eq(moneyChanges.noun, noun) : undefined,
          row ? eq(moneyChanges.rowId, row) : undefined,
          projectId ? eq(moneyChanges.projectId, projectId) : undefined,
        ),
      )
      .orderBy(desc(moneyChanges.changedAt), asc(moneyChanges.id))
      .limit(rowsPerPage + 1)
      .offset((page - 1) * rowsPerPage),
    tx
      .select({ value: projects.id, label: sql<string>`${projects.code} || ' ' || ${projects.name}` })
      .from(projects)
      .orderBy(asc(projects.code)),
  ])
  return {
    ...asked,
    projects: choices,
    hasMore: rows.length > rowsPerPage,
    rows: rows.slice(0, rowsPerPage).map(({ at, before, after, ...change }) => ({
      ...change,
      noun: change.noun as Noun,
      at: at.toISOString(),
      fields: fieldsOf(before as Row, after as Row),
    })),
  }
}

type Row = Record<string, unknown> | null

/** Field by field, in the order of their names: what it was, what it is. */
function fieldsOf(before: Row, after: Row) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
  return names.map((name) => ({
    name,
    before: valueText(before?.[name]),
    after: valueText(after?.[name]),
  }))
}

function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
  return text.slice(0, 300)
}
