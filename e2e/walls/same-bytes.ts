/**
 * A page without what differs in every answer on purpose: the nonce, the reference for the log, the moment of asking.
 * What a person typed into the address stands in the page too, so `asked` is taken out where pages of two addresses are
 * compared.
 */
export function comparable(text: string, asked: string[] = []): string {
  const without = asked.reduce((rest, each) => rest.replaceAll(each, '(asked)'), text)
  return without
    .replace(/nonce="[^"]*"/g, 'nonce="…"')
    .replace(/data-reference="[^"]*"/g, 'data-reference="…"')
    .replace(/(?<=reference: )[0-9a-f]{12}/g, '…')
    .replace(/<time class="cs-as-of"[^>]*>.*?<\/time>/g, '<time>now</time>')
    .replace(/"(asOf|at)":"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"$1":"now"')
}
