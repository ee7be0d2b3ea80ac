import { describe, expect, test } from 'vitest'
import { type GroupOfPages, projectPagesFor } from './project-pages'
import { projectRoutes } from './routes.projects'

const projectId = '00000000-0000-4000-8000-000000000001'
const root = `/projects/${projectId}`

describe('the pages of a project', () => {
  test('all belong to one page of one group', () => {
    const inProject = projectRoutes.find(({ path }) => path === 'projects/:projectId')!.children!
    const paths = inProject.map(({ path }) => (path ? `${root}/${path}` : root))
    expect(paths.length).toBeGreaterThan(40)
    const astray = paths.filter(
      (path) => current(projectPagesFor('project_manager', projectId, path)).length !== 1,
    )
    expect(astray).toEqual([])
  })

  test('are fewer for who works in the project without its money', () => {
    const groups = projectPagesFor('team_member', projectId, root)
    expect(groups.map(({ group }) => group)).toEqual(['overview', 'planning', 'delivery', 'control'])
    expect(pages(groups)).not.toContain('contract')
  })

  test('keep their addresses within the project', () => {
    for (const { pages } of projectPagesFor('finance', projectId, `${root}/money`))
      for (const { to } of pages) expect(to).toMatch(new RegExp(`^${root}/[a-z-]+$`))
  })

  test('are none for who has nothing to do with a project', () => {
    expect(projectPagesFor('vendor', projectId, root)).toEqual([])
  })
})

function pages(groups: GroupOfPages[]) {
  return groups.flatMap(({ pages }) => pages.map(({ name }) => name))
}

function current(groups: GroupOfPages[]) {
  return groups.flatMap(({ pages }) => pages.filter((page) => page.current))
}
