import type { Command } from 'commander'
import type { Answer } from './answer'
import { schedule } from './verbs/schedule'

const examples = ['countersign schedule plan.xml', 'countersign schedule plan.xml --json']

/** `countersign schedule FILE` stands on its own, beside the nouns: it needs no database, and starts without one. */
export function addSchedule(
  root: Command,
  tell: (answer: Promise<Answer>, json: boolean) => Promise<void>,
): void {
  root
    .command('schedule')
    .description('Dates the tasks of a Microsoft Project XML file as Project would: early, late, slack.')
    .usage('<file> [options]')
    .argument('<file>', 'a plan saved as XML (MSPDI)')
    .option('--json', 'answer as JSON')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`)
    .action((file: string, options: { json?: true }) => tell(schedule({ file }), options.json === true))
}
