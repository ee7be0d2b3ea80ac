import type { Counts, StageResult } from './stages'

/** The table at the end of a run; its last line is plain, so that a machine can read it too. */
export function summary(results: StageResult[]): string {
  const rows = results.map(({ name, ok, seconds, counts }) =>
    [
      ok ? '✓' : '✗',
      name.padEnd(6),
      `${seconds.toFixed(1)} s`.padStart(9),
      counts ? `  ${sentence(counts)}` : '',
    ].join(' '),
  )
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0)
  const total = results.reduce<Counts>((sum, { counts }) => add(sum, counts), {
    passed: 0,
    failed: 0,
    skipped: 0,
  })
  const broken = results.filter((result) => !result.ok).map((result) => result.name)
  return [
    '',
    '── Summary',
    '',
    ...rows.map((row) => `  ${row.trimEnd()}`),
    '',
    `  ${Math.round(seconds)} seconds. ${broken.length === 0 ? 'Everything holds.' : `Not in order: ${broken.join(', ')}.`}`,
    '',
    sentence(total),
  ].join('\n')
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

function add(sum: Counts, more: Counts | null): Counts {
  return {
    passed: sum.passed + (more?.passed ?? 0),
    failed: sum.failed + (more?.failed ?? 0),
    skipped: sum.skipped + (more?.skipped ?? 0),
  }
}
