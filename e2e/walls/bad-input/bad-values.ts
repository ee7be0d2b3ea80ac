/** What a field takes, as its form means it. `?` behind a kind: it may also stay empty. */
export type Kind =
  | 'line'
  | 'prose'
  | 'email'
  | 'money'
  | 'number'
  | 'rate'
  | 'date'
  | 'hours'
  | 'cell'
  | 'id'
  | 'choice'
  | 'box'
  | 'password'
export type FieldKind = Kind | `${Kind}?`

/** Bytes that are no text, written as a browser would never encode them. */
export const loneSurrogate = '%ED%A0%80'

const tooLong = 'x'.repeat(10_000)
const reversed = 'invoice\u202efdp.exe'
const noText: [string, string][] = [
  ['ten thousand characters', tooLong],
  ['text that turns round', reversed],
  ['NUL', 'a\u0000b'],
  ['a lone surrogate', loneSurrogate],
]
const notThere: [string, string][] = [
  ['nothing', ''],
  ['blanks', '   '],
]

const numbers: [string, string][] = [
  ...noText,
  ['a negative number', '-1'],
  ['a huge number', '99999999999999999999'],
  ['more than 32 bits', '4294967296'],
  ['an exponent', '1e3'],
  ['not a number', 'NaN'],
]
const hours: [string, string][] = [
  ...noText,
  ['negative hours', '-1:30'],
  ['more than a day', '24:01'],
  ['a sixty-first minute', '1:61'],
  ['days', '3d'],
]

const byKind: Record<Kind, [string, string][]> = {
  line: [...noText, ['an invisible character', 'Jo\u200bhn'], ['a line break', 'Grace\nBcc: everybody']],
  prose: noText,
  email: [
    ...noText,
    ['no address', 'not-an-email'],
    ['two lines', 'x@y.example\nBcc: z@y.example'],
    ['a name before it', 'X <x@y.example>'],
  ],
  money: [
    ...noText,
    ['a negative amount', '-1'],
    ['a negative amount with a typographic minus', '\u22121'],
    ['a huge amount', '99999999999999999999999999'],
    ['a huge amount that is an integer still', '9223372036854775807'],
    ['an exponent', '1e9'],
    ['not a number', 'NaN'],
    ['infinity', 'Infinity'],
    ['a third of a cent', '0.003'],
    ['hexadecimal', '0x10'],
    ['SQL', "1'; drop table invoices; --"],
  ],
  number: [...numbers, ['a fraction', '1.5']],
  rate: numbers,
  date: [
    ...noText,
    ['31 February', '2026-02-31'],
    ['29 February of no leap year', '2027-02-29'],
    ['a thirteenth month', '2026-13-01'],
    ['day nought', '2026-00-00'],
    ['a German date', '31.01.2026'],
    ['a moment', '2026-01-31T00:00:00Z'],
    ['six digits of a year', '+020260-01-31'],
    ['words', 'tomorrow'],
  ],
  hours: [...hours, ['no hours', '0']],
  // No hours in a week's cell is none of that day.
  cell: hours,
  id: [
    ...noText,
    ['no id', 'not-an-id'],
    ['SQL', "' or 1=1 --"],
    ['an id of nothing', '00000000-0000-4000-8000-000000000000'],
  ],
  choice: [
    ...noText,
    ['no choice', 'superuser'],
    ['a prototype', '__proto__'],
    ['a constructor', 'constructor'],
  ],
  box: [['no tick', 'maybe'], ...noText],
  password: [
    ['a wrong password', 'not the password'],
    ['ten thousand characters', tooLong],
  ],
}

/** Values that a field of this kind never takes. */
export function badValuesFor(field: FieldKind): [string, string][] {
  const kind = field.replace('?', '') as Kind
  return [...byKind[kind], ...(field.endsWith('?') || kind === 'box' ? [] : notThere)]
}

/** Odd, and taken on purpose: people are called and write like this. */
export const oddButRight = {
  line: ['Łukasz Żółw-O’Brien', 'محمد العلي', 'שרה כהן', '王小明', 'José Ñandú'],
  prose: [
    'مرحبا، هذا تقرير.\nשורה שנייה',
    'Zeile eins\r\nZeile zwei\tmit Tabulator',
    'emoji 👩‍👩‍👧 and a joiner \u200d',
    '<script>alert(1)</script>',
  ],
}
