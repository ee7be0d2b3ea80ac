import { expect, test } from 'vitest'
import { launchBrowser } from './src/browser'
import { atTheConsole } from './src/people'
import { uploadPlan, planUpload } from './src/manager'
import { writeFileSync } from 'node:fs'
test('x', async () => {
  const b = await launchBrowser()
  const p = await atTheConsole(b, 'mara')
  await uploadPlan(p, { ...planUpload('a'), buffer: Buffer.alloc(0) })
  await new Promise((r) => setTimeout(r, 2000))
  console.log((await p.getByRole('main').innerText()).slice(0, 600), p.url())
  writeFileSync('/tmp/e2e1/huge.xml', Buffer.concat([Buffer.from('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'), Buffer.alloc(200*1024*1024, 32)]))
  await uploadPlan(p, '/tmp/e2e1/huge.xml')
  await new Promise((r) => setTimeout(r, 4000))
  console.log((await p.getByRole('main').innerText()).slice(0, 600), p.url())
  const q = await atTheConsole(b, 'mara', { javaScriptEnabled: false })
  await uploadPlan(q, '/tmp/e2e1/huge.xml')
  await new Promise((r) => setTimeout(r, 6000))
  console.log((await q.locator('body').innerText()).slice(0, 600), q.url())
  await b.close()
})
