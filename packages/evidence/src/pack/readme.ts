import type { Manifest } from './manifest'

type About = Pick<Manifest, 'scope' | 'project' | 'asOf'> & { provider: string; certificates: number }

/** What lies in a pack, what is proved and what is not, in plain words: `README.txt`. */
export function readmeInEnglish({ scope, project, asOf, provider, certificates }: About): string {
  const about = scope === 'decision' ? 'one decision' : `${certificates} decisions`
  return `EVIDENCE PACK

${about} in the project ${project.code}, ${project.name}
handed over by ${provider}; the ledger in it ends on ${asOf}

HOW TO CHECK IT, WITHOUT US

1. Open verify.html in any current browser and drop this whole ZIP file on it. It works offline, from your disk. Nothing
   leaves your computer.
2. Or: python3 tools/verify_chain.py PACK.zip. A second program, written from format/ledger.md alone, that shares no
   line with the first. It checks the ledger, the checkpoints' proofs and signatures, and every file's digest.
3. Or with programs that are not ours at all:
     pdfsig certificates/NUMBER.pdf                       the seal of a certificate
     sha256sum files/…                                    against the digests in the certificate
   format/ledger.md says to the byte what is hashed and signed, so you can write a program of your own.

Either check names root certificates with their SHA-256. Compare them with what ${provider} has published or sent you
before. That is the one thing that no file can prove of itself.

WHAT LIES WHERE

  certificates/   the sealed certificates, one for each decision: what people read
  evidence/       the same as data (JSON), as it is embedded in each certificate
  files/          the files that were decided on
  envelopes/      documents of an outside signing service, where somebody attached them: marked as what they are
  ledger/         the project's ledger, entry by entry, and the checkpoints that were signed over it
  keys/           the certificates of the keys that sealed and signed
  format/         the formats, with the JSON Schema of the evidence
  tools/          the second checking program
  manifest.json   the SHA-256 of each file here

WHAT IS PROVED

- That the certificate is what was sealed, and by which key.
- That the files here are those that were decided on, byte for byte; which criteria, results and reservations there were.
- That the decision was entered in the project's ledger, in this order, and that no entry before the newest
  certificate or checkpoint was changed, inserted, moved or removed since.
- Where a timestamp authority confirmed it: that it was there at that time.
- Who is named as having decided, with which authority and in which words, as far as it is not erased.

WHAT IS NOT PROVED

- That what was written is true. It proves what was said, not that it was so.
- That the named person sat at the keyboard. The person signed in, gave the password again within five minutes and typed
  the name: this is what is recorded.
- What happened after the newest certificate or checkpoint in this pack.
- When something happened, beyond a timestamp: all other times are ${provider}'s clocks.

WHAT MAY BE CLAIMED

A simple electronic signature of the person (Regulation (EU) No 910/2014, article 3 no. 10), together with the electronic
seal of the organisation over the certificate. Not an advanced electronic signature of the person, and not a qualified
one. A decision marked "deemed" was signed by nobody: the contract's clause made it.

Personal data that was erased at a person's request is missing here; all proofs hold without it.
`
}

/** The same in German: `LIESMICH.txt`. */
export function readmeInGerman({ scope, project, asOf, provider, certificates }: About): string {
  const about = scope === 'decision' ? 'Eine Entscheidung' : `${certificates} Entscheidungen`
  return `NACHWEISPAKET

${about} im Projekt ${project.code}, ${project.name}
übergeben von ${provider}; das Register darin endet am ${asOf}

WIE SIE ES PRÜFEN, OHNE UNS

1. Öffnen Sie verify.html in einem aktuellen Browser und ziehen Sie diese ganze ZIP-Datei darauf. Das geht ohne Netz, von
   Ihrer Festplatte. Nichts verlässt Ihren Rechner.
2. Oder: python3 tools/verify_chain.py PAKET.zip. Ein zweites Programm, allein nach format/ledger.md geschrieben, das mit
   dem ersten keine Zeile teilt. Es prüft das Register, die Nachweise und Signaturen der Prüfpunkte und jede Prüfsumme.
3. Oder mit Programmen, die gar nicht von uns sind:
     pdfsig certificates/NUMMER.pdf                       das Siegel eines Zertifikats
     sha256sum files/…                                    gegen die Prüfsummen im Zertifikat
   format/ledger.md sagt auf das Byte genau, was wie unterzeichnet ist; Sie können ein eigenes Programm schreiben.

Beide nennen Wurzelzertifikate mit ihrer SHA-256. Vergleichen Sie sie mit dem, was ${provider} veröffentlicht oder Ihnen
früher geschickt hat. Das ist das Einzige, was keine Datei von sich selbst beweisen kann.

WAS WO LIEGT

  certificates/   die besiegelten Zertifikate, je Entscheidung eines: was man liest
  evidence/       dasselbe als Daten (JSON), wie es in jedem Zertifikat eingebettet ist
  files/          die Dateien, über die entschieden wurde
  envelopes/      Unterlagen eines fremden Signaturdienstes, wo jemand sie beifügte: als das gekennzeichnet, was sie sind
  ledger/         das Register des Projekts, Eintrag für Eintrag, und die darüber unterzeichneten Prüfpunkte
  keys/           die Zertifikate der Schlüssel, die besiegelt und unterzeichnet haben
  format/         die Formate, mit dem JSON-Schema des Nachweises
  tools/          das zweite Prüfprogramm
  manifest.json   die SHA-256 jeder Datei hier

WAS BEWIESEN IST

- Dass das Zertifikat ist, was besiegelt wurde, und mit welchem Schlüssel.
- Dass die Dateien hier Byte für Byte die sind, über die entschieden wurde; welche Kriterien, Ergebnisse, Vorbehalte.
- Dass die Entscheidung im Register des Projekts steht, in dieser Reihenfolge, und dass kein Eintrag vor dem neuesten
  Zertifikat oder Prüfpunkt seither geändert, eingefügt, verschoben oder entfernt wurde.
- Wo eine Zeitstempelstelle es bestätigt: dass es zu dieser Zeit vorlag.
- Wer als Entscheidender genannt ist, mit welcher Vollmacht und welchen Worten, soweit nicht gelöscht.

WAS NICHT BEWIESEN IST

- Dass stimmt, was geschrieben wurde. Bewiesen ist, was gesagt wurde, nicht, dass es so war.
- Dass die genannte Person an der Tastatur saß. Sie hat sich angemeldet, binnen fünf Minuten ihr Passwort wiederholt und
  ihren Namen getippt: Das ist festgehalten.
- Was nach dem neuesten Zertifikat oder Prüfpunkt in diesem Paket geschah.
- Wann etwas geschah, über einen Zeitstempel hinaus: Alle anderen Zeiten sind Uhren von ${provider}.

WAS MAN BEHAUPTEN DARF

Eine einfache elektronische Signatur der Person (Verordnung (EU) Nr. 910/2014, Artikel 3 Nr. 10) zusammen mit dem
elektronischen Siegel der Organisation über dem Zertifikat. Keine fortgeschrittene elektronische Signatur der Person und
keine qualifizierte. Eine Entscheidung, die als „gilt als abgenommen“ bezeichnet ist, hat niemand unterschrieben: Sie folgt aus
der Klausel des Vertrags.

Personenbezogene Daten, die auf Verlangen gelöscht wurden, fehlen hier; alle Nachweise halten ohne sie.
`
}
