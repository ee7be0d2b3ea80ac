import { instant, short } from '../finding-figures'
import type { PackWords } from './pack-words-en'

export const de: PackWords = {
  'pack-unreadable': () =>
    'Das Archiv ist beschädigt, oder es wurde etwas davor, dahinter oder doppelt eingefügt: Programme würden es verschieden lesen, also gilt nichts daraus.',
  'manifest-unreadable': () =>
    'Das Inhaltsverzeichnis (manifest.json) fehlt oder ist beschädigt; was das Paket enthalten soll, ist damit unbekannt.',
  'manifest-holds': ({ count }) =>
    `Alle ${count} Dateien des Pakets sind Byte für Byte die im Inhaltsverzeichnis; keine fehlt, keine kam hinzu.`,
  'entry-differs-from-manifest': ({ path }) =>
    `${path} ist nicht die Datei im Inhaltsverzeichnis: Sie wurde nachträglich geändert oder beschädigt.`,
  'entry-missing': ({ path }) =>
    `${path} steht im Inhaltsverzeichnis, aber nicht im Paket: Die Datei wurde entfernt.`,
  'entry-unlisted': ({ path }) =>
    `${path} ist im Paket, aber nicht im Inhaltsverzeichnis: Jemand hat die Datei hinzugefügt, sie beweist nichts.`,
  'entry-beyond-reading': ({ path }) => `${path} ist nicht lesbar: beschädigt oder viel zu groß.`,
  'file-unknown': () =>
    'Das ist weder ein Nachweispaket noch ein Zertifikat. Ein Paket ist eine ZIP-Datei, ein Zertifikat ein PDF.',
  'files-are-those-decided-on': ({ count }) =>
    count === 1
      ? 'Die vorgelegte Datei in diesem Paket ist Byte für Byte die, über die entschieden wurde.'
      : `Alle ${count} vorgelegten Dateien in diesem Paket sind Byte für Byte die, über die entschieden wurde.`,
  'file-is-another': ({ name, path }) =>
    `Die Datei ${path} ist nicht die „${name}“, über die entschieden wurde: Sie wurde geändert oder vertauscht.`,
  'file-not-in-pack': ({ name }) =>
    `Die vorgelegte Datei „${name}“ ist nicht im Paket; ob Sie die richtige haben, ist nicht gezeigt.`,
  'files-not-in-reach': ({ count }) =>
    `Nicht geprüft: ${count === 1 ? 'die vorgelegte Datei' : `die ${count} vorgelegten Dateien`}. Hier stehen nur ihre Prüfsummen; das Nachweispaket der Projektleitung oder des Kunden hat auch die Dateien.`,
  'envelope-is-the-recorded': () =>
    'Beide Dateien des fremden Umschlags sind Byte für Byte die, die die Entscheidung im Register nennt.',
  'envelope-is-another': ({ name, path }) =>
    `Die Datei ${path} ist nicht die „${name}“ des festgehaltenen fremden Umschlags: Sie wurde geändert oder vertauscht.`,
  'envelope-not-in-pack': ({ name }) =>
    `Die Datei „${name}“ des fremden Umschlags ist nicht im Paket; worauf die Entscheidung beruht, ist nicht gezeigt.`,
  'envelope-not-in-reach': () =>
    'Nicht geprüft: die beiden Dateien des fremden Umschlags. Hier stehen nur ihre Prüfsummen; das Nachweispaket der Projektleitung oder des Kunden hat auch die Dateien.',
  'envelope-unverified': ({ service }) =>
    `Ihnen überlassen: ob der Umschlag beweist, was er sagt. Unterschrieben wurde mit ${service || 'einem fremden Dienst'}, nicht hier; der Anbieter hat das unterschriebene Dokument und dessen Abschlusszertifikat angefügt, und weder er noch diese Prüfung hat deren Signaturen geprüft.`,
  'seal-holds': ({ signer, sealedAt }) =>
    `Das Siegel ist das von ${signer}, nach eigener Uhr gemacht am ${instant(sealedAt)}. Es umfasst jedes Byte des PDF: Nichts darin wurde seither geändert.`,
  'seal-not-over-everything': () =>
    'Kein Siegel umfasst das ganze PDF: Es wurde etwas angehängt, abgeschnitten oder geändert, oder es hatte nie unser Siegel.',
  'seal-damaged': () => 'Das Siegel des PDF ist nicht lesbar: Es wurde beschädigt oder verändert.',
  'sealed-content-changed': () =>
    'Der Inhalt des PDF ist nicht der besiegelte: Er wurde nachträglich geändert.',
  'seal-forged': ({ signer }) =>
    `Die Signatur im Siegel ist nicht die von ${signer}: Jemand anders hat sie gemacht, oder sie wurde verändert.`,
  'seal-signer-unknown': ({ signer }) =>
    `Das Siegel nutzt ein Zertifikat auf den Namen „${signer}“, das zu keinem führt, dem hier geglaubt wird, oder das damals nicht galt: Jeder könnte es gemacht haben.`,
  'seal-timestamp-holds': ({ stampedAt, authority }) =>
    `${authority} bestätigt, dass das Siegel am ${instant(stampedAt)} vorlag: Es wurde nicht später gemacht.`,
  'seal-timestamp-false': () =>
    'Der Zeitstempel im Siegel hält nicht: Er gehört zu etwas anderem, ist beschädigt oder von einer Stelle, der hier nicht geglaubt wird.',
  'seal-without-timestamp': () =>
    'Von keinem Dritten gezeigt: wann das Siegel gemacht wurde. Es hat keinen Zeitstempel; die Zeit sagt nur der Anbieter.',
  'no-embedded-evidence': () =>
    'Im PDF ist kein lesbarer Nachweis eingebettet; seine Worte lassen sich also an nichts prüfen.',
  'embedded-evidence-is-the-packs': () =>
    'Der Nachweis neben dem Zertifikat ist der, der im besiegelten PDF eingebettet ist.',
  'embedded-evidence-is-another': () =>
    'Der Nachweis neben dem Zertifikat ist nicht der im besiegelten PDF: Er wurde geändert oder vertauscht.',
  'schema-holds': () => 'Der Nachweis hat die Form, die sein veröffentlichtes Schema beschreibt.',
  'schema-broken': ({ at, why }) => `Der Nachweis verletzt sein Schema bei ${at}: ${why}`,
  'evidence-not-canonical': () =>
    'Der Nachweis ist nicht in kanonischem JSON geschrieben, wie unserer es immer ist: Jemand hat ihn neu geschrieben.',
  'decision-is-in-chain': ({ seq }) =>
    `Die Entscheidung steht im Register dieses Pakets, als Eintrag ${seq}.`,
  'decision-is-not-in-chain': ({ seq }) =>
    `Eintrag ${seq} im Register dieses Pakets ist nicht der, aus dem das Zertifikat entstand: Eines von beiden wurde geändert.`,
  'head-is-in-chain': ({ seq }) =>
    `Das Register enthält noch Eintrag ${seq}, seinen Kopf bei Ausstellung des Zertifikats: Bis dahin wurde es nicht neu geschrieben.`,
  'head-is-not-in-chain': ({ seq }) =>
    `Das Register enthält Eintrag ${seq} nicht mehr so, wie das Zertifikat ihn kannte: Es wurde seither neu geschrieben oder gekürzt.`,
  'certificate-is-in-chain': ({ seq }) =>
    `Das Zertifikat ist die Datei, die Eintrag ${seq} des Registers bei der Ausstellung festhielt.`,
  'certificate-was-raised': ({ seq }) =>
    `Das Zertifikat ist die Datei, die Eintrag ${seq} des Registers festhielt, als zum Siegel ein Zeitstempel hinzukam.`,
  'certificate-is-another-file': ({ seq }) =>
    `Eintrag ${seq} des Registers hält dieses Zertifikat als andere Datei fest: Diese wurde nach dem Besiegeln geändert.`,
  'certificate-differs-from-chain': ({ seq }) =>
    `Eintrag ${seq} des Registers hält zu dieser Entscheidung ein Zertifikat mit anderem Nachweis fest: Eines von beiden wurde geändert.`,
  'certificate-is-not-in-chain': () =>
    'Das Register kennt kein Zertifikat zu dieser Entscheidung: Der Eintrag wurde entfernt, oder es wurde nie ausgestellt.',
  'digest-is-the-scanned': ({ digest }) =>
    `Der Nachweis hat die Prüfsumme ${short(digest)} aus dem Code, den Sie gescannt haben: Es ist dieses Zertifikat.`,
  'digest-is-not-the-scanned': ({ digest }) =>
    `Der Nachweis hat nicht die Prüfsumme ${short(digest)} aus dem Code, den Sie gescannt haben: Es ist ein anderes Zertifikat.`,
  'ledger-disclosures-hold': ({ count }) =>
    `${count} Angaben zu Personen neben dem Register sind die, auf die sich seine Einträge festgelegt haben.`,
  'ledger-disclosure-false': ({ seq }) =>
    `Eine Angabe zu einer Person neben Eintrag ${seq} des Registers ist nicht die, auf die er sich festgelegt hat: Sie wurde verändert.`,
  'ledger-of-another-project': () =>
    'Das Register in diesem Paket gehört nicht zu dem Projekt, das es nennt: Es wurde vertauscht.',
  'no-checkpoint': () =>
    'Nicht gezeigt: dass das Register nicht als Ganzes neu geschrieben wurde. Es gibt noch keinen Prüfpunkt davon.',
  'no-ledger-here': ({ seq }) =>
    `Nicht geprüft: ob Eintrag ${seq} noch im Register des Projekts steht. Ein Zertifikat allein enthält den Eintrag, nicht das Register; das Nachweispaket hat beides.`,
  'root-believed-as-given': ({ name, fingerprint }) =>
    `Sie haben „${name}“ (SHA-256 ${fingerprint}) als Wurzel angegeben, der geglaubt wird.`,
  'root-to-compare': ({ name, fingerprint }) =>
    `Von Ihnen zu vergleichen: Die Siegel beruhen auf der Wurzel „${name}“, SHA-256 ${fingerprint}. Dass es die des Anbieters ist, kann diese Prüfung nicht wissen: Vergleichen Sie sie mit dem, was der Anbieter veröffentlicht, oder mit einem früheren Zertifikat.`,
  'root-of-checkpoints-alone': ({ name, fingerprint }) =>
    `Von Ihnen zu vergleichen: Prüfpunkte sind hier unter der Wurzel „${name}“, SHA-256 ${fingerprint}, unterzeichnet, unter der hier kein Zertifikat besiegelt ist. Der Anbieter hat die Stelle gewechselt, oder jemand anders hat unterzeichnet.`,
  'authority-to-compare': ({ name, fingerprint }) =>
    `Von Ihnen zu vergleichen: Zeitstempel beruhen nach eigener Angabe auf „${name}“, SHA-256 ${fingerprint}.`,
}
