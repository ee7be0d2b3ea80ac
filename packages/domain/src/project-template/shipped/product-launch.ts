import type { ShippedWords } from './words'

export const productLaunch: ShippedWords = {
  key: 'product-launch',
  name: ['Product launch with a quality plan', 'Produktanlauf mit Qualitätsplan'],
  description: [
    'Five phases of advance quality planning with the part approval evidence at each gate, each at its submission level.',
    'Fünf Phasen der Qualitätsvorausplanung mit den Nachweisen der Teilefreigabe an jedem Gate, je mit Vorlagestufe.',
  ],
  phases: [
    {
      name: ['Plan and define', 'Planen und festlegen'],
      gate: ['Programme approved', 'Programm genehmigt'],
      tasks: [
        { id: 'voice', name: ['Voice of the customer', 'Kundenforderungen erfassen'], days: 10 },
        {
          id: 'goals',
          name: [
            'Design, reliability and quality goals',
            'Ziele für Entwicklung, Zuverlässigkeit und Qualität',
          ],
          days: 5,
          after: ['voice'],
        },
        {
          id: 'bom',
          name: ['Preliminary bill of material and process flow', 'Vorläufige Stückliste und Prozessablauf'],
          days: 8,
          after: ['goals'],
        },
        {
          id: 'team',
          name: ['Launch team and assurance plan', 'Anlaufteam und Absicherungsplan'],
          days: 4,
          after: ['goals'],
        },
        {
          id: 'approved',
          name: ['Management approves the programme', 'Leitung genehmigt das Programm'],
          days: 0,
          after: ['bom', 'team'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'Customer requirements are complete and can be verified',
          'Kundenforderungen sind vollständig und prüfbar',
        ],
        ['Special characteristics are listed', 'Besondere Merkmale sind aufgelistet'],
        ['A launch team across functions is named', 'Ein funktionsübergreifendes Anlaufteam ist benannt'],
      ],
      evidence: [{ element: ['Product assurance plan', 'Produktabsicherungsplan'], level: 2 }],
    },
    {
      name: ['Product design and development', 'Produktentwicklung'],
      gate: ['Design released', 'Entwicklung freigegeben'],
      tasks: [
        {
          id: 'dfmea',
          name: ['Design failure analysis', 'Fehlermöglichkeitsanalyse der Entwicklung'],
          days: 10,
          after: ['approved'],
        },
        {
          id: 'drawings',
          name: ['Drawings and specifications', 'Zeichnungen und Spezifikationen'],
          days: 20,
          after: ['approved'],
        },
        {
          id: 'prototype',
          name: ['Prototype build', 'Prototypenbau'],
          days: 15,
          after: ['dfmea', 'drawings'],
        },
        {
          id: 'dvpr',
          name: ['Design verification tests', 'Entwicklungserprobung'],
          days: 15,
          after: ['prototype'],
        },
        {
          id: 'released',
          name: ['Design release', 'Entwicklungsfreigabe'],
          days: 0,
          after: ['dvpr'],
          kind: 'delivery',
        },
      ],
      exit: [
        [
          'High risks of the failure analysis have measures',
          'Hohe Risiken der Fehleranalyse haben Maßnahmen',
        ],
        ['The prototype passed its verification', 'Der Prototyp hat die Erprobung bestanden'],
      ],
      entry: [['Tools and gauges have quotes', 'Für Werkzeuge und Lehren liegen Angebote vor']],
      evidence: [
        { element: ['Design records', 'Konstruktionsunterlagen'], level: 3 },
        { element: ['Engineering change documents', 'Änderungsdokumente'], level: 3, optional: true },
        { element: ['Customer engineering approval', 'Technische Freigabe des Kunden'], level: 4 },
        { element: ['Design FMEA', 'Design-FMEA'], level: 3 },
      ],
    },
    {
      name: ['Process design and development', 'Prozessentwicklung'],
      gate: ['Process released', 'Prozess freigegeben'],
      tasks: [
        {
          id: 'flow',
          name: ['Process flow and floor plan', 'Prozessablauf und Layout'],
          days: 8,
          after: ['released'],
        },
        {
          id: 'pfmea',
          name: ['Process failure analysis', 'Fehlermöglichkeitsanalyse des Prozesses'],
          days: 10,
          after: ['flow'],
        },
        {
          id: 'control',
          name: ['Control plan for the pre-launch', 'Produktionslenkungsplan der Vorserie'],
          days: 6,
          after: ['pfmea'],
        },
        {
          id: 'tools',
          name: ['Tools, gauges and equipment', 'Werkzeuge, Lehren und Anlagen'],
          days: 40,
          after: ['released'],
        },
        { id: 'packaging', name: ['Packaging', 'Verpackung'], days: 10, after: ['flow'] },
        {
          id: 'process',
          name: ['Process release', 'Prozessfreigabe'],
          days: 0,
          after: ['control', 'tools', 'packaging'],
          kind: 'delivery',
        },
      ],
      exit: [
        ['Work instructions are at every station', 'An jeder Station liegen Arbeitsanweisungen'],
        ['Gauges are capable', 'Die Prüfmittel sind fähig'],
      ],
      evidence: [
        { element: ['Process flow diagram', 'Prozessablaufdiagramm'], level: 3 },
        { element: ['Process FMEA', 'Prozess-FMEA'], level: 3 },
        { element: ['Control plan', 'Produktionslenkungsplan'], level: 3 },
        { element: ['Measurement system analysis', 'Messsystemanalyse'], level: 3 },
      ],
    },
    {
      name: ['Product and process validation', 'Validierung von Produkt und Prozess'],
      gate: ['Part approval granted', 'Teilefreigabe erteilt'],
      tasks: [
        {
          id: 'run',
          name: ['Significant production run', 'Probelauf unter Serienbedingungen'],
          days: 5,
          after: ['process'],
        },
        { id: 'dimensions', name: ['Dimensional results', 'Maßprüfung'], days: 5, after: ['run'] },
        {
          id: 'material',
          name: ['Material and performance tests', 'Werkstoff- und Funktionsprüfungen'],
          days: 10,
          after: ['run'],
        },
        {
          id: 'capability',
          name: ['Process capability study', 'Prozessfähigkeitsuntersuchung'],
          days: 8,
          after: ['run'],
        },
        {
          id: 'warrant',
          name: ['Part submission warrant', 'Teilevorlage'],
          days: 3,
          after: ['dimensions', 'material', 'capability'],
        },
        {
          id: 'ppap',
          name: ['Approval by the customer', 'Freigabe durch den Kunden'],
          days: 0,
          after: ['warrant'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'Capability of special characteristics reaches 1.67',
          'Die Fähigkeit besonderer Merkmale erreicht 1,67',
        ],
        [
          'The run at rate reached the contracted volume',
          'Der Lauf unter Takt erreichte die vereinbarte Menge',
        ],
      ],
      evidence: [
        { element: ['Dimensional results', 'Maßprüfbericht'], level: 3 },
        {
          element: ['Material and performance test results', 'Werkstoff- und Funktionsprüfberichte'],
          level: 3,
        },
        { element: ['Initial process study', 'Erste Prozessuntersuchung'], level: 3 },
        { element: ['Qualified laboratory documents', 'Nachweise des qualifizierten Labors'], level: 2 },
        { element: ['Appearance approval', 'Freigabe des Aussehens'], level: 4, optional: true },
        { element: ['Sample parts', 'Musterteile'], level: 5 },
        { element: ['Master sample', 'Referenzmuster'], level: 5 },
        { element: ['Checking aids', 'Prüfhilfsmittel'], level: 2 },
        {
          element: ['Records of customer-specific requirements', 'Nachweise kundenspezifischer Forderungen'],
          level: 4,
        },
        { element: ['Part submission warrant', 'Teilevorlagebestätigung'], level: 1 },
      ],
    },
    {
      name: ['Launch, feedback and correction', 'Anlauf, Rückmeldung und Korrektur'],
      gate: ['Launch closed', 'Anlauf abgeschlossen'],
      tasks: [
        {
          id: 'sop',
          name: ['Start of production', 'Serienstart'],
          days: 0,
          after: ['ppap'],
          kind: 'delivery',
        },
        {
          id: 'containment',
          name: ['Early production containment', 'Verschärfte Prüfung im Anlauf'],
          days: 30,
          after: ['sop'],
        },
        { id: 'variation', name: ['Reduce variation', 'Streuung verringern'], days: 20, after: ['sop'] },
        {
          id: 'lessons',
          name: ['Lessons learnt', 'Erfahrungen auswerten'],
          days: 3,
          after: ['containment', 'variation'],
        },
        {
          id: 'closed',
          name: ['Handover to series care', 'Übergabe an die Serienbetreuung'],
          days: 0,
          after: ['lessons'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'Ninety days without a complaint about special characteristics',
          'Neunzig Tage ohne Beanstandung besonderer Merkmale',
        ],
        ['Delivery performance is as contracted', 'Die Liefertreue ist wie vereinbart'],
      ],
    },
  ],
  deliverables: [
    {
      name: ['Prototype', 'Prototyp'],
      description: [
        'Built and verified against the design goals.',
        'Gebaut und gegen die Entwicklungsziele erprobt.',
      ],
      due: 'released',
      criteria: [
        {
          statement: ['All verification tests pass.', 'Alle Erprobungen sind bestanden.'],
          how: ['Test report', 'Prüfbericht'],
        },
      ],
    },
    {
      name: ['Part approval file', 'Freigabeakte des Teils'],
      description: [
        'All elements of the submission at the agreed level.',
        'Alle Elemente der Vorlage in der vereinbarten Stufe.',
      ],
      due: 'ppap',
      criteria: [
        {
          statement: ['Every required element is approved.', 'Jedes verlangte Element ist freigegeben.'],
          how: ['Review of the file', 'Prüfung der Akte'],
        },
        {
          statement: [
            'Sample parts equal the approved drawing.',
            'Musterteile entsprechen der freigegebenen Zeichnung.',
          ],
          how: ['Measurement', 'Messung'],
        },
      ],
    },
  ],
  risks: [
    {
      kind: 'threat',
      title: ['Tools come late', 'Werkzeuge kommen spät'],
      response: [
        'Weekly tool reviews, off-tool parts from soft tools',
        'Wöchentliche Werkzeuggespräche, Teile aus Hilfswerkzeugen',
      ],
      percent: 35,
    },
    {
      kind: 'threat',
      title: ['A special characteristic is not capable', 'Ein besonderes Merkmal ist nicht fähig'],
      response: [
        'Trial early, hundred per cent check until capable',
        'Früh erproben, bis zur Fähigkeit vollständig prüfen',
      ],
      percent: 30,
    },
    {
      kind: 'threat',
      title: [
        'The customer changes the drawing after release',
        'Der Kunde ändert die Zeichnung nach der Freigabe',
      ],
      response: [
        'Change order before any tool is touched',
        'Änderungsauftrag, bevor ein Werkzeug angefasst wird',
      ],
      percent: 25,
    },
    {
      kind: 'opportunity',
      title: ['Carry-over parts shorten validation', 'Gleichteile verkürzen die Validierung'],
      response: ['Ask for approval by similarity', 'Freigabe durch Ähnlichkeit beantragen'],
      percent: 20,
    },
  ],
}
