import type { ShippedWords } from './words'

export const construction: ShippedWords = {
  key: 'construction',
  name: ['Construction', 'Bauprojekt'],
  description: [
    'A building or plant from brief to handover: design, tender, shell, fit-out, commissioning, warranty.',
    'Ein Gebäude oder eine Anlage vom Bedarf bis zur Übergabe: Planung, Vergabe, Rohbau, Ausbau, Inbetriebnahme, Gewährleistung.',
  ],
  phases: [
    {
      name: ['Brief', 'Bedarfsplanung'],
      gate: ['Brief approved', 'Bedarf genehmigt'],
      tasks: [
        { id: 'brief', name: ['Brief and budget frame', 'Bedarf und Kostenrahmen'], days: 10 },
        { id: 'ground', name: ['Ground survey', 'Baugrundgutachten'], days: 15, after: ['brief'] },
        {
          id: 'briefed',
          name: ['Brief approved by the client', 'Bedarf vom Bauherrn genehmigt'],
          days: 0,
          after: ['brief'],
          kind: 'acceptance',
        },
      ],
      exit: [
        ['Rooms, uses and budget frame are approved', 'Räume, Nutzungen und Kostenrahmen sind genehmigt'],
      ],
    },
    {
      name: ['Design and permit', 'Planung und Genehmigung'],
      gate: ['Permit granted', 'Baugenehmigung erteilt'],
      tasks: [
        { id: 'concept', name: ['Concept design', 'Vorentwurf'], days: 20, after: ['briefed', 'ground'] },
        { id: 'design', name: ['Detailed design', 'Entwurf'], days: 30, after: ['concept'] },
        { id: 'application', name: ['Permit application', 'Bauantrag'], days: 10, after: ['design'] },
        {
          id: 'permit',
          name: ['Examination by the authority', 'Prüfung durch die Behörde'],
          days: 60,
          after: ['application'],
        },
        {
          id: 'permitted',
          name: ['Permit granted', 'Baugenehmigung'],
          days: 0,
          after: ['permit'],
          kind: 'delivery',
        },
      ],
      exit: [
        [
          'The permit is granted, its conditions are listed',
          'Die Genehmigung ist erteilt, ihre Auflagen sind aufgelistet',
        ],
        ['The cost estimate is within the frame', 'Die Kostenberechnung liegt im Rahmen'],
      ],
      evidence: [
        { element: ['Structural design, checked', 'Statik, geprüft'], level: 4 },
        { element: ['Fire protection concept', 'Brandschutzkonzept'], level: 4 },
      ],
    },
    {
      name: ['Tender', 'Vergabe'],
      gate: ['Contracts awarded', 'Aufträge vergeben'],
      tasks: [
        { id: 'tender', name: ['Tender documents', 'Leistungsverzeichnisse'], days: 25, after: ['design'] },
        { id: 'bids', name: ['Bids', 'Angebotsfrist'], days: 25, after: ['tender'] },
        {
          id: 'award',
          name: ['Evaluation and award', 'Wertung und Zuschlag'],
          days: 10,
          after: ['bids', 'permitted'],
        },
      ],
      exit: [['Awarded sums are within the budget', 'Die Vergabesummen liegen im Budget']],
      entry: [
        ['Site safety plan and co-ordinator are named', 'Sicherheitsplan und Koordinator sind benannt'],
      ],
    },
    {
      name: ['Shell', 'Rohbau'],
      gate: ['Shell accepted', 'Rohbau abgenommen'],
      tasks: [
        { id: 'site', name: ['Set up the site', 'Baustelle einrichten'], days: 10, after: ['award'] },
        { id: 'foundation', name: ['Foundation', 'Gründung'], days: 25, after: ['site'] },
        { id: 'shell', name: ['Shell and roof', 'Rohbau und Dach'], days: 70, after: ['foundation'] },
        {
          id: 'shelled',
          name: ['Shell accepted', 'Rohbauabnahme'],
          days: 0,
          after: ['shell'],
          kind: 'acceptance',
        },
      ],
      exit: [
        ['The shell is surveyed and within tolerance', 'Der Rohbau ist vermessen und in der Toleranz'],
        ['The building is weathertight', 'Das Gebäude ist dicht'],
      ],
      evidence: [{ element: ['Concrete test certificates', 'Betonprüfzeugnisse'], level: 3 }],
    },
    {
      name: ['Fit-out', 'Ausbau'],
      gate: ['Ready for commissioning', 'Bereit zur Inbetriebnahme'],
      tasks: [
        {
          id: 'services',
          name: ['Building services', 'Technische Ausrüstung'],
          days: 60,
          after: ['shelled'],
        },
        { id: 'facade', name: ['Façade and windows', 'Fassade und Fenster'], days: 35, after: ['shelled'] },
        { id: 'interior', name: ['Interior works', 'Innenausbau'], days: 50, after: ['facade'] },
        { id: 'outside', name: ['Outdoor works', 'Außenanlagen'], days: 25, after: ['facade'] },
      ],
      exit: [['Defects are listed and dated', 'Mängel sind aufgelistet und terminiert']],
    },
    {
      name: ['Commissioning and handover', 'Inbetriebnahme und Übergabe'],
      gate: ['Handed over', 'Übergeben'],
      tasks: [
        {
          id: 'commissioning',
          name: ['Commissioning of the services', 'Inbetriebnahme der Technik'],
          days: 15,
          after: ['services', 'interior'],
        },
        {
          id: 'inspection',
          name: ['Inspection by the authority', 'Behördliche Abnahme'],
          days: 5,
          after: ['commissioning', 'outside'],
        },
        {
          id: 'handover',
          name: ['Formal acceptance', 'Förmliche Abnahme'],
          days: 0,
          after: ['inspection'],
          kind: 'acceptance',
        },
        {
          id: 'defects',
          name: ['Remedy of the remaining defects', 'Restmängel beseitigen'],
          days: 20,
          after: ['handover'],
        },
        { id: 'accounts', name: ['Final accounts', 'Schlussabrechnung'], days: 20, after: ['handover'] },
      ],
      exit: [
        [
          'Acceptance is signed, the warranty runs',
          'Die Abnahme ist unterschrieben, die Gewährleistung läuft',
        ],
        ['Operating manuals are handed over', 'Betriebsanleitungen sind übergeben'],
      ],
    },
  ],
  deliverables: [
    {
      name: ['Permit design', 'Genehmigungsplanung'],
      description: ['All that the authority asks for.', 'Alles, was die Behörde verlangt.'],
      due: 'permitted',
      criteria: [
        {
          statement: ['The permit is granted.', 'Die Genehmigung ist erteilt.'],
          how: ['Notice of the authority', 'Bescheid der Behörde'],
        },
      ],
    },
    {
      name: ['Shell', 'Rohbau'],
      description: ['The weathertight structure.', 'Das dichte Tragwerk.'],
      due: 'shelled',
      criteria: [
        {
          statement: ['Dimensions are within tolerance.', 'Die Maße liegen in der Toleranz.'],
          how: ['Survey', 'Vermessung'],
        },
      ],
    },
    {
      name: ['Finished building', 'Fertiges Gebäude'],
      description: [
        'Ready for use, with manuals and certificates.',
        'Nutzungsbereit, mit Anleitungen und Bescheinigungen.',
      ],
      due: 'handover',
      twice: true,
      criteria: [
        {
          statement: ['All services run in trial operation.', 'Alle Anlagen laufen im Probebetrieb.'],
          how: ['Commissioning protocol', 'Inbetriebnahmeprotokoll'],
        },
        {
          statement: ['No essential defect is open.', 'Kein wesentlicher Mangel ist offen.'],
          how: ['Walk-through', 'Begehung'],
        },
      ],
    },
  ],
  risks: [
    {
      kind: 'threat',
      title: ['The ground is worse than surveyed', 'Der Baugrund ist schlechter als erkundet'],
      response: ['More drillings, provisional sums', 'Mehr Bohrungen, Bedarfspositionen'],
      percent: 25,
    },
    {
      kind: 'threat',
      title: ['Prices rise before the award', 'Preise steigen vor der Vergabe'],
      response: ['Early award of shell and services', 'Rohbau und Technik früh vergeben'],
      percent: 40,
    },
    {
      kind: 'threat',
      title: ['A subcontractor fails', 'Ein Nachunternehmer fällt aus'],
      response: ['Performance bonds, second bidder', 'Bürgschaften, zweiter Bieter'],
      percent: 15,
    },
    {
      kind: 'opportunity',
      title: ['Prefabrication shortens the shell', 'Vorfertigung verkürzt den Rohbau'],
      response: ['Allow alternative bids', 'Nebenangebote zulassen'],
      percent: 25,
    },
  ],
}
