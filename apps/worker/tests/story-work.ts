import { connect } from '@countersign/db/connect'
import { openStorage } from '@countersign/storage/storage'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storyDatabase } from '../../../db/tests/harness/story'
import { readSettings } from '../src/settings'
import type { Work } from '../src/work'

/** The demo's story with what a job of the worker works with: mails stay in the mailbox, files in a folder of its own. */
export async function storyWork(name: string) {
  const story = await storyDatabase(name)
  const home = mkdtempSync(join(tmpdir(), 'countersign-story-work-'))
  chmodSync(home, 0o711)
  const env = {
    DATABASE_URL: story.urls.worker,
    COUNTERSIGN_DEMO: '1',
    COUNTERSIGN_HOME: home,
    OFFICE_TIME_ZONE: 'Europe/Berlin',
  }
  const db = connect(story.urls.worker)
  const work: Work = {
    db,
    storage: openStorage(env),
    settings: readSettings(env),
    delivery: { by: 'mailbox' },
  }
  return {
    story,
    db,
    work,
    async close() {
      await db.close()
      await story.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export type StoryWork = Awaited<ReturnType<typeof storyWork>>
