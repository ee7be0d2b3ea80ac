import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Of a project: tasks that are worked on in iterations. */
export const boardRoutes: RouteConfigEntry[] = [
  route('boards', 'routes/boards/route.tsx'),
  route('boards/:boardId', 'routes/board/route.tsx'),
  route('boards/:boardId/setup', 'routes/board-setup/route.tsx'),
  route('boards/:boardId/items', 'routes/new-board-item/route.tsx'),
  route('boards/:boardId/items/:number', 'routes/board-item/route.tsx'),
]
