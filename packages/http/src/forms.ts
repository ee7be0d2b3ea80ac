import type { z } from 'zod'
import { messagesEn, type FieldError } from './messages-en'

/** Errors by field name ('email', 'items.0.name'; 'form' for the whole), each a code of the catalogue. */
export type FormErrors = Record<string, FieldError>
/** What was typed, to fill the form again. Never a password, never a file. */
export type FormValues = Record<string, string | string[]>
export type ParsedForm<Value> =
  { ok: true; value: Value; values: FormValues } | { ok: false; errors: FormErrors; values: FormValues }

type Options = {
  /** Fields that the frame of the page adds and the schema does not know. */
  ignore?: readonly string[]
  /**
   * Lists whose empty rows are dropped, with the fields that say so: a page offers some empty rows to fill. What
   * remains is numbered anew, in `values` and `errors` too.
   */
  rows?: Readonly<Record<string, readonly string[]>>
}

const MAX_BYTES = 1024 * 1024
const MAX_ENTRIES = 2000
const NAME = /^[a-zA-Z]\w{0,63}(?:\.(?:\d{1,3}|[a-zA-Z]\w{0,63})){0,3}$/

/**
 * A form as its schema describes it, or what is wrong with it, field by field. A field that the schema does not name
 * is refused, not dropped. Uploads are not read here: a file where text belongs is an error of that field. Throws a
 * Response for a body that is no form (400) or larger than 1 MiB (413).
 */
export async function parseForm<Shape extends z.ZodRawShape>(
  from: Request | FormData,
  schema: z.ZodObject<Shape>,
  { ignore = [], rows = {} }: Options = {},
): Promise<ParsedForm<z.output<z.ZodObject<Shape>>>> {
  const form = from instanceof Request ? await readForm(from) : from
  const sent = [...form.entries()].filter(([name]) => !ignore.includes(name))
  if (sent.length > MAX_ENTRIES) return { ok: false, errors: { form: 'too-many' }, values: {} }
  const entries = Object.entries(rows).reduce(withoutEmptyRows, sent)

  const { tree, errors } = treeOf(entries, listNames(schema))
  const parsed = schema.strict().safeParse(tree)
  if (parsed.success && Object.keys(errors).length === 0)
    return { ok: true, value: parsed.data, values: valuesOf(entries) }
  for (const issue of parsed.error?.issues ?? []) {
    const name = issue.code === 'unrecognized_keys' ? 'form' : issue.path.join('.') || 'form'
    errors[name] ??= issue.code === 'unrecognized_keys' ? 'unknown-field' : codeOf(issue.message)
  }
  return { ok: false, errors, values: valuesOf(entries) }
}

/** The body as a form, for a schema that depends on what was sent. Throws the same Responses as `parseForm`. */
export async function readForm(request: Request): Promise<FormData> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BYTES)
    throw new Response('Too large', { status: 413, statusText: 'Content Too Large' })
  try {
    return await request.formData()
  } catch {
    throw new Response('What was sent is not a form that can be read.', {
      status: 400,
      statusText: 'Bad Request',
    })
  }
}

type Tree = { [name: string]: FormDataEntryValue | Tree | (FormDataEntryValue | Tree)[] }

/** `items.0.name` becomes items[0].name. Objects without a prototype, so that no name means more than itself. */
function treeOf(entries: [string, FormDataEntryValue][], lists: Set<string>) {
  const tree: Tree = Object.create(null) as Tree
  const errors: FormErrors = {}
  for (const name of lists) tree[name] = []
  for (const [name, value] of entries) {
    if (!NAME.test(name)) errors.form = 'unknown-field'
    else if (!place(tree, name.split('.'), value)) errors[name] = 'repeated'
  }
  return { tree, errors }
}

function place(tree: Tree, [first, ...rest]: string[], value: FormDataEntryValue): boolean {
  let at: Record<string, unknown> = tree
  let key = first!
  for (const next of rest) {
    at[key] ??= /^\d+$/.test(next) ? [] : Object.create(null)
    if (typeof at[key] !== 'object') return false
    at = at[key] as Record<string, unknown>
    // Rows are numbered from 0 without gaps; a key that is no number has no place in a list.
    if (Array.isArray(at) && !(Number(next) <= at.length)) return false
    key = next
  }
  const known = at[key]
  if (rest.length === 0 && Array.isArray(known)) return known.push(value) > 0
  if (known !== undefined) return false
  at[key] = value
  return true
}

/** `fields` of one row all blank: the row was not filled, whatever else came with it. */
function withoutEmptyRows(
  entries: [string, FormDataEntryValue][],
  [list, fields]: [string, readonly string[]],
): [string, FormDataEntryValue][] {
  const rowOf = (name: string) => new RegExp(`^${list}\\.(\\d{1,3})\\.(.+)$`).exec(name)
  const filled = new Set<string>()
  for (const [name, value] of entries) {
    const [, row, field] = rowOf(name) ?? []
    if (row && fields.includes(field!) && (typeof value !== 'string' || value.trim() !== '')) filled.add(row)
  }
  const newNumber = new Map([...filled].map((row, index) => [row, index]))
  return entries.flatMap(([name, value]): [string, FormDataEntryValue][] => {
    const [, row, field] = rowOf(name) ?? []
    if (!row) return [[name, value]]
    return newNumber.has(row) ? [[`${list}.${newNumber.get(row)}.${field}`, value]] : []
  })
}

function listNames(schema: z.ZodObject): Set<string> {
  return new Set(Object.keys(schema.shape).filter((name) => isList(schema.shape[name])))
}

function isList(field: unknown): boolean {
  const def = (field as { def?: { type: string; innerType?: unknown; in?: unknown } }).def
  if (!def) return false
  return def.type === 'array' || isList(def.innerType ?? def.in ?? {})
}

function codeOf(message: string): FieldError {
  return message in messagesEn.fields ? (message as FieldError) : 'invalid'
}

function valuesOf(entries: [string, FormDataEntryValue][]): FormValues {
  const values: FormValues = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || !NAME.test(name) || /password/i.test(name)) continue
    const known = Object.hasOwn(values, name) ? values[name] : undefined
    values[name] = known === undefined ? value : [known, value].flat()
  }
  return values
}
