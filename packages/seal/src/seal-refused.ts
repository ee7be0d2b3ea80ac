/** What the operator has to put right before anything can be sealed, as one sentence. */
export class SealRefused extends Error {
  override name = 'SealRefused'
}
