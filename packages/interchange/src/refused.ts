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
  | 'wrong-encoding'

/** Thrown from within a parser's callbacks, where there is nothing to return to; never leaves this package. */
export class Refused extends Error {
  constructor(
    readonly why: ImportRefusal,
    readonly line?: number,
  ) {
    super(why)
  }
}
