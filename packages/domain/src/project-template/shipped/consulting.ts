import type { ShippedWords } from './words'

export const consulting: ShippedWords = {
  key: 'consulting',
  name: ['Consulting engagement', 'Beratungsauftrag'],
  description: [
    'From the question to a decision that holds: diagnosis, options, recommendation, support of the change.',
    'Von der Frage zur Entscheidung, die hält: Diagnose, Optionen, Empfehlung, Begleitung der Umsetzung.',
  ],
  phases: [
    {
      name: ['Contracting', 'Auftragsklärung'],
      gate: ['Mandate clear', 'Auftrag geklärt'],
      tasks: [
        { id: 'scoping', name: ['Scoping talks', 'Klärungsgespräche'], days: 2 },
        { id: 'sow', name: ['Statement of work', 'Leistungsbeschreibung'], days: 2, after: ['scoping'] },
        {
          id: 'signed',
          name: ['Mandate signed', 'Auftrag unterschrieben'],
          days: 0,
          after: ['sow'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'The question and who decides on the answer are written down',
          'Die Frage und wer über die Antwort entscheidet stehen fest',
        ],
        ['Confidentiality and access to data are agreed', 'Vertraulichkeit und Datenzugang sind vereinbart'],
      ],
    },
    {
      name: ['Diagnosis', 'Diagnose'],
      gate: ['Findings shared', 'Befunde geteilt'],
      tasks: [
        {
          id: 'data',
          name: ['Data request and analysis', 'Datenanforderung und Analyse'],
          days: 8,
          after: ['signed'],
        },
        { id: 'interviews', name: ['Interviews', 'Interviews'], days: 6, after: ['signed'] },
        {
          id: 'findings',
          name: ['Findings report', 'Befundbericht'],
          days: 4,
          after: ['data', 'interviews'],
        },
        {
          id: 'reported',
          name: ['Findings discussed with the sponsor', 'Befunde mit dem Auftraggeber besprochen'],
          days: 0,
          after: ['findings'],
          kind: 'delivery',
        },
      ],
      exit: [
        ['Figures were checked by the customer', 'Der Kunde hat die Zahlen geprüft'],
        ['Nobody who was interviewed can be recognised', 'Niemand aus den Interviews ist erkennbar'],
      ],
      evidence: [{ element: ['Findings report', 'Befundbericht'], level: 3 }],
    },
    {
      name: ['Options', 'Optionen'],
      gate: ['Direction chosen', 'Richtung gewählt'],
      tasks: [
        { id: 'options', name: ['Options workshop', 'Optionen-Workshop'], days: 2, after: ['reported'] },
        {
          id: 'cases',
          name: ['Business case of each option', 'Wirtschaftlichkeit je Option'],
          days: 6,
          after: ['options'],
        },
        {
          id: 'choice',
          name: ['Steering committee chooses', 'Lenkungskreis entscheidet'],
          days: 0,
          after: ['cases'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'At least three options were weighed, one of them is to do nothing',
          'Mindestens drei Optionen wurden abgewogen, eine davon ist Nichtstun',
        ],
        ['The choice is recorded with its reason', 'Die Wahl ist mit Begründung festgehalten'],
      ],
      evidence: [{ element: ['Appraisal of the options', 'Bewertung der Optionen'], level: 3 }],
    },
    {
      name: ['Recommendation', 'Empfehlung'],
      gate: ['Recommendation accepted', 'Empfehlung abgenommen'],
      tasks: [
        {
          id: 'target',
          name: ['Target picture and road map', 'Zielbild und Fahrplan'],
          days: 8,
          after: ['choice'],
        },
        { id: 'report', name: ['Final report', 'Abschlussbericht'], days: 4, after: ['target'] },
        {
          id: 'accepted',
          name: ['Final report accepted', 'Abschlussbericht abgenommen'],
          days: 0,
          after: ['report'],
          kind: 'acceptance',
        },
      ],
      exit: [
        [
          'Every measure has an owner, a date and a figure',
          'Jede Maßnahme hat Verantwortliche, Termin und Kennzahl',
        ],
      ],
    },
    {
      name: ['Support and closure', 'Begleitung und Abschluss'],
      gate: ['Engagement closed', 'Auftrag abgeschlossen'],
      tasks: [
        {
          id: 'support',
          name: ['Support of the first measures', 'Begleitung der ersten Maßnahmen'],
          days: 20,
          after: ['accepted'],
        },
        { id: 'review', name: ['Review of effects', 'Wirkung prüfen'], days: 2, after: ['support'] },
        {
          id: 'closing',
          name: ['Closing talk and reference', 'Abschlussgespräch und Referenz'],
          days: 1,
          after: ['review'],
        },
      ],
      exit: [
        ['Customer’s data are returned or deleted', 'Kundendaten sind zurückgegeben oder gelöscht'],
        ['Satisfaction was asked for', 'Die Zufriedenheit wurde erfragt'],
      ],
    },
  ],
  deliverables: [
    {
      name: ['Findings report', 'Befundbericht'],
      description: ['What we found, with the figures behind it.', 'Was wir fanden, mit den Zahlen dahinter.'],
      due: 'reported',
      criteria: [
        {
          statement: ['Every finding names its source.', 'Jeder Befund nennt seine Quelle.'],
          how: ['Reading', 'Durchsicht'],
        },
      ],
    },
    {
      name: ['Final report with road map', 'Abschlussbericht mit Fahrplan'],
      description: ['The recommendation and the way there.', 'Die Empfehlung und der Weg dorthin.'],
      due: 'accepted',
      criteria: [
        {
          statement: ['The question of the mandate is answered.', 'Die Frage des Auftrags ist beantwortet.'],
          how: ['Steering committee', 'Lenkungskreis'],
        },
        {
          statement: [
            'Every measure has an owner and a date.',
            'Jede Maßnahme hat Verantwortliche und Termin.',
          ],
          how: ['Reading', 'Durchsicht'],
        },
      ],
    },
  ],
  risks: [
    {
      kind: 'threat',
      title: ['Data come late or not at all', 'Daten kommen spät oder gar nicht'],
      response: [
        'List with need-by dates at signature, estimate instead',
        'Liste mit Terminen zur Unterschrift, ersatzweise schätzen',
      ],
      percent: 45,
    },
    {
      kind: 'threat',
      title: ['The sponsor changes', 'Der Auftraggeber wechselt'],
      response: [
        'Steering committee of two, decisions in writing',
        'Lenkungskreis zu zweit, Entscheidungen schriftlich',
      ],
      percent: 15,
    },
    {
      kind: 'opportunity',
      title: ['A follow-on mandate for the change', 'Folgeauftrag für die Umsetzung'],
      response: ['Road map names who can support what', 'Fahrplan nennt, wer was begleiten kann'],
      percent: 40,
    },
  ],
}
