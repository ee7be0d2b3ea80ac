import type { LetterMessages } from './letters-en'

export const de: LetterMessages = {
  greeting: (name) => `Guten Tag ${name},`,
  closing:
    'Sie erhalten diese Nachricht, weil Sie an einem Projekt mitwirken, das mit Countersign geführt wird.',

  project: 'Projekt',
  deliverable: 'Liefergegenstand',
  version: 'Version',
  inVersion: (name, version) => `${name}, Version ${version}`,

  acceptance: {
    subject: (deliverable) => `Abgenommen: ${deliverable}`,
    toSignatory:
      'Sie haben diesen Liefergegenstand abgenommen. Die Abnahmebescheinigung hängt an; bitte bewahren Sie sie auf, sie belegt, was wann von wem abgenommen wurde.',
    toOthers: (signatory, customer) =>
      `${signatory} hat diesen Liefergegenstand für ${customer} abgenommen. Die Abnahmebescheinigung hängt an.`,
    certificate: 'Bescheinigung',
    decidedAt: 'Abgenommen am',
    button: 'Liefergegenstand ansehen',
    buttonForUs: 'Liefergegenstand öffnen',
  },
  rejection: {
    subject: (deliverable) => `Abgelehnt: ${deliverable}`,
    what: (signatory, customer) =>
      `${signatory} hat diesen Liefergegenstand für ${customer} abgelehnt. Diese Kriterien sind nicht erfüllt:`,
    decidedAt: 'Abgelehnt am',
    criterion: (position) => `Kriterium ${position}`,
    button: 'Liefergegenstand öffnen',
  },
  withdrawal: {
    subject: (deliverable) => `Entscheidung zurückgenommen: ${deliverable}`,
    what: (signatory, customer) =>
      `${signatory} hat für ${customer} die Entscheidung über diese Version zurückgenommen. Sie bleibt festgehalten und gilt nicht mehr; über die Version ist wieder zu entscheiden.`,
    reason: 'Grund',
    withdrawnAt: 'Zurückgenommen am',
    button: 'Ergebnis ansehen',
  },
  deemed: {
    subject: (deliverable) => `Gilt als abgenommen: ${deliverable}`,
    toCustomer:
      'Auf Ihrer Seite hat innerhalb der Abnahmefrist niemand entschieden. Nach der unten stehenden Vertragsklausel gilt dieses Ergebnis deshalb als abgenommen. Niemand hat es unterzeichnet. Die Bescheinigung darüber hängt an.',
    toUs: (customer) =>
      `Bei ${customer} hat innerhalb der Abnahmefrist niemand entschieden. Nach der unten stehenden Vertragsklausel gilt dieses Ergebnis deshalb als abgenommen. Niemand hat es unterzeichnet. Die Bescheinigung darüber hängt an.`,
    clause: 'Klausel',
    deemedAt: 'Gilt als abgenommen seit',
  },
  outside: {
    accepted: (deliverable) => `Anderswo abgenommen, festgehalten: ${deliverable}`,
    rejected: (deliverable) => `Anderswo abgelehnt, festgehalten: ${deliverable}`,
    what: (manager, signers, service) =>
      `${manager} hat festgehalten, dass ${signers} über diesen Liefergegenstand mit ${service} entschieden hat. Unterschrieben wurde nicht in Countersign, und niemand hat hier die Signaturen des Umschlags geprüft; das unterschriebene Dokument und dessen Abschlusszertifikat sind der Entscheidung angefügt.`,
    notSo:
      'Ist das nicht so, nehmen Sie die Entscheidung im Portal zurück, berichtigen Sie sie, oder antworten Sie der Projektleitung.',
    envelope: 'Umschlag',
    completedAt: 'Dort unterschrieben',
    reason: 'Begründung',
  },
  clock: {
    reminderSubject: (deliverable, day) => `Bitte bis ${day} entscheiden: ${deliverable}`,
    reminder: (day) =>
      `Dieses Ergebnis wartet auf Ihre Entscheidung. Nach dem Vertrag haben Sie bis zum Ende des ${day} Zeit.`,
    silence: 'Danach bleibt es offen; die Projektleitung wird nachfragen.',
    clauseApplies: 'Was der Vertrag zum Schweigen sagt, steht unten. Bevor das gilt, werden Sie gewarnt.',
    warningSubject: (deliverable, day) =>
      `Ohne Entscheidung bis ${day} gilt dies als abgenommen: ${deliverable}`,
    warning: (day) =>
      `Die Abnahmefrist läuft ab. Wenn bis zum Ende des ${day} niemand von Ihnen abnimmt, ablehnt oder mehr Zeit erbittet, gilt dieses Ergebnis nach der unten stehenden Klausel als abgenommen, ohne Unterschrift.`,
    lastDay: 'Entscheiden bis',
    daysLeft: 'Arbeitstage übrig',
    clause: 'Klausel',
    button: 'Ansehen und entscheiden',
    ranOutSubject: (deliverable) => `Die Abnahmefrist ist abgelaufen: ${deliverable}`,
    ranOut: (customer, day) =>
      `${customer} hat bis ${day} nicht entschieden. Nach dem Vertrag ist Schweigen keine Abnahme, von selbst geschieht also nichts.`,
  },
  timeAnswer: {
    granted: (deliverable) => `Mehr Zeit gewährt: ${deliverable}`,
    notGranted: (deliverable) => `Mehr Zeit nicht gewährt: ${deliverable}`,
    what: (manager) => `${manager} hat auf Ihre Bitte um mehr Zeit geantwortet.`,
    until: 'Entscheiden bis',
    asked: 'Erbeten bis',
  },
  claim: {
    subject: (number, title) => `Gewährleistungsfall ${number}: ${title}`,
    what: (who, customer) => `${who} von ${customer} meldet einen Mangel in der Gewährleistung.`,
    description: 'Beschreibung',
    answered: (manager) => `${manager} hat auf Ihre Mangelmeldung geantwortet:`,
    answers: {
      'in-work': (number, title) => `Gewährleistungsfall ${number} ist in Arbeit: ${title}`,
      mended: (number, title) => `Gewährleistungsfall ${number} ist behoben: ${title}`,
      'not-covered': (number, title) => `Gewährleistungsfall ${number} ist nicht gedeckt: ${title}`,
    },
    button: 'Meldung ansehen',
    buttonForUs: 'Antworten',
  },
  week: {
    weekOf: 'Woche vom',
    waitsSubject: (who, week) => `${who}: die Woche vom ${week} wartet auf Sie`,
    waits: (who) => `Stunden von ${who} warten auf Sie als Führungskraft.`,
    look: 'Woche ansehen',
    backSubject: (week) => `Ihre Woche vom ${week} wurde zurückgegeben`,
    back: (who) => `${who} hat Stunden dieser Woche zurückgegeben:`,
    mend: 'Diese Woche berichtigen',
  },
  dependency: {
    subject: (what) => `Wir brauchen von Ihnen: ${what}`,
    asked: (manager) => `${manager} bittet Sie darum, damit das Projekt weitergehen kann:`,
    anew: (manager) => `${manager} hat geändert, was das Projekt von Ihnen braucht:`,
    needOn: 'Gebraucht bis',
    forTask: 'Für',
    message: 'Nachricht',
    owner: 'Kümmert sich',
    button: 'Sagen, dass es erledigt ist oder wann',
    doneSubject: (what) => `Erledigt, sagt der Kunde: ${what}`,
    laterSubject: (what) => `Kommt später, sagt der Kunde: ${what}`,
    done: (who, customer) => `${who} von ${customer} sagt, dass es erledigt ist.`,
    later: (who, customer) => `${who} von ${customer} sagt, dass es später kommt.`,
    promised: 'Zugesagt für',
    remark: 'Bemerkung',
    buttonForUs: 'Ansehen',
  },
  submission: {
    subject: (deliverable) => `Wartet auf Sie: ${deliverable}`,
    what: (manager) => `${manager} hat einen Liefergegenstand zur Abnahme vorgelegt.`,
    toSignatory:
      'Bitte gehen Sie die Abnahmekriterien durch und entscheiden Sie: Nehmen Sie ihn ab, oder lehnen Sie ihn mit Begründung ab.',
    toTester: 'Bitte gehen Sie die Abnahmekriterien durch. Es entscheidet, wer auf Ihrer Seite zeichnet.',
    message: 'Nachricht',
    files: 'Dateien',
    button: 'Liefergegenstand ansehen',
  },
  criteria: {
    subject: (deliverable) => `Bitte bestätigen Sie die Abnahmekriterien: ${deliverable}`,
    what: (manager) =>
      `${manager} legt Ihnen vor, wonach dieser Liefergegenstand beurteilt wird. Bitte lesen Sie die Kriterien und bestätigen Sie sie, oder antworten Sie auf diese Mail mit dem, was fehlt.`,
    confirmedSubject: (deliverable) => `Kriterien bestätigt: ${deliverable}`,
    confirmed: (signatory, customer) =>
      `${signatory} hat die Abnahmekriterien für ${customer} bestätigt. Der Liefergegenstand kann vorgelegt werden, sobald er fertig ist.`,
    criterion: (position) => `Kriterium ${position}`,
    button: 'Lesen und bestätigen',
    buttonForUs: 'Liefergegenstand öffnen',
  },
  vendorInvoice: {
    subject: {
      received: (number, vendor) => `Rechnung ${number} von ${vendor} ist eingegangen`,
      approved: (number, order) => `Ihre Rechnung ${number} zur Bestellung ${order} ist freigegeben`,
      refused: (number, order) => `Ihre Rechnung ${number} zur Bestellung ${order} wurde nicht angenommen`,
    },
    received: (who) =>
      `${who} hat diese Rechnung für Ihr Projekt gesendet. Bitte geben Sie sie frei oder sagen Sie, warum nicht.`,
    approved: 'Wir haben Ihre Rechnung freigegeben. Bezahlt wird sie, wenn sie fällig ist.',
    refused:
      'Wir haben Ihre Rechnung aus diesem Grund nicht angenommen. Sie gilt als nicht gesendet: Bitte senden Sie eine richtige.',
    order: 'Bestellung',
    number: 'Rechnung',
    net: 'Netto',
    tax: 'Steuer',
    decide: 'Rechnung ansehen',
    button: 'Bestellung ansehen',
  },
  change: {
    subject: {
      proposed: (number, title) => `Bitte entscheiden Sie über Änderung ${number}: ${title}`,
      approved: (number, title) => `Änderung ${number} genehmigt: ${title}`,
      rejected: (number, title) => `Änderung ${number} abgelehnt: ${title}`,
      withdrawn: (number, title) => `Änderung ${number} zurückgezogen: ${title}`,
    },
    proposed: (manager) =>
      `${manager} schlägt eine Änderung des Vertrags vor. Bitte lesen Sie sie und genehmigen Sie sie, oder lehnen Sie mit Begründung ab.`,
    approved: (signatory, customer) =>
      `${signatory} hat diese Änderung für ${customer} genehmigt. Sie ist von jetzt an Teil des Vertrags.`,
    rejected: (signatory, customer) =>
      `${signatory} hat diese Änderung für ${customer} abgelehnt. Der Vertrag bleibt, wie er ist. Die Begründung:`,
    withdrawn: (manager) =>
      `${manager} hat diese Änderung zurückgezogen; es ist nichts zu entscheiden. Die Begründung:`,
    change: 'Änderung',
    value: 'Wert',
    decide: 'Lesen und entscheiden',
    button: 'Zur Änderung',
  },
  signature: {
    yours:
      'Jemand aus Ihrem Unternehmen hat gezeichnet. Vor der Abnahme dieser Version fehlt auch Ihre Zeichnung: Bitte gehen Sie die Kriterien durch und entscheiden Sie.',
  },
  timeRequest: {
    subject: (deliverable) => `Bitte um mehr Zeit: ${deliverable}`,
    what: (who, customer) => `${who} von ${customer} bittet um mehr Zeit für die Entscheidung.`,
    until: 'Bis',
    button: 'Antworten',
  },
  testRound: {
    subject: (deliverable) => `Bereit zum Testen: ${deliverable}`,
    what: (manager, count, isAgain) =>
      `${manager} bittet Sie, ${count === 1 ? 'einen Testfall' : `${count} Testfälle`}${isAgain ? ' erneut' : ''} durchzuführen. Sagen Sie zu jedem Schritt, was Sie gesehen haben; was Sie finden, erreicht das Projektteam sofort.`,
    button: 'Tests durchführen',
  },
  testRun: {
    subject: (testCase, deliverable) => `Test nicht bestanden: ${testCase} (${deliverable})`,
    what: (tester, customer) => ({
      failed: `${tester} von ${customer} hat diesen Testfall durchgeführt; er ist fehlgeschlagen.`,
      blocked: `${tester} von ${customer} konnte diesen Testfall nicht zu Ende führen.`,
    }),
    testCase: 'Testfall',
    defect: (number) => `Mangel ${number}`,
    button: 'Tests ansehen',
  },
  sealExpiry: {
    subject: (days) =>
      days === 0
        ? 'Das Siegelzertifikat läuft heute ab'
        : `Das Siegelzertifikat läuft in ${days} ${days === 1 ? 'Tag' : 'Tagen'} ab`,
    what: 'Abnahmebescheinigungen werden mit einem Schlüssel gesiegelt, dessen eigenes Zertifikat abläuft. Danach startet der Worker nicht mehr.',
    todo: 'Lassen Sie sich von Ihrer Zertifizierungsstelle ein neues ausstellen, setzen Sie SEAL_KEY_FILE und SEAL_CERTIFICATES_FILE auf dessen Dateien und starten Sie den Worker neu. Früher Gesiegeltes bleibt prüfbar.',
    endsAt: 'Gültig bis',
    button: 'Konsole öffnen',
  },
  publication: {
    subject: (project, number) => `${project}: Statusbericht ${number}`,
    what: (manager) => `${manager} hat einen neuen Statusbericht veröffentlicht.`,
    publishedAt: 'Veröffentlicht am',
    button: 'Bericht lesen',
  },
  invoice: {
    subject: (number, project) => `Rechnung ${number} für ${project}`,
    what: 'Die Rechnung hängt an. Sie berechnet, was Sie abgenommen oder vereinbart haben.',
    creditSubject: (number, project) => `Rechnungskorrektur ${number} für ${project}`,
    creditWhat: (reason) => `Die Rechnungskorrektur hängt an. Der Grund: ${reason}`,
    creditNote: 'Rechnungskorrektur',
    number: 'Rechnung',
    amount: 'Betrag',
    dueOn: 'Zahlbar bis',
    button: 'Zahlungen ansehen',
    terms: (days) =>
      days === 0
        ? 'Sofort ohne Abzug zahlbar.'
        : `Zahlbar innerhalb von ${days} Tagen ab Rechnungsdatum ohne Abzug.`,
  },
  dunning: {
    subject: (level, number) =>
      level === 1
        ? `Zahlungserinnerung: Rechnung ${number}`
        : level === 2
          ? `Mahnung: Rechnung ${number}`
          : `Letzte Mahnung: Rechnung ${number}`,
    what: (level, due) =>
      level === 3
        ? `Diese Rechnung war am ${due} fällig, und zwei Erinnerungen blieben ohne Antwort. Bitte zahlen Sie bis zum unten genannten Tag; sonst müssen wir weitere Schritte einleiten.`
        : `Diese Rechnung war am ${due} fällig und ist bei uns noch offen. Bitte zahlen Sie bis zum unten genannten Tag.`,
    crossed:
      'Haben Sie in den letzten Tagen gezahlt, brauchen Sie nichts zu tun. Stimmt etwas nicht, antworten Sie bitte.',
    open: 'Offen',
    fee: 'Mahngebühr',
    together: 'Zusammen',
    payBy: 'Bitte zahlen Sie bis',
  },
  invitation: {
    subject: (project) => `Ihre Einladung zu ${project}`,
    what: (manager, customer) =>
      `${manager} lädt Sie ein, dieses Projekt für ${customer} zu verfolgen: den Fortschritt, die Liefergegenstände und die Kosten.`,
    button: 'Einladung annehmen',
    note: 'Dort legen Sie ein Kennwort fest. Der Link gilt einmal und 14 Tage lang. Niemand von uns wird Sie je nach dem Kennwort fragen.',
  },
  added: {
    subject: (project) => `Sie wirken jetzt an ${project} mit`,
    what: (manager) =>
      `${manager} hat Sie zu diesem Projekt hinzugefügt. Melden Sie sich mit Ihrem vorhandenen Kennwort an.`,
    button: 'Projekt öffnen',
  },
  missedTime: {
    subject: (days) => (days === 1 ? 'Ein Tag ohne Stunden' : `${days} Tage ohne Stunden`),
    what: (days) =>
      `Für ${days} haben Sie keine Stunden gebucht. Wenn Sie gearbeitet haben, tragen Sie sie bitte nach.`,
    otherwise: 'Wenn Sie nicht da waren, ist nichts zu tun. Nach jedem Tag werden Sie einmal gefragt.',
    button: 'Stunden nachtragen',
  },
  staffInvitation: {
    subject: 'Ihre Einladung zu Countersign',
    what: 'Sie wurden als Kollegin oder Kollege hinzugefügt. Legen Sie ein Kennwort fest, dann kann es losgehen.',
    role: 'Rolle',
    roles: {
      team_member: 'Projektteam',
      project_manager: 'Projektleitung',
      program_manager: 'Programmleitung',
      finance: 'Finanzen',
      account_manager: 'Kundenbetreuung',
      executive: 'Geschäftsleitung',
      administrator: 'Administration',
      vendor: 'Lieferant',
    },
    button: 'Einladung annehmen',
    note: 'Der Link gilt einmal und 14 Tage lang.',
  },
  signatory: 'Zeichnungsberechtigt',
}
