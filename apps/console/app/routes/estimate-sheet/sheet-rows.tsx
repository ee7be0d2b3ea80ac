import { costTypeOf, sheetFields, sheetTextsOf, type SheetText } from '@countersign/domain/budget/sheet-text'
import { Button } from '@countersign/ui/button'
import { Select, TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { budgetMessages } from '../../messages/budget'
import { type FormRow, useSubmitted } from '../../submitted'

type Row = FormRow & { key: string }
const SPARE = 4
const empty = { costType: 'labour' }

/**
 * The lines of a sheet, and some empty ones. A block that is pasted fills the lines from the field where it is pasted;
 * without JavaScript lines are typed, and more come with the next saving.
 */
export function SheetRows({ rows, jobRoles }: { rows: readonly FormRow[]; jobRoles: readonly string[] }) {
  const t = useMessages(budgetMessages).sheet
  const list = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Row[]>(() => withSpare(rows))
  const [pasted, setPasted] = useState<number | null>(null)
  const [canAdd, setCanAdd] = useState(false)
  useEffect(() => setCanAdd(true), [])

  /** What the fields hold now: they are the browser's, not React's. */
  function typedRows(): Record<string, string>[] {
    const form = list.current?.closest('form')
    const typed = form ? new FormData(form) : new FormData()
    return shown.map(({ number }) =>
      Object.fromEntries(
        sheetFields.map((field) => [field, String(typed.get(`lines.${number}.${field}`) ?? '')]),
      ),
    )
  }

  function takeBlock(event: ClipboardEvent<HTMLDivElement>) {
    const block = event.clipboardData.getData('text/plain')
    const name = (event.target as HTMLInputElement).name ?? ''
    const [, number, field] = /^lines\.(\d+)\.(\w+)$/.exec(name) ?? []
    if (!field || !/[\t\n]/.test(block.trimEnd())) return
    event.preventDefault()
    const start = shown.findIndex((row) => row.number === Number(number))
    const shift = sheetFields.indexOf(field as keyof SheetText)
    const lines = block
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .filter((each) => each.trim() !== '')
    const texts = lines.flatMap((each) => sheetTextsOf('\t'.repeat(shift) + each))
    const known = typedRows()
    for (const [index, text] of texts.entries()) {
      const before = known[start + index] ?? empty
      const filled = sheetFields.slice(shift).filter((each) => text[each] !== '')
      known[start + index] = { ...before, ...Object.fromEntries(filled.map((each) => [each, text[each]])) }
      const type = known[start + index]!.costType ?? ''
      known[start + index]!.costType = costTypeOf(type) || 'labour'
    }
    setShown(
      withSpare(
        known.map((fields, index) => ({ number: index, fields })),
        Date.now(),
      ),
    )
    setPasted(texts.length)
  }

  return (
    <>
      <div className="cn-rows" ref={list} onPaste={takeBlock}>
        {shown.map((row, index) => (
          <SheetRow key={row.key} row={row} position={index + 1} jobRoles={jobRoles} />
        ))}
      </div>
      <p role="status" className="cs-note">
        {pasted === null ? '' : t.pasted(pasted)}
      </p>
      {canAdd ? (
        <div>
          <Button
            type="button"
            size="small"
            icon="plus"
            onClick={() => setShown([...shown, spareRow(nextNumber(shown), '')])}
          >
            {t.addLine}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function SheetRow(props: { row: Row; position: number; jobRoles: readonly string[] }) {
  const { row, position, jobRoles } = props
  const { sheet: t, costTypes } = useMessages(budgetMessages)
  const { errors } = useSubmitted()
  const field = (name: keyof SheetText) => ({
    name: `lines.${row.number}.${name}`,
    defaultValue: row.fields[name] ?? '',
    error: errors[`lines.${row.number}.${name}`],
    autoComplete: 'off',
  })
  const roles = jobRoles.includes(row.fields.jobRole ?? '')
    ? jobRoles
    : [...jobRoles, row.fields.jobRole ?? ''].filter(Boolean)
  return (
    <div className="cn-row cn-row-sheet" role="group" aria-label={t.row(position)}>
      <TextInput {...field('workPackage')} label={t.workPackage} list="work-packages" maxLength={200} />
      <Select
        {...field('costType')}
        label={t.costType}
        options={Object.entries(costTypes).map(([value, label]) => ({ value, label }))}
      />
      <Select
        {...field('jobRole')}
        label={t.jobRole}
        options={[{ value: '', label: t.noRole }, ...roles.map((role) => ({ value: role, label: role }))]}
      />
      <TextInput {...field('hours')} label={t.hours} inputMode="decimal" maxLength={20} />
      <TextInput {...field('amount')} label={t.amount} maxLength={40} />
      <TextInput {...field('billHour')} label={t.billHour} inputMode="decimal" maxLength={40} />
      <TextInput {...field('note')} label={t.note_} maxLength={200} />
    </div>
  )
}

/** Pasting makes new fields, with new keys: a field of the browser's does not take another default value. */
function withSpare(rows: readonly FormRow[], generation: number | string = ''): Row[] {
  const known = rows.map((row) => ({ ...row, key: `${generation}-${row.number}` }))
  const first = nextNumber(known)
  return [
    ...known,
    ...Array.from({ length: SPARE }, (_, index) => spareRow(first + index, String(generation))),
  ]
}

function spareRow(number: number, generation: string): Row {
  return { number, fields: empty, key: `${generation}-${number}` }
}

function nextNumber(rows: readonly { number: number }[]): number {
  return rows.reduce((next, { number }) => Math.max(next, number + 1), 0)
}
