import { StartRefused } from '@countersign/db/server/start-refused'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../src/settings'

const demo = {
  DATABASE_URL: 'postgres://worker_app:secret@localhost/countersign',
  COUNTERSIGN_DEMO: '1',
  COUNTERSIGN_HOME: mkdtempSync(join(tmpdir(), 'countersign-settings-')),
}

test('a worker keeps the clock unless it is told not to', () => {
  expect(readSettings(demo).keepsClock).toBe(true)
  expect(readSettings({ ...demo, WORKER_CLOCK: 'off' }).keepsClock).toBe(false)
})

test('a clock that is neither on nor off is refused with a sentence', () => {
  expect(() => readSettings({ ...demo, WORKER_CLOCK: 'maybe' })).toThrow(
    new StartRefused('WORKER_CLOCK must be on or off, and is "maybe".'),
  )
})
