import { runCountersign } from '@countersign/command-line/run'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, test } from 'vitest'
import { packedStory, type PackedStory } from './packed-story'
let story: PackedStory
beforeAll(async () => { story = await packedStory() }, 120_000)
afterAll(() => undefined)
test('probe', async () => {
  const grace = await story.contact('grace')
  const path = await story.pack({ code: 'HT-2601', as: grace })
  console.log(path, existsSync(path))
  const out: string[] = []
  const t = Date.now()
  const code = await runCountersign(['evidence','verify',path], { print: (x: string) => out.push(x), complain: (x: string) => out.push('!' + x) } as never)
  console.log(code, Date.now() - t, out.join('\n'))
  const mara = await story.member('mara')
  const p2 = await story.pack({ code: 'HT-2601', as: mara })
  const c2 = await runCountersign(['evidence','verify',p2, '--locale', 'de'], { print: (x: string) => out.push(x), complain: (x: string) => out.push('!' + x) } as never)
  console.log(p2, c2, out.slice(1).join('\n').slice(-1500))
}, 120_000)
