import type { Tx } from '@countersign/db/connect'
import {
  portalParticipants,
  portalProjects,
  portalTestDefects,
  portalTestRounds,
  portalTestRuns,
} from '@countersign/db/views/portal'
import type { TestCase } from '@countersign/domain/testing'
import { and, asc, desc, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

type Answer = { answer: 'mended' | 'not-a-defect'; text: string; at: string; by: string }
type DefectFile = { position: number; name: string; sha256: string }

/** Every round of testing with its runs and defects, the latest first; null where there is no project. */
export async function testsOfProject(tx: Tx, projectId: string) {
  const [[project], rounds, runs, defects, testers] = await Promise.all([
    tx
      .select({ ...projectHead, role: portalProjects.myRole })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    tx
      .select()
      .from(portalTestRounds)
      .where(eq(portalTestRounds.projectId, projectId))
      .orderBy(desc(portalTestRounds.openedAt)),
    tx
      .select()
      .from(portalTestRuns)
      .where(eq(portalTestRuns.projectId, projectId))
      .orderBy(desc(portalTestRuns.runAt)),
    tx
      .select()
      .from(portalTestDefects)
      .where(eq(portalTestDefects.projectId, projectId))
      .orderBy(desc(portalTestDefects.number)),
    tx
      .select({
        id: portalParticipants.contactId,
        name: portalParticipants.name,
        jobTitle: portalParticipants.jobTitle,
        endUserGroup: portalParticipants.endUserGroup,
      })
      .from(portalParticipants)
      .where(and(eq(portalParticipants.projectId, projectId), eq(portalParticipants.role, 'tester')))
      .orderBy(asc(portalParticipants.name)),
  ])
  if (!project) return null
  const titles = new Map(
    rounds.flatMap(({ cases }) =>
      (cases as TestCase[]).map(({ id, title }): [string, string] => [id, title]),
    ),
  )
  return {
    project,
    testers,
    mayRun: project.role === 'tester' || project.role === 'signatory',
    rounds: rounds.map(({ cases, openedAt, ...round }) => ({
      ...round,
      openedAt: openedAt.toISOString(),
      cases: (cases as TestCase[]).map(({ id, title }) => {
        const run = runs.find(({ roundId, caseId }) => roundId === round.id && caseId === id)
        return {
          id,
          title,
          run: run
            ? {
                outcome: run.outcome,
                by: run.runByName,
                endUserGroup: run.runByEndUserGroup,
                at: run.runAt.toISOString(),
              }
            : null,
        }
      }),
    })),
    defects: defects.map(({ raisedAt, files, answers, ...defect }) => ({
      ...defect,
      title: titles.get(defect.caseId) ?? '',
      raisedAt: raisedAt.toISOString(),
      files: files as DefectFile[],
      answers: answers as Answer[],
    })),
  }
}

export type ProjectTests = NonNullable<Awaited<ReturnType<typeof testsOfProject>>>
