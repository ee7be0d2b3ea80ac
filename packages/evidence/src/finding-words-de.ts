import { instant, short } from './finding-figures'
import type { FindingWords } from './finding-words-en'

export const de: FindingWords = {
  'chain-holds': ({ count, head }) =>
    `Alle ${count} Einträge im Register des Projekts wurden nachgerechnet: Keiner wurde geändert, verschoben, dazwischen eingefügt oder entfernt. Der Kopf ist ${short(head)}.`,
  'chain-empty': () => 'Es gibt keinen Eintrag im Register des Projekts zu prüfen; es beweist also nichts.',
  'entry-unreadable': ({ line }) =>
    `Zeile ${line} des Registers ist kein Eintrag. Sie wurde nachträglich beschädigt oder ersetzt.`,
  'entry-not-canonical': ({ seq }) =>
    `Eintrag ${seq} ist nicht in kanonischem JSON geschrieben. Das Register schreibt nichts anderes: Jemand anders hat ihn geschrieben oder verändert.`,
  'entry-changed': ({ seq, kind }) =>
    `Die Prüfsumme von Eintrag ${seq} (${kind}) passt nicht zu seinem Inhalt: Der Eintrag wurde nachträglich geändert.`,
  'entry-of-another-project': ({ seq }) =>
    `Eintrag ${seq} gehört zu einem anderen Projekt: Er wurde aus einer anderen Kette hierher gesetzt.`,
  'entry-older-than-the-one-before': ({ seq }) =>
    `Eintrag ${seq} ist nach eigener Angabe älter als der davor: Die Reihenfolge wurde geändert.`,
  'beginning-missing': ({ seq }) =>
    `Das Register beginnt mit Eintrag ${seq} statt mit dem ersten: Der Anfang wurde entfernt.`,
  'first-entry-bound-to-something': () =>
    'Der erste Eintrag verweist auf einen davor: Es wurde etwas entfernt, oder er ist nicht der erste.',
  'entries-missing': ({ from, to }) =>
    from === to
      ? `Eintrag ${from} fehlt: Er wurde entfernt.`
      : `Die Einträge ${from} bis ${to} fehlen: Sie wurden entfernt.`,
  'entry-out-of-place': ({ seq, after }) =>
    `Eintrag ${seq} steht nach Eintrag ${after}: Einträge wurden verschoben, oder einer wurde eingefügt.`,
  'entry-not-bound': ({ seq, after }) =>
    `Eintrag ${seq} ist nicht an Eintrag ${after} gebunden, wie er dasteht: Einer von beiden wurde ersetzt.`,
  'checkpoint-holds': ({ number, takenAt, signer }) =>
    `Die Signatur von Prüfpunkt ${number} vom ${instant(takenAt)} ist die von ${signer}: Was damals darunter stand, war bekannt und unterzeichnet.`,
  'checkpoint-unreadable': () => 'Der Prüfpunkt ist nicht lesbar: Er wurde beschädigt oder ist keiner.',
  'checkpoint-signature-false': ({ number, signer }) =>
    `Die Signatur von Prüfpunkt ${number} ist nicht die von ${signer}: Sein Inhalt wurde geändert, oder jemand anders hat ihn gemacht.`,
  'checkpoint-signer-unknown': ({ number, signer }) =>
    `Prüfpunkt ${number} ist von „${signer}“ unterzeichnet; dieses Zertifikat führt zu keinem, dem hier vertraut wird: Jeder könnte ihn gemacht haben.`,
  'checkpoint-not-bound': ({ number, after }) =>
    `Prüfpunkt ${number} ist nicht an Prüfpunkt ${after} gebunden, wie er dasteht: Einer von beiden wurde ersetzt.`,
  'checkpoints-missing': ({ from, to }) =>
    `Prüfpunkt ${to} bezieht sich auf einen anderen als Prüfpunkt ${from}: Dazwischen fehlt mindestens einer.`,
  'timestamp-holds': ({ number, stampedAt, authority }) =>
    `${authority} bestätigt, dass Prüfpunkt ${number} am ${instant(stampedAt)} vorlag: Er wurde nicht später gemacht.`,
  'timestamp-absent': ({ number }) =>
    `Prüfpunkt ${number} hat keinen Zeitstempel: Wann er gemacht wurde, sagt nur der Anbieter.`,
  'timestamp-false': ({ number }) =>
    `Der Zeitstempel von Prüfpunkt ${number} hält nicht: Er gehört zu etwas anderem, ist beschädigt oder von keiner Stelle, der hier vertraut wird.`,
  'chain-is-under-checkpoint': ({ number, seq, takenAt }) =>
    `Eintrag ${seq} steht unter der unterzeichneten Wurzel von Prüfpunkt ${number}: Bis zu ihm ist das Register, was es am ${instant(takenAt)} war.`,
  'proof-false': ({ number }) =>
    `Der Nachweis führt nicht zur Wurzel von Prüfpunkt ${number}: Er gehört zu einer anderen Kette oder wurde verändert.`,
  'chain-shorter-than-checkpoint': ({ number, seq, count }) =>
    `Prüfpunkt ${number} kannte Eintrag ${seq}, und das Register endet mit Eintrag ${count}: Sein Ende wurde entfernt.`,
  'chain-differs-from-checkpoint': ({ number, seq, takenAt }) =>
    `Eintrag ${seq} ist nicht der, den Prüfpunkt ${number} vom ${instant(takenAt)} kannte: Das Register wurde seither neu geschrieben.`,
  'entries-after-checkpoint': ({ number, count }) =>
    count === 1
      ? `Ein Eintrag ist jünger als Prüfpunkt ${number}: Er ist an die Kette gebunden, und noch kein Prüfpunkt hier kennt ihn.`
      : `${count} Einträge sind jünger als Prüfpunkt ${number}: Sie sind an die Kette gebunden, und noch kein Prüfpunkt hier kennt sie.`,
  'submission-digest-holds': ({ digest }) =>
    `Version, Dateien, Kriterien und Freigaben, wie sie hier stehen, ergeben die Prüfsumme ${short(digest)}, über die entschieden wurde.`,
  'submission-digest-false': ({ digest }) =>
    `Version, Dateien, Kriterien oder Freigaben sind nicht die, über die entschieden wurde: Sie ergeben nicht die Prüfsumme ${short(digest)}.`,
  'disclosures-hold': ({ count, withheld }) =>
    `${count} Angaben zu Personen sind die, auf die sich die Unterschrift festgelegt hat` +
    (withheld > 0 ? `; ${withheld} weitere sind zurückgehalten oder gelöscht.` : '.'),
  'disclosure-false': ({ at }) =>
    `Was bei ${at} über eine Person steht, ist nicht das, worauf sich die Unterschrift festgelegt hat: Es wurde verändert.`,
  'decision-is-in-ledger': ({ seq }) =>
    `Die Entscheidung ist die, die Eintrag ${seq} im Register des Projekts festhält.`,
  'decision-entry-changed': ({ seq }) =>
    `Der Registereintrag ${seq} im Nachweis passt nicht zu seiner Prüfsumme: Er wurde geändert.`,
  'decision-entry-of-something-else': ({ seq }) =>
    `Der Registereintrag ${seq} im Nachweis ist nicht der dieser Entscheidung über diese Vorlage.`,
  'decision-differs-from-ledger': ({ at }) =>
    `Was der Nachweis bei ${at} sagt, ist nicht, was das Register von dieser Entscheidung festhält: Es wurde verändert.`,
  'evidence-unreadable': () =>
    'Das ist kein Nachweis einer Entscheidung in einer Fassung, die hier bekannt ist.',
}
