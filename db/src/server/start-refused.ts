/** Something the person at the keyboard can put right; the message is the whole sentence they are shown. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}
