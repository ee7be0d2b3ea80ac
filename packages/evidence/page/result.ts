import { instant } from '../src/finding-figures'
import { statusOf, type Located, type Status } from '../src/pack/pack-finding'
import { sentenceFor } from '../src/pack/pack-words'
import type { Report, Subject } from '../src/pack/report'
import { element } from './element'
import { words, type PageWords } from './words'

type Locale = 'en' | 'de'
const signs: Record<Status, string> = { fails: '✗', unchecked: '?', holds: '✓' }

/** A report as a person reads it: the verdict, what it is about, then what failed before what holds. */
export function resultOf(report: Report, name: string, locale: Locale): HTMLElement {
  const t = words[locale]
  const failed = report.findings.filter((finding) => statusOf(finding) === 'fails').length
  const status: Status = report.is === 'unknown' ? 'unchecked' : report.holds ? 'holds' : 'fails'
  const heading =
    report.is === 'unknown' ? t.verdict.unknown : t.verdict[report.is][report.holds ? 'yes' : 'no']
  const text = report.is === 'unknown' ? '' : report.holds ? t.verdictText.yes : t.verdictText.no(failed)
  return element(
    'section',
    { 'aria-label': heading },
    element(
      'div',
      { class: `verdict ${status}` },
      element('h2', { tabindex: '-1', id: 'verdict' }, heading),
      element('p', {}, name),
      ...(text ? [element('p', {}, text)] : []),
    ),
    ...(report.subjects.length > 0
      ? [
          element(
            'div',
            { class: 'result' },
            element('h2', {}, t.about),
            ...report.subjects.map((subject) => factsOf(subject, t)),
          ),
        ]
      : []),
    ...(['fails', 'unchecked', 'holds'] as const).flatMap((each) => groupOf(each, report.findings, locale)),
  )
}

function groupOf(status: Status, all: readonly Located[], locale: Locale): HTMLElement[] {
  const findings = all.filter((finding) => statusOf(finding) === status)
  if (findings.length === 0) return []
  const items = findings.map((finding) => {
    const sentence = sentenceFor(finding, locale)
    const place = finding.where === '' || sentence.includes(finding.where) ? [] : [finding.where]
    return element(
      'li',
      { class: status },
      element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[status]),
      element('span', {}, sentence),
      ...place.map((each) => element('code', {}, each)),
    )
  })
  const heading = `${words[locale].groups[status]} (${findings.length})`
  return [element('div', { class: 'result' }, element('h2', {}, heading), element('ul', {}, ...items))]
}

function factsOf(subject: Subject, t: PageWords): HTMLElement {
  const { where, deliverable, version, project, outcome, kind, act, decidedAt, provider, customer } = subject
  const decided = `${t.acts[act] ?? ''}${t.outcomes[outcome] ?? outcome}, ${t.kinds[kind]}`
  const facts: [string, string][] = [
    [t.facts.certificate, where],
    [t.facts.deliverable, deliverable],
    [t.facts.version, String(version)],
    [t.facts.project, project],
    [t.facts.outcome, decided],
    [t.facts.decidedAt, instant(decidedAt)],
    [t.facts.between, `${provider} → ${customer}`],
  ]
  return element(
    'dl',
    {},
    ...facts
      .filter(([, value]) => value !== '')
      .flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]),
  )
}
