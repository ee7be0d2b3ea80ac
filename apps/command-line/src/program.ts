import { staffRoles } from '@countersign/db/connect'
import { Command, Option } from 'commander'
import type { Answer } from './answer'
import { addEvidence } from './evidence-command'
import { addSchedule } from './schedule-command'
import { certificateVerify } from './verbs/certificate-verify'
import { databaseMigrate } from './verbs/database-migrate'
import { contactRoles, personInvite, sides, type InviteOptions } from './verbs/person-invite'
import { personSignInLink } from './verbs/person-sign-in-link'
import { projectList } from './verbs/project-list'
import { Refusal, type Surroundings } from './surroundings'

/** How a verb's answer gets out; `json` is whether it was asked for as JSON. */
type Tell = (answer: Promise<Answer>, json: boolean) => Promise<void>

/** The verbs and their help. To add one: a file in `verbs/`, a command here with an example. */
export function program(surroundings: Surroundings, tell: Tell): Command {
  const root = new Command('countersign')
    .description('Runs Countersign from the terminal: people, projects, certificates.')
    .usage('<noun> <verb> [options]')
    .addHelpText(
      'after',
      `
Examples:
  countersign project list
  countersign person sign-in-link ada@harbour.example
  countersign certificate verify CS1042-D1-V1.pdf
  countersign evidence verify CS1042-evidence.zip
  countersign schedule plan.xml --json

The database is the running Countersign's, else the one that PORTAL_DATABASE_URL, CONSOLE_DATABASE_URL,
WORKER_DATABASE_URL and ADMIN_DATABASE_URL name, else the data folder's (COUNTERSIGN_HOME), started for the moment.
Exit codes: 0 done, 1 refused or not valid, 2 not understood. With --json, answers go to the standard output as JSON.`,
    )
  person(root, surroundings, tell)

  const project = noun(root, 'project', 'What is delivered.')
  verb(project, 'list', 'Lists every project: customer, manager, what is accepted, what is published.', [
    'countersign project list',
    'countersign project list --json',
  ]).action((options: { json?: true }) => tell(projectList(surroundings), options.json === true))

  const certificate = noun(root, 'certificate', 'What proves an acceptance.')
  verb(
    certificate,
    'verify',
    'Says whether a certificate is one of ours and whether everything it rests on is still what was signed.',
    ['countersign certificate verify CS1042-D1-V1.pdf'],
  )
    .argument('<file>', 'the certificate as it was received, a PDF')
    .action((file: string, options: { json?: true }) =>
      tell(certificateVerify(surroundings, { file }), options.json === true),
    )

  const database = noun(root, 'database', 'Where everything is kept.')
  verb(database, 'migrate', 'Brings the database to this version: roles, tables, and who may what.', [
    'countersign database migrate',
  ]).action((options: { json?: true }) => tell(databaseMigrate(surroundings), options.json === true))
  addEvidence(root, tell)
  addSchedule(root, tell)
  return root
}

function person(root: Command, surroundings: Surroundings, tell: Tell): void {
  const people = noun(root, 'person', 'Who may sign in.')
  verb(people, 'invite', 'Adds a person and sends the invitation by mail.', [
    'countersign person invite --side staff --name "Mia Manager" --email mia@firm.example \\',
    '    --role project_manager --job-role "project manager"',
    'countersign person invite --side contact --project CS1042 --name "Ada Harbour" --email ada@harbour.example \\',
    '    --role signatory --up-to 250000.00 --currency EUR --evidence "Letter of 5 January"',
  ])
    .addOption(
      new Option('--side <side>', 'a customer’s contact or a colleague').choices(sides).makeOptionMandatory(),
    )
    .requiredOption('--name <name>', 'first and last name')
    .requiredOption('--email <address>', 'where the invitation goes')
    .requiredOption(
      '--role <role>',
      `for a contact: ${contactRoles.join(', ')}; for staff: ${staffRoles.join(', ')}`,
    )
    .option('--project <code>', 'contact: the project to follow')
    .option('--job-title <title>', 'contact: what the person is at the customer’s')
    .option('--end-users <group>', 'contact: the group of end users that the person tests for')
    .option('--up-to <value>', 'signatory: the value that the signature covers, as in 250000.00')
    .option('--currency <code>', 'signatory: the currency of that value')
    .option('--from <day>', 'signatory: the first day of the authority (default: today)')
    .option('--until <day>', 'signatory: the last day (default: no end)')
    .option('--evidence <words>', 'signatory: how the authority is known')
    .option('--job-role <name>', 'staff: what a cost rate is kept for, as in "developer"')
    .addOption(new Option('--locale <language>', 'staff: language').choices(['en', 'de']).default('en'))
    .option('--time-zone <zone>', 'staff: IANA time zone', timeZone, 'Europe/Berlin')
    .action((options: InviteOptions & { json?: true }) =>
      tell(personInvite(surroundings, options), options.json === true),
    )
  verb(
    people,
    'sign-in-link',
    'Prints a one-time link that signs a person in, or lets them set a first password.',
    ['countersign person sign-in-link ada@harbour.example'],
  )
    .argument('<email>', 'the person’s address')
    .action((email: string, options: { json?: true }) =>
      tell(personSignInLink(surroundings, { email }), options.json === true),
    )
}

function noun(root: Command, name: string, description: string): Command {
  return root.command(name).description(description).usage('<verb> [options]')
}

function verb(parent: Command, name: string, description: string, examples: string[]): Command {
  return parent
    .command(name)
    .description(description)
    .option('--json', 'answer as JSON')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`)
}

function timeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new Refusal(`--time-zone must be an IANA name such as Europe/Berlin, and is "${zone}".`, 2)
  }
}
