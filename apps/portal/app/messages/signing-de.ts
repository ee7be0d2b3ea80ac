import type { SigningMessages } from './signing-en'

export const signingDe: SigningMessages = {
  share: (atOnce, later) =>
    `Mit der Abnahme unter Vorbehalt werden sofort ${atOnce} abrechenbar, die übrigen ${later}, sobald der letzte Punkt erledigt ist.`,
  shareAll: (all) => `Mit der Abnahme unter Vorbehalt wird der ganze Betrag von ${all} sofort abrechenbar.`,
  shareNone: (all) =>
    `Mit der Abnahme unter Vorbehalt wird sofort nichts abrechenbar. Die ${all} werden es, sobald der letzte Punkt erledigt ist.`,
  shareOfNothing: 'Die Abnahme allein macht nichts abrechenbar.',
  youSignFor: (name) => `Sie zeichnen für ${name}, mit der Berechtigung, die Ihnen übertragen wurde.`,
  signatures: 'Wer zeichnet',
  signaturesText: 'Der Vertrag nennt, wer zeichnen muss. Mit der letzten Unterschrift ist entschieden.',
  signaturesInOrder:
    'Der Vertrag nennt, wer zeichnen muss, in dieser Reihenfolge. Mit der letzten Unterschrift ist entschieden.',
  signed: (instant) => `Gezeichnet ${instant}`,
  signedInPlace: (name, instant) => `In Vertretung gezeichnet von ${name}, ${instant}`,
  signsNow: 'Muss jetzt zeichnen',
  signsLater: 'Zeichnet danach',
  signsNoMore: 'Musste nicht mehr zeichnen',
}
