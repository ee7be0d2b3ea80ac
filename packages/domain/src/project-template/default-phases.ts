import type { TemplatePhase } from './template'

type Words = [name: string, gate: string, exit: string[], entry: string[]]

const inEnglish: Words[] = [
  [
    'Initiation',
    'Project authorised',
    ['Objective, sponsor and expected benefit are written down', 'The charter is signed'],
    ['A project manager and a planning budget are named'],
  ],
  [
    'Planning',
    'Plan approved',
    [
      'Scope, deliverables and their acceptance criteria are agreed with the customer',
      'Schedule, budget and risks are planned and a baseline is taken',
    ],
    ['The team for the execution is available'],
  ],
  [
    'Execution',
    'Deliverables complete',
    ['All deliverables were submitted', 'Open changes are decided'],
    ['Acceptance is arranged with the customer'],
  ],
  [
    'Monitoring and acceptance',
    'Customer has accepted',
    ['All deliverables are accepted, reservations are settled', 'Cost and schedule are reported to the end'],
    ['Who operates the result is named'],
  ],
  [
    'Closure',
    'Project closed',
    ['Final invoice and records are complete', 'Lessons learnt are written down', 'The team is released'],
    [],
  ],
]

const inGerman: Words[] = [
  [
    'Initiierung',
    'Projekt freigegeben',
    ['Ziel, Auftraggeber und erwarteter Nutzen stehen fest', 'Der Projektauftrag ist unterschrieben'],
    ['Projektleitung und Planungsbudget sind benannt'],
  ],
  [
    'Planung',
    'Plan genehmigt',
    [
      'Umfang, Liefergegenstände und Abnahmekriterien sind mit dem Kunden vereinbart',
      'Termine, Budget und Risiken sind geplant, ein Basisplan ist gesichert',
    ],
    ['Das Team für die Ausführung steht bereit'],
  ],
  [
    'Ausführung',
    'Liefergegenstände fertig',
    ['Alle Liefergegenstände wurden vorgelegt', 'Offene Änderungen sind entschieden'],
    ['Die Abnahme ist mit dem Kunden verabredet'],
  ],
  [
    'Überwachung und Abnahme',
    'Kunde hat abgenommen',
    [
      'Alle Liefergegenstände sind abgenommen, Vorbehalte erledigt',
      'Kosten und Termine sind bis zum Ende berichtet',
    ],
    ['Wer das Ergebnis betreibt, ist benannt'],
  ],
  [
    'Abschluss',
    'Projekt abgeschlossen',
    [
      'Schlussrechnung und Unterlagen sind vollständig',
      'Erfahrungen sind festgehalten',
      'Das Team ist entlastet',
    ],
    [],
  ],
]

/** The five phases that a project begins with where nothing else was agreed, each with a gate at its end. */
export function defaultPhases(language: 'en' | 'de'): TemplatePhase[] {
  return (language === 'de' ? inGerman : inEnglish).map(([name, gateName, exit, entry]) => ({
    name,
    gateName,
    taskUid: null,
    criteria: [
      ...exit.map((statement) => ({ kind: 'exit' as const, statement })),
      ...entry.map((statement) => ({ kind: 'entry' as const, statement })),
    ],
    evidence: [],
  }))
}
