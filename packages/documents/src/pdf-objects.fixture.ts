import { run } from '@countersign/seal/outside-tools.fixture'

export type PdfValue = string | number | boolean | null | PdfValue[] | { [key: string]: PdfValue }
export type PdfDict = { [key: string]: PdfValue }

/** A PDF's objects as qpdf reads them: names begin with `/`, text with `u:`, references are `5 0 R`. */
export type PdfObjects = {
  /** Every dictionary with its entries, streams' too. */
  all: PdfDict[]
  trailer: PdfDict
  /** A dictionary, given itself or by reference. Throws where there is none. */
  dict(value: PdfValue | undefined): PdfDict
  array(value: PdfValue | undefined): PdfValue[]
  /** A stream's bytes, decoded. */
  bytes(value: PdfValue | undefined): Buffer
}

export function objectsIn(file: string): PdfObjects {
  const { said } = run(
    ...(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', file] as const),
  )
  const [, objects] = (JSON.parse(said) as { qpdf: [unknown, Record<string, Kept>] }).qpdf
  const keptAt = (value: PdfValue | undefined): Kept | undefined =>
    typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects[`obj:${value}`] : undefined
  const valueOf = (value: PdfValue | undefined): PdfValue | undefined => {
    const kept = keptAt(value)
    return kept ? (kept.stream?.dict ?? kept.value) : value
  }
  return {
    all: Object.values(objects).flatMap((kept) => {
      const value = kept.stream?.dict ?? kept.value
      return isDict(value) ? [value] : []
    }),
    trailer: objects.trailer!.value as PdfDict,
    dict(value) {
      const found = valueOf(value)
      if (!isDict(found)) throw new Error(`no dictionary: ${JSON.stringify(value)}`)
      return found
    },
    array: (value) => (valueOf(value) as PdfValue[] | undefined) ?? [],
    bytes: (value) => Buffer.from(keptAt(value)?.stream?.data ?? '', 'base64'),
  }
}

type Kept = { value?: PdfValue; stream?: { dict: PdfDict; data?: string } }

function isDict(value: PdfValue | undefined): value is PdfDict {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
