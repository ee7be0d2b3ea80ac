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
  today: 'M2.6 3.6h10.8v9.8H2.6zM2.6 6.6h10.8M5.4 2v3M10.6 2v3M8 9.2v.1M8 11v.1',
  text: 'M2.8 4h10.4M2.8 8h10.4M2.8 12h6',
} as const

export type IconName = keyof typeof paths

/** Decoration beside words; with `title` it speaks for itself. */
export function Icon({ name, ...rest }: { name: IconName; title?: string; className?: string }) {
  return <Glyph path={paths[name]} {...rest} />
}

/** An icon by its path, for sets that one part of a product alone shows. */
export function Glyph(props: { path: string; title?: string; className?: string }) {
  const { path, title, className } = props
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
      <path d={path} />
    </svg>
  )
}
