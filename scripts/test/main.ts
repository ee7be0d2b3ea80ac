import { installOutsideTools } from './outside-tools'
import { runStage, stages, type StageResult } from './stages'
import { summary } from './summary'

const wanted = process.argv.slice(2)
if (wanted.includes('--help')) {
  console.log(
    'npm test                    everything: types, lint, unit, db, build, e2e\n' +
      'npm test -- lint unit       only these stages\n' +
      'npm test -- money           only the tests whose path contains "money"',
  )
  process.exit(0)
}

const named = stages.filter((stage) => wanted.includes(stage.name))
const filters = wanted.filter((word) => !stages.some((stage) => stage.name === word))
// A filter is for tests, so that asking for one file's tests does not lint the house.
const chosen =
  named.length > 0 ? named : filters.length > 0 ? stages.filter((stage) => stage.takesFilters) : stages

if (chosen.some((stage) => stage.takesFilters)) installOutsideTools()
const results: StageResult[] = []
for (const stage of chosen) {
  console.log(`\n── ${stage.name}: ${stage.what}\n`)
  results.push(await runStage(stage, filters))
}
console.log(summary(results))
process.exit(results.every((result) => result.ok) ? 0 : 1)
