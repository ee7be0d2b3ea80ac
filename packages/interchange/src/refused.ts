export type ImportRefusal =
  | 'too-large'
  | 'zip-not-xml'
  | 'not-xml'
  | 'doctype'
  | 'truncated'
  | 'not-ms-project'
  | 'no-tasks'
  | 'too-many-tasks'
  | 'bad-value'
  | 'negative-duration'
  | 'too-long-duration'
  | 'date-out-of-range'
  | 'duplicate-uid'
  | 'wrong-encoding'

/** Where in a file a refusal lies, as far as it is known: its line, the name of its row, the value as it stands there. */
export type Place = { line?: number; what?: string; value?: string }

/** Thrown from within a parser's callbacks, where there is nothing to return to; never leaves this package. */
export class Refused extends Error {
  constructor(
    readonly why: ImportRefusal,
    readonly line?: number,
    readonly what?: string,
    readonly value?: string,
  ) {
    super(why)
  }

  /** Only what is known: for a result that is compared and stored. */
  place(): Place {
    return {
      ...(this.line === undefined ? {} : { line: this.line }),
      ...(this.what ? { what: this.what } : {}),
      ...(this.value ? { value: this.value.slice(0, 100) } : {}),
    }
  }
}
