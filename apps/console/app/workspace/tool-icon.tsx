import { Glyph, Icon, type IconName } from '@countersign/ui/icon'

/** What only a plan's tools show: no other page loads it. */
const paths = {
  fit: 'M2.2 5v6M13.8 5v6M4.4 8h7.2M6.4 6L4.4 8l2 2M9.6 6l2 2-2 2',
  'chevron-right': 'M6.2 4l4 4-4 4',
  indent: 'M2.8 3.4h10.4M7.6 8h5.6M2.8 12.6h10.4M2.8 6l2.4 2-2.4 2',
  outdent: 'M2.8 3.4h10.4M7.6 8h5.6M2.8 12.6h10.4M5.2 6L2.8 8l2.4 2',
  undo: 'M3 6.4h6.6a3.4 3.4 0 0 1 0 6.8H6M5.8 3.4l-3 3 3 3',
  redo: 'M13 6.4H6.4a3.4 3.4 0 0 0 0 6.8H10M10.2 3.4l3 3-3 3',
  link: 'M6.6 9.4l2.8-2.8M7 4.6l1.4-1.4a2.9 2.9 0 0 1 4.2 4.2L11.2 9M4.8 7L3.4 8.6a2.9 2.9 0 0 0 4.2 4.2L9 11.4',
  unlink: 'M7 4.6l1.4-1.4a2.9 2.9 0 0 1 4.2 4.2L11.2 9M4.8 7L3.4 8.6a2.9 2.9 0 0 0 4.2 4.2L9 11.4M3 3l10 10',
  columns: 'M2.4 3h11.2v10H2.4zM6.2 3v10M9.8 3v10',
  panel: 'M2.4 3h11.2v10H2.4zM9.4 3v10',
  'fill-down': 'M3 2.8h10v3.4H3zM8 6.8v6.4M5 10.4l3 3 3-3',
  again: 'M12.9 6.2A5.4 5.4 0 1 0 13.2 9.6M13.2 2.8v3.6H9.6',
  'to-task': 'M2.4 3.6h5M2.4 12.4h5M2.4 8h8M8.6 5.6L11 8l-2.4 2.4M13.6 3.4v9.2',
  question:
    'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M6.3 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.9.7-.9 1.3M8 11.6v.1',
} as const

export type ToolIconName = IconName | keyof typeof paths

/** A tool's icon, of its own set or of everybody's. */
export function ToolIcon({ name }: { name: ToolIconName }) {
  return isOwn(name) ? <Glyph path={paths[name]} /> : <Icon name={name} />
}

function isOwn(name: ToolIconName): name is keyof typeof paths {
  return Object.hasOwn(paths, name)
}
