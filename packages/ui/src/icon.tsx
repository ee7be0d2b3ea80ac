import { classNames } from './class-names'

/** Drawn on a 16 × 16 grid with a round stroke. */
const paths = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  clock: 'M8 4.6V8l2.3 1.6M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8',
  pencil: 'M3 13l.7-2.9 7-7 2.2 2.2-7 7L3 13M9.4 4.4l2.2 2.2',
  coin: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M10 6.1A2.4 2.4 0 1 0 10 9.9M5 8h3',
  receipt: 'M3.8 1.8h8.4v12.4l-2.1-1.5L8 14.2l-2.1-1.5-2.1 1.5zM6.2 5.2h3.6M6.2 8.2h3.6',
  seal: 'M13.6 5.6a6.2 6.2 0 1 0 .2 4.6M5.2 8l2.5 2.5 6.5-7',
  alert: 'M8 2.2L14.4 13.4H1.6zM8 6.4v3M8 11.5v.1',
  'info-circle': 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.4v3.4M8 5.1v.1',
  dot: 'M8 6.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6',
  'arrow-up': 'M8 13V3.4M4 7.2l4-4 4 4',
  'arrow-down': 'M8 3v9.6M4 8.8l4 4 4-4',
  'arrow-right': 'M3 8h9.6M8.8 4l4 4-4 4',
  'arrow-left': 'M13 8H3.4M7.2 4l-4 4 4 4',
  'up-down': 'M5 6.4l3-3 3 3M5 9.6l3 3 3-3',
  'chevron-down': 'M4 6.2l4 4 4-4',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  minus: 'M3.2 8h9.6',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  download: 'M8 2.2v8M4.6 7l3.4 3.4L11.4 7M2.8 13.4h10.4',
  upload: 'M8 10.4v-8M4.6 5.6L8 2.2l3.4 3.4M2.8 13.4h10.4',
  file: 'M4 1.8h5.2L12.4 5v9.2H4zM9 1.8v3.4h3.4',
  search: 'M7 2.4a4.6 4.6 0 1 0 0 9.2A4.6 4.6 0 0 0 7 2.4M10.4 10.4l3.4 3.4',
  fit: 'M2.2 5v6M13.8 5v6M4.4 8h7.2M6.4 6L4.4 8l2 2M9.6 6l2 2-2 2',
  today: 'M2.6 3.6h10.8v9.8H2.6zM2.6 6.6h10.8M5.4 2v3M10.6 2v3M8 9.2v.1M8 11v.1',
  text: 'M2.8 4h10.4M2.8 8h10.4M2.8 12h6',
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

export type IconName = keyof typeof paths

/** Decoration beside words; with `title` it speaks for itself. */
export function Icon(props: { name: IconName; title?: string; className?: string }) {
  const { name, title, className } = props
  return (
    <svg
      className={classNames('cs-icon', className)}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
