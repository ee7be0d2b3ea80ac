import { describe, expect, test } from 'vitest'
import { budgetOfTable } from './budget-table'
import { readTable } from './table'

async function read(csv: string, locale = 'en') {
  const table = await readTable(
    (async function* () {
      yield new TextEncoder().encode(csv)
    })(),
    'csv',
  )
  if (!table.ok) throw new Error(table.why)
  return budgetOfTable(table.table, { currency: 'EUR', locale })
}

describe('a budget in a table', () => {
  test('is read by its columns’ names, English or German, in any order', async () => {
    const german = await read(
      'Stunden;Rolle;Arbeitspaket;Betrag\n7,5;developer;Entwurf;\n;;Reise;1.200,50',
      'de',
    )
    expect(german).toEqual({ ok: false, row: 3, field: 'costType', why: 'required' })
    expect(
      await read('Work package,Type,Role,Hours,Amount\nDesign,,developer,7.5,\nTravel,expenses,,,"1,200.50"'),
    ).toEqual({
      ok: true,
      rows: [2, 3],
      lines: [
        expect.objectContaining({ workPackage: 'Design', costType: 'labour', minutes: 450 }),
        expect.objectContaining({ workPackage: 'Travel', costType: 'expenses', costMinor: 120_050n }),
      ],
    })
  })

  test('needs a column of work packages and rows below it', async () => {
    expect(await read('Hours,Role\n1,developer')).toEqual({ ok: false, why: 'no-package-column' })
    expect(await read('Work package,Role\n')).toEqual({ ok: false, why: 'no-rows' })
  })

  test('of a hundred thousand rows names the one that is wrong', async () => {
    const rows = Array.from({ length: 99_999 }, (_, index) =>
      index === 77_776 ? 'Design,developer,-8' : 'Design,developer,8',
    )
    expect(await read(['Work package,Role,Hours', ...rows].join('\n'))).toEqual({
      ok: false,
      row: 77_778,
      field: 'hours',
      why: 'not-hours',
    })
  })
})
