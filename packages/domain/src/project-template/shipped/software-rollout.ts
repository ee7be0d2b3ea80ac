import type { ShippedWords } from './words'

export const softwareRollout: ShippedWords = {
  key: 'software-rollout',
  name: ['Software rollout', 'Software-Einführung'],
  description: [
    'Standard software for a customer: fit-gap, configuration, migration, training, cut-over and hypercare.',
    'Standardsoftware für einen Kunden: Fit-Gap, Konfiguration, Datenübernahme, Schulung, Umstellung und Nachbetreuung.',
  ],
  phases: [
    {
      name: ['Initiation', 'Initiierung'],
      gate: ['Project authorised', 'Projekt freigegeben'],
      tasks: [
        { id: 'kickoff', name: ['Kick-off', 'Auftakt'], days: 1 },
        {
          id: 'charter',
          name: ['Charter and contacts', 'Projektauftrag und Ansprechpartner'],
          days: 3,
          after: ['kickoff'],
        },
        {
          id: 'chartered',
          name: ['Charter signed', 'Projektauftrag unterschrieben'],
          days: 0,
          after: ['charter'],
          kind: 'acceptance',
        },
      ],
      exit: [
        ['Objective, scope and sponsor are written down', 'Ziel, Umfang und Auftraggeber stehen fest'],
        ['The charter is signed by both sides', 'Der Projektauftrag ist von beiden Seiten unterschrieben'],
      ],
      entry: [
        ['Key users have time for the workshops', 'Die Schlüsselanwender haben Zeit für die Workshops'],
      ],
    },
    {
      name: ['Analysis', 'Analyse'],
      gate: ['Solution design agreed', 'Lösungskonzept vereinbart'],
      tasks: [
        { id: 'workshops', name: ['Process workshops', 'Prozess-Workshops'], days: 8, after: ['chartered'] },
        { id: 'fitgap', name: ['Fit-gap list', 'Fit-Gap-Liste'], days: 4, after: ['workshops'] },
        { id: 'design', name: ['Solution design', 'Lösungskonzept'], days: 6, after: ['fitgap'] },
        {
          id: 'designed',
          name: ['Solution design accepted', 'Lösungskonzept abgenommen'],
          days: 0,
          after: ['design'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'Every gap has a decision: change the process, configure, extend or leave',
          'Jede Lücke ist entschieden: Prozess ändern, konfigurieren, erweitern oder lassen',
        ],
        [
          'Interfaces and data to migrate are listed',
          'Schnittstellen und zu übernehmende Daten sind aufgelistet',
        ],
      ],
      entry: [['Test and production systems are ordered', 'Test- und Produktivsystem sind bestellt']],
      evidence: [{ element: ['Solution design', 'Lösungskonzept'], level: 3 }],
    },
    {
      name: ['Build', 'Umsetzung'],
      gate: ['Ready for user acceptance', 'Bereit für den Anwendertest'],
      tasks: [
        {
          id: 'systems',
          name: ['Set up test and production systems', 'Test- und Produktivsystem aufbauen'],
          days: 4,
          after: ['chartered'],
          offset: 5,
        },
        {
          id: 'configure',
          name: ['Configuration', 'Konfiguration'],
          days: 15,
          after: ['designed', 'systems'],
        },
        {
          id: 'interfaces',
          name: ['Interfaces', 'Schnittstellen'],
          days: 12,
          after: ['designed', 'systems'],
        },
        {
          id: 'trial',
          name: ['Trial migration of the data', 'Probeübernahme der Daten'],
          days: 6,
          after: ['configure'],
        },
        { id: 'systest', name: ['System test', 'Systemtest'], days: 5, after: ['interfaces', 'trial'] },
      ],
      exit: [
        ['No defect of severity 1 or 2 is open', 'Kein Fehler der Schwere 1 oder 2 ist offen'],
        ['The trial migration reconciles', 'Die Probeübernahme stimmt mit dem Bestand überein'],
      ],
      entry: [
        ['Test cases and testers are named by the customer', 'Testfälle und Tester sind vom Kunden benannt'],
      ],
      evidence: [
        { element: ['System test report', 'Systemtestbericht'], level: 2 },
        { element: ['Reconciliation of the trial migration', 'Abgleich der Probeübernahme'], level: 3 },
      ],
    },
    {
      name: ['Rollout', 'Einführung'],
      gate: ['Go-live approved', 'Produktivstart freigegeben'],
      tasks: [
        { id: 'uat', name: ['User acceptance test', 'Anwendertest'], days: 10, after: ['systest'] },
        { id: 'training', name: ['Training of users', 'Schulung der Anwender'], days: 6, after: ['systest'] },
        {
          id: 'rehearsal',
          name: ['Cut-over rehearsal', 'Generalprobe der Umstellung'],
          days: 3,
          after: ['uat'],
        },
        { id: 'cutover', name: ['Cut-over', 'Umstellung'], days: 2, after: ['rehearsal', 'training'] },
        { id: 'live', name: ['Live', 'Produktivstart'], days: 0, after: ['cutover'], kind: 'delivery' },
      ],
      exit: [
        ['The user acceptance test is signed', 'Der Anwendertest ist unterschrieben'],
        ['The way back was rehearsed', 'Der Rückweg wurde geprobt'],
      ],
      entry: [['Support takes calls from the first day', 'Der Support nimmt ab dem ersten Tag Anrufe an']],
      evidence: [{ element: ['Cut-over plan with a way back', 'Umstellungsplan mit Rückweg'], level: 4 }],
    },
    {
      name: ['Hypercare and closure', 'Nachbetreuung und Abschluss'],
      gate: ['Project closed', 'Projekt abgeschlossen'],
      tasks: [
        { id: 'hypercare', name: ['Hypercare', 'Nachbetreuung'], days: 20, after: ['live'] },
        {
          id: 'handover',
          name: ['Handover to support', 'Übergabe an den Support'],
          days: 3,
          after: ['hypercare'],
        },
        {
          id: 'final',
          name: ['Final acceptance', 'Endabnahme'],
          days: 0,
          after: ['handover'],
          kind: 'acceptance',
        },
        { id: 'lessons', name: ['Lessons learnt', 'Erfahrungen auswerten'], days: 1, after: ['final'] },
      ],
      exit: [
        ['Final acceptance is signed', 'Die Endabnahme ist unterschrieben'],
        ['Support has taken over', 'Der Support hat übernommen'],
      ],
    },
  ],
  deliverables: [
    {
      name: ['Solution design', 'Lösungskonzept'],
      description: [
        'How the software will carry the customer’s processes.',
        'Wie die Software die Prozesse des Kunden abbildet.',
      ],
      due: 'designed',
      criteria: [
        {
          statement: [
            'Every process of the scope is described.',
            'Jeder Prozess des Umfangs ist beschrieben.',
          ],
          how: ['Reading by the process owners', 'Durchsicht durch die Prozessverantwortlichen'],
        },
        {
          statement: ['Every gap has a decision.', 'Jede Lücke ist entschieden.'],
          how: ['Fit-gap list', 'Fit-Gap-Liste'],
        },
      ],
    },
    {
      name: ['Configured system', 'Konfiguriertes System'],
      description: [
        'The system with configuration, interfaces and migrated data.',
        'Das System mit Konfiguration, Schnittstellen und übernommenen Daten.',
      ],
      due: 'live',
      twice: true,
      criteria: [
        {
          statement: [
            'All test cases of the acceptance test pass.',
            'Alle Testfälle des Anwendertests sind bestanden.',
          ],
          how: ['Acceptance test', 'Anwendertest'],
        },
        {
          statement: [
            'Migrated balances equal those of the old system.',
            'Übernommene Salden gleichen denen des Altsystems.',
          ],
          how: ['Reconciliation', 'Abgleich'],
        },
      ],
    },
    {
      name: ['Training and handover', 'Schulung und Übergabe'],
      description: [
        'Users are trained, support has the documents.',
        'Anwender sind geschult, der Support hat die Unterlagen.',
      ],
      due: 'final',
      criteria: [
        {
          statement: ['All named users took part.', 'Alle benannten Anwender haben teilgenommen.'],
          how: ['List of participants', 'Teilnehmerliste'],
        },
      ],
    },
  ],
  risks: [
    {
      kind: 'threat',
      title: ['Master data are worse than thought', 'Stammdaten sind schlechter als gedacht'],
      response: [
        'Trial migration early, clean before cut-over',
        'Früh probeweise übernehmen, vor der Umstellung bereinigen',
      ],
      percent: 50,
    },
    {
      kind: 'threat',
      title: ['Key users have no time for tests', 'Schlüsselanwender haben keine Zeit zum Testen'],
      response: [
        'Agree days with their managers at the kick-off',
        'Tage beim Auftakt mit den Vorgesetzten vereinbaren',
      ],
      percent: 40,
    },
    {
      kind: 'threat',
      title: ['An interface partner delivers late', 'Ein Schnittstellenpartner liefert spät'],
      response: [
        'Need-by date in writing, file transfer as a fallback',
        'Termin schriftlich, Dateiübertragung als Rückfall',
      ],
      percent: 30,
    },
    {
      kind: 'opportunity',
      title: ['Standard processes replace extensions', 'Standardprozesse ersetzen Erweiterungen'],
      response: [
        'Ask for each gap whether the process may change',
        'Bei jeder Lücke fragen, ob sich der Prozess ändern darf',
      ],
      percent: 30,
    },
  ],
}
