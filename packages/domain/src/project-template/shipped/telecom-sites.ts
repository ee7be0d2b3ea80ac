import type { ShippedWords } from './words'

export const telecomSites: ShippedWords = {
  key: 'telecom-sites',
  name: ['Telecom site rollout', 'Rollout von Mobilfunkstandorten'],
  description: [
    'Radio sites from survey to acceptance: acquisition, permits, civil works, installation, integration, in waves.',
    'Funkstandorte von der Begehung bis zur Abnahme: Akquise, Genehmigung, Bau, Montage, Integration, in Wellen.',
  ],
  phases: [
    {
      name: ['Preparation', 'Vorbereitung'],
      gate: ['Rollout released', 'Rollout freigegeben'],
      tasks: [
        { id: 'kickoff', name: ['Kick-off with the operator', 'Auftakt mit dem Netzbetreiber'], days: 1 },
        {
          id: 'list',
          name: ['Site list with coordinates and owners', 'Standortliste mit Koordinaten und Eigentümern'],
          days: 5,
          after: ['kickoff'],
        },
        {
          id: 'nominal',
          name: ['Radio plan approved', 'Funkplan freigegeben'],
          days: 0,
          after: ['list'],
          kind: 'acceptance',
        },
      ],
      exit: [
        ['Site list and radio plan are frozen', 'Standortliste und Funkplan sind eingefroren'],
        [
          'Frame contracts with subcontractors are signed',
          'Rahmenverträge mit Nachunternehmern sind unterschrieben',
        ],
      ],
      entry: [['Access to owners’ data is granted', 'Der Zugang zu Daten der Eigentümer ist erteilt']],
    },
    {
      name: ['Acquisition and permits', 'Akquise und Genehmigungen'],
      gate: ['Sites ready to build', 'Standorte baureif'],
      tasks: [
        { id: 'survey', name: ['Site survey', 'Standortbegehung'], days: 10, after: ['nominal'] },
        {
          id: 'lease',
          name: ['Lease signed by the owner', 'Mietvertrag vom Eigentümer unterschrieben'],
          days: 20,
          after: ['survey'],
        },
        {
          id: 'design',
          name: ['Site design and structural check', 'Standortplanung und Statik'],
          days: 12,
          after: ['survey'],
        },
        { id: 'permit', name: ['Building permit', 'Baugenehmigung'], days: 40, after: ['design'] },
        {
          id: 'rtb',
          name: ['Ready to build', 'Baureife'],
          days: 0,
          after: ['lease', 'permit'],
          kind: 'delivery',
        },
      ],
      exit: [
        [
          'Lease, permit and structural check are on file for each site of the wave',
          'Mietvertrag, Genehmigung und Statik liegen je Standort der Welle vor',
        ],
        ['Power and transmission are ordered', 'Strom und Anbindung sind beauftragt'],
      ],
      entry: [
        ['Material for the first wave is in the warehouse', 'Das Material der ersten Welle liegt im Lager'],
      ],
      evidence: [
        { element: ['Permit file per site', 'Genehmigungsakte je Standort'], level: 3 },
        { element: ['Structural certificate', 'Statischer Nachweis'], level: 4 },
      ],
    },
    {
      name: ['Construction', 'Bau'],
      gate: ['Sites ready for installation', 'Standorte montagebereit'],
      tasks: [
        {
          id: 'civil',
          name: ['Foundation, mast and shelter', 'Fundament, Mast und Technikraum'],
          days: 15,
          after: ['rtb'],
        },
        { id: 'power', name: ['Power connection', 'Stromanschluss'], days: 25, after: ['rtb'] },
        { id: 'fibre', name: ['Transmission link', 'Anbindung'], days: 30, after: ['rtb'] },
        {
          id: 'civilok',
          name: ['Civil works accepted', 'Bauleistung abgenommen'],
          days: 0,
          after: ['civil'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'Civil works are accepted without safety defects',
          'Bauleistungen sind ohne Sicherheitsmängel abgenommen',
        ],
        ['Power is measured and certified', 'Der Stromanschluss ist gemessen und bescheinigt'],
      ],
      evidence: [{ element: ['Photographs and measurements', 'Fotos und Messprotokolle'], level: 2 }],
    },
    {
      name: ['Installation and integration', 'Montage und Integration'],
      gate: ['Sites on air', 'Standorte in Betrieb'],
      tasks: [
        {
          id: 'install',
          name: ['Antennas and radio equipment', 'Antennen und Funktechnik'],
          days: 6,
          after: ['civilok', 'power'],
        },
        { id: 'commission', name: ['Commissioning', 'Inbetriebnahme'], days: 3, after: ['install'] },
        {
          id: 'integrate',
          name: ['Integration into the network', 'Integration ins Netz'],
          days: 3,
          after: ['commission', 'fibre'],
        },
        { id: 'onair', name: ['On air', 'In Betrieb'], days: 0, after: ['integrate'], kind: 'delivery' },
      ],
      exit: [
        ['No critical alarm for seventy-two hours', 'Zweiundsiebzig Stunden ohne kritischen Alarm'],
        [
          'Coverage and throughput reach the planned values',
          'Versorgung und Durchsatz erreichen die Planwerte',
        ],
      ],
      evidence: [
        { element: ['Commissioning protocol', 'Inbetriebnahmeprotokoll'], level: 3 },
        { element: ['Drive test', 'Messfahrt'], level: 3 },
      ],
    },
    {
      name: ['Acceptance and handover', 'Abnahme und Übergabe'],
      gate: ['Wave handed over', 'Welle übergeben'],
      tasks: [
        { id: 'optimise', name: ['Radio optimisation', 'Funkoptimierung'], days: 10, after: ['onair'] },
        { id: 'asbuilt', name: ['As-built documents', 'Bestandsunterlagen'], days: 5, after: ['onair'] },
        {
          id: 'accepted',
          name: ['Site acceptance', 'Standortabnahme'],
          days: 0,
          after: ['optimise', 'asbuilt'],
          kind: 'acceptance',
        },
        {
          id: 'close',
          name: [
            'Settle with subcontractors, close the wave',
            'Mit Nachunternehmern abrechnen, Welle abschließen',
          ],
          days: 5,
          after: ['accepted'],
        },
      ],
      exit: [
        ['All sites of the wave are accepted', 'Alle Standorte der Welle sind abgenommen'],
        ['The punch list is empty or dated', 'Die Mängelliste ist leer oder terminiert'],
      ],
    },
  ],
  deliverables: [
    {
      name: ['Ready-to-build file', 'Baureifeakte'],
      description: [
        'Lease, permit, design and structural check of each site.',
        'Mietvertrag, Genehmigung, Planung und Statik je Standort.',
      ],
      due: 'rtb',
      criteria: [
        {
          statement: ['Each site has a complete file.', 'Je Standort ist die Akte vollständig.'],
          how: ['Check of the files', 'Aktenprüfung'],
        },
      ],
    },
    {
      name: ['Sites on air', 'Standorte in Betrieb'],
      description: ['Built, integrated and measured sites.', 'Gebaute, integrierte und gemessene Standorte.'],
      due: 'onair',
      twice: true,
      criteria: [
        {
          statement: [
            'No critical alarm within seventy-two hours.',
            'Kein kritischer Alarm in zweiundsiebzig Stunden.',
          ],
          how: ['Alarm log', 'Alarmprotokoll'],
        },
        {
          statement: ['Planned coverage is reached.', 'Die geplante Versorgung ist erreicht.'],
          how: ['Drive test', 'Messfahrt'],
        },
      ],
    },
    {
      name: ['As-built documents', 'Bestandsunterlagen'],
      description: ['What stands where, as it was built.', 'Was wo steht, wie gebaut.'],
      due: 'accepted',
      criteria: [
        {
          statement: ['Drawings show what was built.', 'Die Pläne zeigen, was gebaut wurde.'],
          how: ['Comparison on site', 'Vergleich vor Ort'],
        },
      ],
    },
  ],
  risks: [
    {
      kind: 'threat',
      title: ['A permit is refused or takes months', 'Eine Genehmigung wird verweigert oder dauert Monate'],
      response: [
        'Second candidate for each site, early talks with the authority',
        'Zweiter Kandidat je Standort, frühe Gespräche mit der Behörde',
      ],
      percent: 40,
    },
    {
      kind: 'threat',
      title: ['The power company connects late', 'Der Energieversorger schließt spät an'],
      response: [
        'Order at the survey, interim generator',
        'Bei der Begehung beauftragen, Aggregat als Zwischenlösung',
      ],
      percent: 35,
    },
    {
      kind: 'threat',
      title: ['Weather stops work at height', 'Wetter verhindert Arbeiten in der Höhe'],
      response: ['Plan wind days, move crews between sites', 'Windtage einplanen, Trupps verschieben'],
      percent: 30,
    },
    {
      kind: 'opportunity',
      title: [
        'Sites of another operator can be shared',
        'Standorte eines anderen Betreibers lassen sich mitnutzen',
      ],
      response: ['Ask at acquisition', 'Bei der Akquise anfragen'],
      percent: 20,
    },
  ],
}
