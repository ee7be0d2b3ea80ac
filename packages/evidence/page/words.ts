import type { Status } from '../src/pack/pack-finding'

const en = {
  title: 'Check an acceptance',
  lead: 'Drop an evidence pack (ZIP) or a certificate (PDF) here. Your browser checks it by itself: nothing is uploaded, and this page works without a network.',
  choose: 'Choose a file',
  orDrop: 'or drop it here',
  another: 'Check another file',
  scanned: (digest: string) =>
    `You came here by the code on a certificate. Choose its file, and it is compared with the code’s digest ${digest.slice(0, 16)}…`,
  roots: 'Root certificates that you believe (optional)',
  rootsText:
    'Give the provider’s root and the timestamp authority’s as PEM, if you have them from somewhere else. Otherwise the file’s own are taken, and named for you to compare.',
  rootsUnreadable: 'There is no certificate in PEM in that file.',
  rootsTaken: (count: number) => `${count} certificates are believed.`,
  checking: (name: string) => `Checking ${name}`,
  progress: (percent: number) => `${percent} % read`,
  verdict: {
    pack: { yes: 'This pack holds', no: 'This pack does not hold' },
    certificate: { yes: 'This certificate holds', no: 'This certificate does not hold' },
    unknown: 'Neither a pack nor a certificate',
  },
  verdictText: {
    yes: 'Nothing that was checked failed. Read below what could not be checked.',
    no: (count: number) =>
      count === 1
        ? 'One check failed. It says what, and where.'
        : `${count} checks failed. Each says what, and where.`,
  },
  groups: {
    fails: 'What failed',
    unchecked: 'What is left for you to judge',
    holds: 'What was checked and holds',
  } satisfies Record<Status, string>,
  about: 'What it is about',
  facts: {
    certificate: 'Certificate',
    deliverable: 'Deliverable',
    version: 'Version',
    project: 'Project',
    outcome: 'Decision',
    decidedAt: 'Decided',
    between: 'From, to',
  },
  outcomes: {
    accepted: 'accepted',
    'accepted-with-reservations': 'accepted with reservations',
    rejected: 'rejected',
    'more-time': 'more time',
  } as Record<string, string>,
  kinds: {
    signed: 'signed',
    deemed: 'deemed by the contract, signed by nobody',
    outside: 'signed with an outside service, the envelope attached and not verified',
  },
  acts: {
    decides: '',
    withdraws: 'withdraws an earlier decision: ',
    corrects: 'corrects an earlier decision: ',
  } as Record<string, string>,
  proves: 'What this proves, and what not',
  provesText: [
    'That the files, the evidence and the certificate are what was sealed and decided on, and that nothing before the newest certificate or checkpoint was changed since.',
    'Not that what was written is true, nor that the named person sat at the keyboard. What may be claimed is a simple electronic signature of the person, with the organisation’s electronic seal: not an advanced and not a qualified signature.',
  ],
  failed: 'The check broke off: the file could not be read to its end.',
  language: 'Language',
}

export type PageWords = typeof en

const de: PageWords = {
  title: 'Eine Abnahme prüfen',
  lead: 'Ziehen Sie ein Nachweispaket (ZIP) oder ein Zertifikat (PDF) hierher. Ihr Browser prüft es selbst: Nichts wird hochgeladen, und diese Seite funktioniert ohne Netz.',
  choose: 'Datei wählen',
  orDrop: 'oder hierher ziehen',
  another: 'Andere Datei prüfen',
  scanned: (digest) =>
    `Sie kommen vom Code auf einem Zertifikat. Wählen Sie seine Datei; sie wird mit der Prüfsumme ${digest.slice(0, 16)}… des Codes verglichen.`,
  roots: 'Wurzelzertifikate, denen Sie glauben (freiwillig)',
  rootsText:
    'Geben Sie die Wurzel des Anbieters und die der Zeitstempelstelle als PEM an, wenn Sie sie von anderswo haben. Sonst gelten die der Datei, und sie werden zum Vergleichen genannt.',
  rootsUnreadable: 'In dieser Datei ist kein Zertifikat in PEM.',
  rootsTaken: (count) => `${count} Zertifikaten wird geglaubt.`,
  checking: (name) => `${name} wird geprüft`,
  progress: (percent) => `${percent} % gelesen`,
  verdict: {
    pack: { yes: 'Dieses Paket hält', no: 'Dieses Paket hält nicht' },
    certificate: { yes: 'Dieses Zertifikat hält', no: 'Dieses Zertifikat hält nicht' },
    unknown: 'Weder Paket noch Zertifikat',
  },
  verdictText: {
    yes: 'Nichts, was geprüft wurde, ist gescheitert. Lesen Sie unten, was nicht geprüft werden konnte.',
    no: (count) =>
      count === 1
        ? 'Eine Prüfung ist gescheitert. Sie sagt, was und wo.'
        : `${count} Prüfungen sind gescheitert. Jede sagt, was und wo.`,
  },
  groups: {
    fails: 'Was gescheitert ist',
    unchecked: 'Was Sie selbst beurteilen müssen',
    holds: 'Was geprüft wurde und hält',
  },
  about: 'Worum es geht',
  facts: {
    certificate: 'Zertifikat',
    deliverable: 'Liefergegenstand',
    version: 'Version',
    project: 'Projekt',
    outcome: 'Entscheidung',
    decidedAt: 'Entschieden',
    between: 'Von, an',
  },
  outcomes: {
    accepted: 'abgenommen',
    'accepted-with-reservations': 'mit Vorbehalten abgenommen',
    rejected: 'abgelehnt',
    'more-time': 'mehr Zeit',
  },
  kinds: {
    signed: 'unterschrieben',
    deemed: 'gilt nach dem Vertrag, von niemandem unterschrieben',
    outside: 'mit einem fremden Dienst unterschrieben, der Umschlag angefügt und nicht geprüft',
  },
  acts: {
    decides: '',
    withdraws: 'nimmt eine frühere Entscheidung zurück: ',
    corrects: 'berichtigt eine frühere Entscheidung: ',
  },
  proves: 'Was das beweist, und was nicht',
  provesText: [
    'Dass Dateien, Nachweis und Zertifikat die sind, die besiegelt und entschieden wurden, und dass vor dem neuesten Zertifikat oder Prüfpunkt seither nichts geändert wurde.',
    'Nicht, dass das Geschriebene stimmt, und nicht, dass die genannte Person an der Tastatur saß. Behaupten darf man eine einfache elektronische Signatur der Person mit dem elektronischen Siegel der Organisation: keine fortgeschrittene und keine qualifizierte Signatur.',
  ],
  failed: 'Die Prüfung brach ab: Die Datei war nicht bis zum Ende lesbar.',
  language: 'Sprache',
}

export const words = { en, de }
