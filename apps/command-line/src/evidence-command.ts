import { Option, type Command } from 'commander'
import type { Answer } from './answer'
import type { EvidenceVerifyOptions } from './verbs/evidence-verify'

const examples = [
  'countersign evidence verify CS1042-evidence.zip',
  'countersign evidence verify CS1042-D1-V1.pdf --trust root.pem --json',
]

/** `countersign evidence verify FILE` needs no database and no server, and starts without them. */
export function addEvidence(
  root: Command,
  tell: (answer: Promise<Answer>, json: boolean) => Promise<void>,
): void {
  const evidence = root
    .command('evidence')
    .description('What anybody can check without us.')
    .usage('<verb> [options]')
  evidence
    .command('verify')
    .description('Checks an evidence pack (ZIP) or a certificate (PDF): digests, seal, ledger, checkpoints.')
    .argument('<file>', 'the pack or the certificate')
    .option('--trust <file>', 'PEM file of a root to believe; may be given again', gathered, [])
    .addOption(new Option('--locale <language>', 'of the sentences').choices(['en', 'de']).default('en'))
    .option('--json', 'answer as JSON')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`)
    .action(async (file: string, options: EvidenceVerifyOptions & { json?: true }) => {
      const { evidenceVerify } = await import('./verbs/evidence-verify')
      await tell(evidenceVerify({ file, ...options }), options.json === true)
    })
}

function gathered(file: string, before: string[]): string[] {
  return [...before, file]
}
