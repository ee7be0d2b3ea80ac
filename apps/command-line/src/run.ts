import { CommanderError, Command } from 'commander'
import { asJson, type Answer } from './answer'
import { addEvidence } from './evidence-command'
import { addSchedule } from './schedule-command'
import { Refusal, type Surroundings } from './surroundings'

/**
 * Runs one command of the operator and gives the process's exit code: 0 done, 1 refused or not valid, 2 not
 * understood. `args` are the words after the program's name. Throws nothing.
 */
export async function runCountersign(args: string[], surroundings: Surroundings): Promise<number> {
  const { print, complain } = surroundings
  let exitCode = 0
  const root = await programFor(args, surroundings, async (answer, json) => {
    const { text, value, exitCode: code = 0 } = await answer
    print(json ? asJson(value) : text)
    exitCode = code
  })
  for (const command of withDescendants(root)) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: () => undefined })
  }
  const isJson = args.includes('--json')
  const refuse = (sentence: string, code: number) => {
    complain(isJson ? asJson({ error: sentence }) : sentence)
    return code
  }
  try {
    // `--json` may stand anywhere, also before the verb that knows it.
    const words = args.filter((word) => word !== '--json')
    const namesVerb = words.filter((word) => !word.startsWith('-')).length >= 2
    await root.parseAsync(isJson && namesVerb ? [...words, '--json'] : words, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message, error.exitCode)
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      return refuse(sentenceOf(error, root, args), 2)
    }
    const said = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    return refuse(`That did not work: ${said}`, 1)
  }
}

/** The other verbs bring the database along, which takes a second to load: who checks or schedules does without. */
async function programFor(
  args: string[],
  surroundings: Surroundings,
  tell: (answer: Promise<Answer>, json: boolean) => Promise<void>,
): Promise<Command> {
  const alone = { schedule: addSchedule, evidence: addEvidence }[args.find((word) => word !== '--json') ?? '']
  if (alone) {
    const root = new Command('countersign')
    alone(root, tell)
    return root
  }
  const { program } = await import('./program')
  return program(surroundings, tell)
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withDescendants)]
}

/** What was not understood, as a sentence, and where to read on. */
function sentenceOf(error: CommanderError, root: Command, args: string[]): string {
  const asked = deepest(root, args)
  const path = pathOf(asked)
  const ways = asked.commands.filter((command) => command.name() !== 'help').map((command) => command.name())
  const readOn = `See \`${path} --help\`.`
  // Asked for a noun alone: commander shows its help, and says so as an error.
  if (error.code === 'commander.help')
    return `${path} needs to know what to do: ${ways.join(', ')}. ${readOn}`
  const words = error.message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean ([^)]*)\?\)/, '; did you mean $1?')
    .trim()
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return `${/[.?]$/.test(sentence) ? sentence : `${sentence}.`} ${readOn}`
}

function deepest(root: Command, args: string[]): Command {
  let at = root
  for (const word of args) {
    const next = at.commands.find((command) => command.name() === word)
    if (!next) break
    at = next
  }
  return at
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}
